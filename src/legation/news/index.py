"""Names of places in running text: one pass over the words, a table lookup for each capitalised one.

A name is found by its first word; the longest name that stands at that spot counts. Letters are compared without
case and accents, in a copy of the text that has as many characters as the text.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec


class Sense(msgspec.Struct, frozen=True, array_like=True):
    """What a name may mean: a place, how it names it, and how likely that is against its other senses.

    Attributes:
        code: place code.
        kind: `name`, `people`, `city`, `capital`, `region`, `abbreviation`, `seat`, `body`, `leader`, `money`.
        prior: above 0; for a city it grows with its population.
    """

    code: str
    kind: str
    prior: float


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """A name as the store keeps it: folded words, the places it may mean, how it must be written.

    Attributes:
        key: the folded name.
        shape: `title` begins with a capital, `upper` all capitals, `lower` any letters.
        language: in which a `lower` name is read; empty in all.
        senses: likeliest first.
    """

    key: str
    shape: str
    language: str
    senses: tuple[Sense, ...]


class Mention(msgspec.Struct, frozen=True, gc=False):
    """A name found in a text: where, and what it may mean."""

    start: int
    end: int
    entry: Entry


def _make_folding() -> dict[int, str]:
    folding: dict[int, str] = {ord("’"): "'", ord("‘"): "'", ord("ʼ"): "'", ord("`"): "'", ord("-"): "-", ord("‑"): "-", ord("–"): "-"}
    for code in (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x386, 0x530), *range(0x1E00, 0x1F00)):
        letter = chr(code)
        bare = unicodedata.normalize("NFKD", letter if letter not in "йЙїЇ" else letter.lower()).casefold()
        plain = letter.lower() if letter in "йЙїЇ" else "".join(sign for sign in bare if not unicodedata.combining(sign))
        folding[code] = plain[0] if plain else letter
    folding |= {ord(one): other for one, other in zip("øØđĐłŁæÆœŒßıəƏأإآةىکیہھ", "ooddllaaaasieeاااهيكيهه", strict=True)}
    return folding


_FOLDING: Final = _make_folding()
_CAPITAL: Final = re.compile(r"(?<![^\W_])(?:[A-ZÀ-ÞĀ-ſΑ-ΩЀ-Я][^\W_]*|[\u0600-\u06ff]+|[\u0900-\u097f]+)")
_WIDE: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ARABIC_PREFIXES: Final = ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ل", "ف")
_LONGEST_ENDING: Final = 3


def fold_letters(text: str) -> str:
    """The text in lower case without accents, character for character."""
    return text.lower() if text.isascii() else text.translate(_FOLDING)


class Index:
    """All names, by their first word."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._titled: dict[str, list[Entry]] = {}
        self._lower: dict[str, list[Entry]] = {}
        self._stems: dict[str, list[Entry]] = {}
        wide: dict[str, Entry] = {}
        for entry in entries:
            if _WIDE.match(entry.key):
                wide.setdefault(entry.key, entry)
                continue
            table = self._lower if entry.shape == "lower" else self._titled
            first = _FIRST.match(entry.key)
            if first:
                table.setdefault(first[0], []).append(entry)
        self._wide = wide
        self._wide_names = re.compile("|".join(map(re.escape, sorted(wide, key=len, reverse=True)))) if wide else None
        for table in (self._titled, self._lower):
            for same in table.values():
                same.sort(key=lambda entry: (-len(entry.key), entry.key))

    def find(self, text: str, language: str = "en") -> list[Mention]:
        """The names in a text, in order, none inside another."""
        low = fold_letters(text)
        found: list[Mention] = []
        titled = self._titled
        end = 0
        for match in _CAPITAL.finditer(text):
            start = match.start()
            if start < end:
                continue
            entries = titled.get(low[start : match.end()])
            if entries is None:
                continue
            for entry in entries:
                key = entry.key
                after = start + len(key)
                if low.startswith(key, start) and not low[after : after + 1].isalnum():
                    if entry.shape == "upper" and not text[start:after].isupper():
                        continue
                    found.append(Mention(start, after, entry))
                    end = after
                    break
        return found


_FIRST: Final = re.compile(r"[^\W_]+")
