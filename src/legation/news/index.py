"""Names of places in running text: one pass over the capitalised words, a table lookup for each.

A name is found by its first two words; the longest name that stands at that spot counts. Letters are compared without
case and accents, in a copy of the text that has as many characters as the text.
"""

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Final, NamedTuple

from legation.news.scripts import ARABIC, CYRILLIC, Stems, WideNames, unprefixed
from legation.store.letters import fold_letters
from legation.store.news import WIDE, WORD, Entry, Names, Opened, unpack


class Mention(NamedTuple):
    """A name found in a text."""

    start: int
    end: int
    entry: Entry


_CAPITAL: Final = re.compile(r"[A-ZÀ-ÞĀ-ſƏΑ-ΩЀ-Я\u0621-\u06d3\u0900-\u0963][\w\u0900-\u0963]*")
_ANY_WORD: Final = re.compile(r"(?<![^\W_])[^\W\d_][^\W_]*")

_ACRONYM: Final = 4

_Table = dict[str, tuple[Entry, ...]]
_Starts = tuple[_Table | None, tuple[Entry, ...]]
"""Names that begin with a word: the longer ones by their second word, and the word alone."""


class Index:
    """All names, by their first and their second word.

    Attributes:
        names: as given.
    """

    def __init__(self, names: Names) -> None:
        self.names = names
        self._starts = Opened(names.written, _divide)
        self._small = Opened(names.small, _sort)
        self._small_words = frozenset(names.small)
        self._wide = WideNames(names.wide)

    @cached_property
    def _stems(self) -> Stems:
        written = self.names.written.items()
        return Stems(entry for word, group in written if CYRILLIC.match(word) for entry in unpack(group))

    def find(self, text: str, *, adjectives: bool = False) -> list[Mention]:
        """The names in a text, in order, no capitalised one inside another; a name in small letters only once.

        Args:
            text: to be read.
            adjectives: whether its language writes `französisch`, `russe` small: not so in English.
        """
        low = fold_letters(text)
        found: list[Mention] = []
        end = 0
        known = self.names.written
        for match in (_ANY_WORD if adjectives else _CAPITAL).finditer(text):
            start, stop = match.span()
            if start < end:
                continue
            word = low[start:stop]
            if word not in known:
                if text[start] < "\u0400":
                    continue
                mention = self._find_changed(text, low, start, stop)
            elif adjectives and text[start].islower():
                mention = _find_adjective(self._starts[word][1], start, stop)
            else:
                mention = _find_longest(self._starts[word], text, low, start, stop)
            if mention is not None and not (start and text[start - 1].isalnum()):
                found.append(mention)
                end = mention.end
        words = self._small_words.intersection(low.split())
        if words:
            found += self._find_small(low, words)
        if not low.isascii() and WIDE.search(text):
            found += (Mention(*name) for name in self._wide.find(text))
        found.sort(key=_by_start)
        return found

    def _find_changed(self, text: str, low: str, start: int, stop: int) -> Mention | None:
        """A name with an ending or a prefix, in the scripts that have them."""
        if CYRILLIC.match(text, start):
            found = self._stems.match(low, start, stop)
            if found and (text[start].isupper() or found[2].senses[0].kind == "people"):
                return Mention(*found)
        elif ARABIC.match(text, start):
            for skipped, word in unprefixed(low[start:stop]):
                if word in self.names.written:
                    return _find_longest(self._starts[word], text, low, start + skipped, stop)
        return None

    def _find_small(self, low: str, words: Iterable[str]) -> list[Mention]:
        found = []
        for word in words:
            for entry in self._small[word]:
                start = low.find(entry.key)
                after = start + len(entry.key)
                if (
                    start >= 0
                    and not low[after : after + 1].isalnum()
                    and not low[start - 1 : start].isalnum()
                ):
                    found.append(Mention(start, after, entry))
        return found


def _by_start(mention: Mention) -> int:
    return mention.start


def _divide(entries: Iterable[Entry]) -> _Starts:
    alone: list[Entry] = []
    longer: dict[str, list[Entry]] = {}
    for entry in entries:
        words = WORD.findall(entry.key, 0, 60)
        if len(words) == 1:
            alone.append(entry)
        else:
            longer.setdefault(words[1], []).append(entry)
    return {second: _sort(same) for second, same in longer.items()} or None, _sort(alone)


def _sort(entries: list[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: (-len(entry.key), entry.key)))


def _find_adjective(alone: Iterable[Entry], start: int, stop: int) -> Mention | None:
    for entry in alone:
        if entry.senses[0].kind == "people":
            return Mention(start, stop, entry)
    return None


def _find_longest(starts: _Starts, text: str, low: str, start: int, stop: int) -> Mention | None:
    seconds, alone = starts
    if seconds is not None and (following := WORD.search(low, stop, stop + 40)):
        mention = _match(seconds.get(following[0], ()), text, low, start)
        if mention is not None:
            return mention
    return _match(alone, text, low, start) if alone else None


def _match(entries: Iterable[Entry], text: str, low: str, start: int) -> Mention | None:
    for entry in entries:
        after = start + len(entry.key)
        if (
            low.startswith(entry.key, start)
            and not low[after : after + 1].isalnum()
            and _fits(entry, text, start, after)
        ):
            return Mention(start, after, entry)
    return None


def _fits(entry: Entry, text: str, start: int, after: int) -> bool:
    if entry.shape == "title":
        return after - start > _ACRONYM or not text[start:after].isupper() or _is_shouted(text, start, after)
    if entry.shape == "upper":
        return text[start:after].isupper()
    return text[start - 2 : start] == ", " and text[start:after] == entry.words


def _is_shouted(text: str, start: int, after: int) -> bool:
    """Whether capitals are the way of the whole line (CHAD in a headline), not of an acronym (SWAT team)."""
    around = [letter for letter in text[max(0, start - 12) : after + 12] if letter.isalpha()]
    return sum(map(str.isupper, around)) * 3 > 2 * len(around)
