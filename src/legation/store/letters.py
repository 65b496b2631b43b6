"""Small letters without accents, as many as before: what is found in the copy stands at the same spot in the text."""

import unicodedata
from typing import Final


def _make_folding() -> dict[int, str]:
    folding = {ord(sign): "'" for sign in "’‘ʼ`"} | {ord(sign): " " for sign in "-‑–"}
    for code in (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x386, 0x530), *range(0x1E00, 0x1F00)):
        folding[code] = unicodedata.normalize("NFKD", chr(code).lower())[0]
    swaps = zip("øØđĐłŁæÆœŒßıəƏأإآةىکیہھئؤ", "ooddllaaoosieeاااهيكيههيو", strict=True)
    return folding | {ord(letter): other for letter, other in swaps}


_TYPOGRAPHY: Final = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("–", " "), ("—", " "), ("…", "."))
"""Signs that make most English texts more than ASCII; without them the short way is open."""
_FOLDING: Final = _make_folding()


def fold_letters(text: str) -> str:
    """The text in small letters without accents, a space for each hyphen, character for character."""
    if not text.isascii():
        for sign, other in _TYPOGRAPHY:
            text = text.replace(sign, other)
    return text.lower().replace("-", " ") if text.isascii() else text.translate(_FOLDING)
