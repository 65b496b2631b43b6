"""What citizens are called: the forms of `citizens.tsv`, and what other languages make of a place or a language."""

from collections.abc import Iterable, Iterator
from typing import Final

from legation.build.cldr import languages, territories

Form = tuple[str, str, str]
"""A demonym, the code of its place, its language."""

RULES: Final = {
    "en": "man: man men woman women, ese: ese, ss: ss, sh: sh, ch: ch, s: s, : - s",
    "fr": "ien: ien ienne iens iennes, éen: éen éenne éens éennes, ais: ais aise aises, ois: ois oise oises,"
    " on: on onne ons onnes, e: e es, : - e s es",
    "es": "és: és esa eses esas, ol: ol ola oles olas, án: án ana anes anas, í: í íes ís, o: o a os as, a: a as, : - s",
    "pt": "ês: ês esa eses esas, ão: ão ã ães ãos ãs, ol: ol ola óis olas, o: o a os as, : - s",
    "it": "co: co ca ci chi che, o: o a i e, ese: ese esi, e: e i, a: a i e, : -",
    "de": "isch: isch ische ischer ischen isches, ier: ier ierin iern ierinnen isch ische, er: er erin ern erinnen"
    " isch ische, e: e en in innen isch ische, : -",
    "nl": "aan: aan aans aanse anen, ees: ees ese, lander: lander landers lands landse, iër: iër iërs isch ische,"
    " sch: sch sche, s: s se, : - e en",
    "ro": "ză: ză z, că: că c, nă: nă n, să: să s, : -",
    "he": "ית: ית י, : -",
    "ru": "ец: ец ка цы ский ская, ский: ский ская ские, нин: нин нка не, : -",
}
"""For each language: the ending of the form given, the endings of all its forms; the first that fits."""

LANGUAGE_OF: Final = {
    "be": "BY", "bg": "BG", "bs": "BA", "cs": "CZ", "da": "DK", "de": "DE", "el": "GR", "en": "GB", "es": "ES",
    "et": "EE", "fi": "FI", "fil": "PH", "fo": "FO", "fr": "FR", "ga": "IE", "hr": "HR", "hu": "HU", "hy": "AM",
    "id": "ID", "is": "IS", "it": "IT", "ja": "JP", "ka": "GE", "kk": "KZ", "ky": "KG", "lb": "LU", "lt": "LT",
    "lv": "LV", "mk": "MK", "mn": "MN", "mt": "MT", "ne": "NP", "nl": "NL", "no": "NO", "pl": "PL", "pt": "PT",
    "ro": "RO", "ru": "RU", "sk": "SK", "sl": "SI", "so": "SO", "sq": "AL", "sr": "RS", "sv": "SE", "tg": "TJ",
    "th": "TH", "tk": "TM", "tr": "TR", "uk": "UA", "uz": "UZ", "vi": "VN", "zh": "CN",
}  # fmt: skip
"""Languages whose name is also what the citizens of one place are called."""

NAMED_ALIKE: Final = "es pt it de nl ru uk pl hu fa bn ur hi ta te mr gu pa kn ml et ro am he sv"
"""Languages in which that holds, the adjective being the same word."""

AROUND: Final[dict[str, tuple[str, ...]]] = {
    "zh_Hans": ("{}人", "{}公民"),
    "zh_Hant": ("{}人", "{}公民"),
    "ja": ("{}人", "{}国民"),
    "ko": ("{}인", "{} 사람", "{}사람"),
    "vi": ("người {}",),
    "th": ("ชาว{}", "คน{}"),
    "id": ("orang {}", "warga {}"),
    "ms": ("orang {}", "warga {}"),
    "jv": ("wong {}",),
    "fil": ("taga-{}",),
    "sw": ("raia wa {}", "m{}"),
    "my": ("{}လူမျိုး",),
    "km": ("ជនជាតិ{}",),
    "lo": ("ຄົນ{}",),
}
"""Words put around the name of a place."""

