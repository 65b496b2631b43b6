"""Fold text to the key under which names are compared, the same for storing and for asking."""

import unicodedata
from functools import lru_cache
from typing import Final

KEPT_MARKS: Final = frozenset({0, 8, 9})
"""Combining classes that carry meaning: vowel signs (0), kana voicing (8), virama (9)."""

LETTERS: Final = str.maketrans(
    {
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ł": "l",
        "ħ": "h",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ı": "i",
        "ŋ": "n",
        "ə": "e",
        "ی": "ي",
        "ى": "ي",
        "ک": "ك",
        "ہ": "ه",
        "ھ": "ه",
        "ة": "ه",
        "ٱ": "ا",
        "ـ": None,
        "&": " and ",
    }
)
"""What decomposition does not undo: barred Latin letters, Arabic letters that keyboards swap."""

APOSTROPHES: Final = frozenset("'`´’‘ʼʻʾʿ′״׳.·․。")
"""Dropped without a gap: O'Higgins, U.S.A."""


def fold(text: str) -> str:
    """Return the key of a name: case, accents, punctuation and variant letters gone, the script kept.

    `fold("Côte d'Ivoire") == "cote divoire"`; text without letters or digits folds to "".
    """
    if text.isascii() and text.replace(" ", "").isalpha():
        return " ".join(text.lower().split())
    return _fold(text)


@lru_cache(maxsize=4096)
def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = unicodedata.normalize("NFKD", plain)
    bare = "".join(sign for sign in plain if unicodedata.combining(sign) in KEPT_MARKS)
    spaced = "".join(map(_letter_or_space, bare.translate(LETTERS)))
    return unicodedata.normalize("NFC", " ".join(spaced.split()))


def _letter_or_space(sign: str) -> str:
    if sign.isalnum():
        return sign
    if sign in APOSTROPHES:
        return ""
    kind = unicodedata.category(sign)
    if kind in ("Mc", "Mn"):
        return sign
    return "" if kind == "Cf" else " "


def folded_words(text: str) -> frozenset[str]:
    """Fold each word of a list written as text."""
    return frozenset(fold(word) for word in text.split())
