"""Write `data/situation/names.tsv`: every place's name in the site's languages, as it stands in our sentences.

`python -m legation.build.situation.names DATA`. Names are those of `places/labels.tsv` (CLDR's, with ours where it has
none). Russian, Ukrainian, Arabic, Chinese and Hindi need one form only, since our sentences keep names out of oblique
cases. French, German, Portuguese, Dutch and now and then Spanish need the article, the form after "with" and the phrase
for "in".
"""

import sys
import tomllib
from pathlib import Path
from typing import Any, Final

from legation.model.situation import LANGUAGES

GRAMMAR: Final = Path(__file__).with_name("grammar.toml")
HEADER: Final = ("language", "place", "name", "subject", "with", "in", "number")
VOWELS: Final = "aeiouyàâäéèêëîïôöùûüAEIOUYÀÂÄÉÈÊËÎÏÔÖÙÛÜ"
HERE: Final = {"ru": "{}", "uk": "{}", "ar": "في {}", "zh": "在{}", "hi": "{} में"}
Forms = tuple[str, str, str, str, str]


def compile_names(data: Path) -> str:
    """The table: language, place, name, subject, form after "with", phrase for "in", s or p for the verb."""
    register = tomllib.loads((data / "places" / "register.toml").read_text(encoding="utf-8"))
    grammar = tomllib.loads(GRAMMAR.read_text(encoding="utf-8"))
    labels = read_labels(data)
    rows = ["\t".join(HEADER)]
    for language in LANGUAGES:
        rows += [
            "\t".join(
                (language, code, *_forms(language, code, labels[code][language], grammar.get(language, {})))
            )
            for code in sorted(register)
        ]
    return "\n".join(rows) + "\n"


def read_labels(data: Path) -> dict[str, dict[str, str]]:
    """Names by place and language; English where a language has none."""
    heading, *lines = (data / "places" / "labels.tsv").read_text(encoding="utf-8").splitlines()
    languages = heading.split("\t")[1:]
    rows = [line.split("\t") for line in lines]
    return {
        place: {language: name or names[0] for language, name in zip(languages, names, strict=True)}
        for place, *names in rows
    }


def _forms(language: str, code: str, name: str, grammar: Any) -> Forms:
    match language:
        case "en":
            named = f"the {name}" if code in grammar["the"] else name
            return name, named, named, f"in {named}", "s"
        case "fr":
            return _french(code, name, grammar)
        case "de":
            return _german(code, name, grammar)
        case "es":
            named = grammar["subject"].get(code, name)
            return name, named, named, f"en {named}", "p" if named.startswith("los ") else "s"
        case "pt":
            return _portuguese(code, name, grammar)
        case "nl":
            return _dutch(code, name, grammar)
        case _:
            return name, name, name, HERE[language].format(name), "s"


def _french(code: str, name: str, grammar: Any) -> Forms:
    """Article and preposition by gender, number and first letter."""
    number = "p" if code in grammar["plural"] or code in grammar["subject"] else "s"
    vowel = name[0] in VOWELS and name[0] not in "Yy"
    feminine = name.split(" ")[0].endswith("e") and code not in grammar["masculine"]
    if code in grammar["bare"]:
        named, here = name, f"{'en' if code in grammar['en'] else 'à'} {name}"
    elif number == "p":
        named, here = f"les {name}", f"aux {name}"
    elif vowel:
        named, here = f"l’{name}", f"en {name}"
    else:
        named, here = f"{'la' if feminine else 'le'} {name}", f"{'en' if feminine else 'au'} {name}"
    named = grammar["subject"].get(code, named)
    return name, named, named, grammar["place"].get(code, here), number


def _german(code: str, name: str, grammar: Any) -> Forms:
    """Articles from the table; without one the bare name serves for all."""
    subject, dative = grammar["subject"].get(code, name), grammar["with"].get(code, name)
    here = f"im {dative.removeprefix('dem ')}" if dative.startswith("dem ") else f"in {dative}"
    number = "p" if code in grammar["plural"] else "s"
    return name, subject, dative, grammar["place"].get(code, here), number


def _portuguese(code: str, name: str, grammar: Any) -> Forms:
    """Article by number and last letter, drawn together with "em"."""
    if code in grammar["bare"]:
        return name, name, name, f"em {name}", "s"
    first = name.split(" ")[0]
    isles = first == "Ilhas"
    number = "p" if isles or code in grammar["plural"] else "s"
    feminine = isles or code in grammar["feminine"] or (first[-1] == "a" and code not in grammar["masculine"])
    named = f"{'a' if feminine else 'o'}{'s' if number == 'p' else ''} {name}"
    return name, named, named, f"n{named}", number


def _dutch(code: str, name: str, grammar: Any) -> Forms:
    """Articles from the table."""
    article = "de " if code in grammar["the"] else "het " if code in grammar["neuter"] else ""
    named = article + name
    here = f"{'op' if code in grammar['island'] else 'in'} {named}"
    return name, named, named, here, "p" if code in grammar["plural"] else "s"


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    (folder / "situation" / "names.tsv").write_text(compile_names(folder), encoding="utf-8")
