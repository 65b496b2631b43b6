"""The forms of a demonym: genders and numbers, by the ending."""

from collections.abc import Iterator
from typing import Final

RULES: Final[dict[str, tuple[tuple[str, tuple[str, ...]], ...]]] = {
    "en": (
        ("man", ("man", "men", "woman", "women")),
        ("ese", ("ese",)),
        ("ss", ("ss",)),
        ("sh", ("sh",)),
        ("ch", ("ch",)),
        ("s", ("s",)),
        ("", ("", "s")),
    ),
    "fr": (
        ("ien", ("ien", "ienne", "iens", "iennes")),
        ("éen", ("éen", "éenne", "éens", "éennes")),
        ("ais", ("ais", "aise", "aises")),
        ("ois", ("ois", "oise", "oises")),
        ("on", ("on", "onne", "ons", "onnes")),
        ("ain", ("ain", "aine", "ains", "aines")),
        ("ol", ("ol", "ole", "ols", "oles")),
        ("e", ("e", "es")),
        ("", ("", "e", "s", "es")),
    ),
    "es": (
        ("és", ("és", "esa", "eses", "esas")),
        ("o", ("o", "a", "os", "as")),
        ("ol", ("ol", "ola", "oles", "olas")),
        ("án", ("án", "ana", "anes", "anas")),
        ("í", ("í", "íes", "ís")),
        ("a", ("a", "as")),
        ("e", ("e", "es")),
        ("", ("", "es")),
    ),
    "pt": (
        ("ês", ("ês", "esa", "eses", "esas")),
        ("ão", ("ão", "ã", "ães", "ãos", "ãs")),
        ("o", ("o", "a", "os", "as")),
        ("ol", ("ol", "ola", "óis", "olas")),
        ("", ("", "s")),
    ),
    "it": (
        ("ese", ("ese", "esi")),
        ("co", ("co", "ca", "ci", "chi", "che")),
        ("o", ("o", "a", "i", "e")),
        ("e", ("e", "i")),
        ("a", ("a", "i", "e")),
        ("", ("",)),
    ),
    "de": (
        ("isch", ("isch", "ische", "ischer", "ischen", "isches")),
        ("er", ("er", "erin", "ern", "erinnen")),
        ("e", ("e", "en", "in", "innen", "er")),
        ("", ("",)),
    ),
    "nl": (
        ("aan", ("aan", "aans", "aanse", "anen")),
        ("ees", ("ees", "ese", "ezen")),
        ("s", ("s", "se")),
        ("er", ("er", "ers")),
        ("", ("", "e", "se", "en")),
    ),
    "ru": (
        ("ец", ("ец", "ка", "цы")),
        ("ский", ("ский", "ская", "ские")),
        ("ин", ("ин", "ка", "е")),
        ("", ("",)),
    ),
    "uk": (
        ("ець", ("ець", "ка", "ці")),
        ("ський", ("ський", "ська", "ські")),
        ("", ("",)),
    ),
    "pl": (
        ("czyk", ("czyk", "ka", "czycy")),
        ("ski", ("ski", "ska", "skie")),
        ("", ("",)),
    ),
}
"""For each language: ending of the form given, endings of all forms; the first ending that fits."""


def inflected(word: str, language: str) -> Iterator[str]:
    """Yield the forms of a demonym; of one in a language without rules, the word itself."""
    for ending, endings in RULES.get(language, ()):
        if word.endswith(ending):
            yield from (word.removesuffix(ending) + other for other in endings)
            return
    yield word