SWAPPED: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "hi": (("ा", "ी"), ("ा", "ाई"), ("िया", "ियाई"), ("", "ी"), ("", "ियन")),
    "ur": (("ا", "ی"), ("", "ی")),
    "fa": (("ه", "ی"), ("ا", "ایی"), ("", "ی")),
    "uk": (("ія", "ієць"), ("ія", "ійка"), ("а", "ець"), ("а", "ка"), ("", "ець"), ("", "ка")),
    "pl": (
        ("ia", "ijczyk"),
        ("ia", "ijka"),
        ("ia", "yjczyk"),
        ("a", "czyk"),
        ("a", "ka"),
        ("", "czyk"),
        ("", "ka"),
    ),
}
"""Endings of a place, and those of its citizens."""

LANDS: Final = {"th": "ประเทศ{}", "lo": "ປະເທດ{}", "km": "ប្រទេស{}"}
"""The word for country, written in one with the name."""

BACK_VOWELS, ROUND_VOWELS, VOWELS = "aıou", "ouöü", "aeıioöuü"


def inflected(word: str, language: str) -> Iterator[str]:
    """Yield the forms of a demonym: genders and numbers."""
    for rule in RULES.get(language, ": -").split(", "):
        ending, endings = rule.split(":")
        if word.endswith(ending.strip()):
            stem = word.removesuffix(ending.strip())
            yield from (stem + other.strip("-") for other in endings.split())
            return


def from_languages() -> Iterator[Form]:
    """Yield names of languages that are demonyms too: russo, niederländisch, ডাচ."""
    for locale in NAMED_ALIKE.split():
        names = languages(locale)
        for language, place in LANGUAGE_OF.items():
            if word := names.get(language):
                yield from ((form, place, locale) for form in inflected(word, locale))
    arabic, swahili = languages("ar"), languages("sw")
    for language, place in LANGUAGE_OF.items():
        feminine = arabic[language].removeprefix("ال")
        if " " not in feminine:
            yield from ((form, place, "ar") for form in (feminine, feminine.removesuffix("ة")))
        if (spoken := swahili.get(language, "")).startswith("Ki"):
            yield from ((prefix + spoken.removeprefix("Ki"), place, "sw") for prefix in ("M", "Wa"))


def from_places(codes: Iterable[str]) -> Iterator[Form]:
    """Yield what languages regularly make of the name of a place: オランダ人, Hollandalı, هولندي."""
    for locale, patterns in AROUND.items():
        for code, name in _names(locale, codes):
            yield from ((pattern.format(name), code, locale.partition("_")[0]) for pattern in patterns)
    for locale, endings in SWAPPED.items():
        for code, name in _names(locale, codes):
            for ending, other in endings:
                if name.endswith(ending):
                    yield name.removesuffix(ending) + other, code, locale
    for code, name in _names("tr", codes):
        yield name + _turkish(name), code, "tr"
    for code, name in _names("ar", codes):
        yield from ((form, code, "ar") for form in _arabic(name))


def _names(locale: str, codes: Iterable[str]) -> Iterator[tuple[str, str]]:
    names = territories(locale)
    for code in codes:
        name = names.get(code, "(")
        if "(" not in name:
            yield code, name


def _turkish(name: str) -> str:
    """Return the suffix -lı, -li, -lu, -lü that agrees with the last vowel."""
    vowels = [letter for letter in name.lower() if letter in VOWELS] or ["a"]
    back, rounded = vowels[-1] in BACK_VOWELS, vowels[-1] in ROUND_VOWELS
    return {(True, True): "lu", (True, False): "lı", (False, True): "lü", (False, False): "li"}[back, rounded]


def _arabic(name: str) -> Iterator[str]:
    """Yield the nisba, masculine and feminine: without article and last vowel, with -ī."""
    if " " in name:
        return
    stem = name.removeprefix("ال")
    for ending in ("يا", "ا", "ة"):
        if stem.endswith(ending):
            stem = stem.removesuffix(ending)
            break
    yield from (f"{stem}ي", f"{stem}ية")
