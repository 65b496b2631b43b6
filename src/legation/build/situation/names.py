"""Write `data/situation/names.tsv`: every place's name in eight languages, as it stands in our sentences.

`python -m legation.build.situation.names DATA` (needs Babel). Names are CLDR's, English ones the register's. Russian,
Ukrainian, Arabic and Chinese need one form only, since our sentences keep names out of oblique cases. French, German
and now and then Spanish need the article, the form after "with" and the phrase for "in".
"""

import sys
import tomllib
from pathlib import Path
from typing import Any, Final

from babel import Locale

GRAMMAR: Final = Path(__file__).with_name("grammar.toml")
LOCALES: Final = {
    "en": "en",
    "fr": "fr",
    "es": "es",
    "de": "de",
    "ru": "ru",
    "uk": "uk",
    "ar": "ar",
    "zh": "zh_Hans",
}
HEADER: Final = ("language", "place", "name", "subject", "with", "in", "number")
VOWELS: Final = "aeiouyàâäéèêëîïôöùûüAEIOUYÀÂÄÉÈÊËÎÏÔÖÙÛÜ"
HERE: Final = {"ru": "", "uk": "", "ar": "في ", "zh": "在"}
Forms = tuple[str, str, str, str, str]


def compile_names(data: Path) -> str:
    """The table: language, place, name, subject, form after "with", phrase for "in", s or p for the verb."""
    register = tomllib.loads((data / "places" / "register.toml").read_text(encoding="utf-8"))
    grammar = tomllib.loads(GRAMMAR.read_text(encoding="utf-8"))
    rows = ["\t".join(HEADER)]
    for language, locale in LOCALES.items():
        territories = Locale.parse(locale).territories
        rows += [
            "\t".join((language, code, *_forms(language, code, register, territories, grammar)))
            for code in sorted(register)
        ]
    return "\n".join(rows) + "\n"


def _forms(language: str, code: str, register: Any, territories: Any, grammar: Any) -> Forms:
    # CLDR uses the codes from XA on for pseudo-locales; the register assigns them to places.
    known = None if language == "en" or (code[0] == "X" and code != "XK") else territories.get(code)
    name = known or register[code]["name"]
    match language:
        case "en":
            named = f"the {name}" if code in grammar["en"]["the"] else name
            return name, named, named, f"in {named}", "s"
        case "fr":
            return _french(code, name, grammar["fr"])
        case "de":
            return _german(code, name, grammar["de"])
        case "es":
            named = grammar["es"]["subject"].get(code, name)
            return name, named, named, f"en {named}", "p" if named.startswith("los ") else "s"
        case _:
            return name, name, name, f"{HERE[language]}{name}", "s"


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


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    (folder / "situation" / "names.tsv").write_text(compile_names(folder), encoding="utf-8")
