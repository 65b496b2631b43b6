"""Names where words change or join: Russian and Ukrainian endings, Arabic prefixes, Chinese without spaces."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from legation.store.news import WIDE, WORD, Entry, Filed, Opened

_ENDING: Final = re.compile(
    r"(?:ская|ский|ское|ские|ська|ський|ське|ські|ая|ое|ые|ой|ий|ия|ія|ии|ыи|[аяоеиьуюыіє])$"
)
_LONGEST_ENDING: Final = 4
_SHORTEST_STEM: Final = 3
CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]")
ARABIC: Final = re.compile(r"[\u0621-\u06d3]")

Found = tuple[int, int, Entry]


def stem(word: str) -> str:
    """A Cyrillic word without its ending."""
    return _ENDING.sub("", word) if len(word) > _SHORTEST_STEM + 1 else word


class Stems:
    """Cyrillic names by the stems of their words."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._names: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        for entry in entries:
            stems = tuple(stem(word) for word in WORD.findall(entry.key))
            if len(stems[0]) >= _SHORTEST_STEM:
                self._names.setdefault(stems[0], []).append((stems, entry))
        for same in self._names.values():
            same.sort(key=lambda name: (-len(name[0]), name[1].key))

    def match(self, low: str, start: int, stop: int) -> Found | None:
        """The name whose stems begin the words at `start`; what follows a stem is at most an ending."""
        word = low[start:stop]
        for cut in range(min(_LONGEST_ENDING, len(word) - _SHORTEST_STEM) + 1):
            for stems, entry in self._names.get(word[: len(word) - cut], ()):
                end = self._follow(stems[1:], low, stop)
                if end:
                    return start, end, entry
        return None

    def _follow(self, stems: tuple[str, ...], low: str, stop: int) -> int:
        for wanted in stems:
            following = WORD.search(low, stop, stop + 40)
            if following is None or following.start() != stop + 1 or not following[0].startswith(wanted):
                return 0
            stop = following.end()
        return stop


def unprefixed(word: str) -> Iterator[tuple[int, str]]:
    """An Arabic word without what is written on to it (and, in, to, the): how many letters, and the rest."""
    for prefix in ("وال", "بال", "فال", "كال", "وب", "ول", "لل", "ال", "و", "ب", "ل", "ف", "ك"):
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            yield len(prefix), word[len(prefix) :]


def _longest_first(entries: Iterable[Entry]) -> list[Entry]:
    """Names of more than one sign."""
    longer = [entry for entry in entries if len(entry.key) > 1]
    return sorted(longer, key=lambda entry: (-len(entry.key), entry.key))


class WideNames:
    """Chinese names by their first character."""

    def __init__(self, names: Filed) -> None:
        self._filed, self._names = names, Opened(names, _longest_first)

    def find(self, text: str) -> Iterator[Found]:
        """All names in the Chinese runs of a text, the longest at each spot."""
        for run in WIDE.finditer(text):
            position = run.start()
            while position < run.end():
                sign = text[position]
                begun = self._names[sign] if sign in self._filed else ()
                name = next((entry for entry in begun if text.startswith(entry.key, position)), None)
                if name is None:
                    position += 1
                else:
                    yield position, position + len(name.key), name
                    position += len(name.key)
