"""Compile what news call places, each name with its senses: the gazetteer's and those of `data/news`."""

import functools
import math
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

import msgspec

from legation.store.gazetteer import insert, torn
from legation.store.letters import fold_letters

SCHEMA: Final = """
CREATE TABLE news_names (part TEXT PRIMARY KEY, entries BLOB NOT NULL);
"""
_OWN_NAMES: Final = "SELECT name, place, population, capital FROM cities ORDER BY id"
_OTHER_NAMES: Final = (
    "SELECT n.key, c.place, c.population, c.capital FROM city_names n JOIN cities c ON c.id = n.city"
    " WHERE n.own = 0 AND c.population >= 100000 ORDER BY n.key, n.city"
)
_PLACE_NAMES: Final = (
    "SELECT key, place, kind, languages FROM place_names"
    " WHERE kind IN ('place', 'citizen', 'short') ORDER BY key, place"
)
_LANGUAGES: Final = frozenset({"ar", "de", "en", "es", "fr", "hi", "it", "nl", "pt", "ru", "uk", "zh"})
"""Languages in which articles are read."""
_WRITTEN: Final = re.compile(r"[a-zͰ-ӿ؀-ۿऀ-ॿ一-鿿]")
"""First letters of the scripts of those languages, folded."""
WORD: Final = re.compile(r"[^\W_]+")
WIDE: Final = re.compile(r"[\u3400-\u9fff]+")
"""A run of Chinese, which has no spaces."""
_FIRST_WORDS: Final = 60
"""Characters in which the first word of a name stands."""
_SHORTEST: Final = 4


class Sense(NamedTuple):
    """What a name may mean.

    Attributes:
        code: place code.
        kind: `name`, `people`, `city`, `capital`, `region`, `abbreviation`, `seat` (of government, for the state),
            `body`, `leader`, `money`, `custom` (what only its papers write: `county sheriff`, `gardai`).
        prior: how likely against other senses, up to 1; for a city it grows with its population.
    """

    code: str
    kind: str
    prior: float


class Entry(NamedTuple):
    """A name.

    Attributes:
        key: folded words.
        shape: how it must be written: `title` begins with a capital, `upper` is all capitals, `small` in any letters,
            `after-comma` stands exactly so behind a town and a comma.
        words: as given.
        homonym: `word` or `person` when a town's name usually means that; else empty.
        senses: likeliest first, at most one for each place.
    """

    key: str
    shape: str
    words: str
    homonym: str
    senses: tuple[Sense, ...]


Senses = dict[str, Sense]


def load(connection: sqlite3.Connection, data: Path) -> None:
    """Insert all names, packed by what they begin with; the gazetteer's tables must be filled.

    Raises:
        TornData: a line that cannot be read; names file and line.
    """
    entries = sorted(_read_entries(connection, data / "news"))
    wide = [entry for entry in entries if WIDE.match(entry.key)]
    spaced = [entry for entry in entries if not WIDE.match(entry.key)]
    small = [entry for entry in spaced if entry.shape == "small"]
    written = [entry for entry in spaced if entry.shape != "small"]
    parts = (("small", small, find_first), ("wide", wide, _find_sign), ("written", written, find_first))
    rows = ((part, msgspec.msgpack.encode(_group(some, by))) for part, some, by in parts)
    insert(connection, "news_names", 2, rows)


def find_first(key: str) -> str:
    """The word that a folded name is filed under; empty when there is none."""
    found = WORD.search(key, 0, _FIRST_WORDS)
    return found[0] if found else ""


def _find_sign(key: str) -> str:
    return key[0]


def _group(entries: Iterable[Entry], by: Callable[[str], str]) -> dict[str, list[Entry]]:
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        if beginning := by(entry.key):
            groups.setdefault(beginning, []).append(entry)
    return groups


Filed = dict[str, msgspec.Raw]
"""Groups of names by what they begin with, still packed, because an article needs few."""
Made = TypeVar("Made")


class Opened(dict[str, Made]):
    """What is made of the groups that were asked for; a group that is not filed is a `KeyError`.

    Args:
        filed: the groups. make: what to make of one.
    """

    def __init__(self, filed: Filed, make: Callable[[list[Entry]], Made]) -> None:
        self._filed, self._make = filed, make

    def __missing__(self, beginning: str) -> Made:
        made = self[beginning] = self._make(unpack(self._filed[beginning]))
        return made


def unpack(group: msgspec.Raw) -> list[Entry]:
    """The names of a group, in the order of their keys."""
    return msgspec.msgpack.decode(group, type=list[Entry])


class Names(NamedTuple):
    """All names.

    Attributes:
        written: those written with a capital, by their first word. small: those that need none, likewise.
        wide: Chinese ones, by their first character.
    """

    written: Filed
    small: Filed
    wide: Filed


def read_names(connection: sqlite3.Connection) -> Names:
    """The names of a store."""
    parts = dict(connection.execute("SELECT part, entries FROM news_names"))
    return Names(*(msgspec.msgpack.decode(parts[part], type=Filed) for part in Names._fields))


def _read_entries(connection: sqlite3.Connection, folder: Path) -> Iterator[Entry]:
    homonyms = {cells[0]: cells[1] for cells in _read_lines(folder / "homonyms.tsv", 2)}
    written: dict[str, tuple[str, str]] = {}
    names: dict[str, Senses] = {}
    for place, kind, words in _read_lines(folder / "words.tsv", 3):
        sense = Sense(place, kind, 1.0)
        key = fold_letters(words)
        if kind == "abbreviation":
            yield Entry(key, "after-comma", words, "", (sense,))
        else:
            written[key] = _find_shape(words, kind), words
            _add(names.setdefault(key, {}), sense)
    _read_place_names(connection, names, homonyms)
    _read_cities(connection, names)
    for key, senses in names.items():
        ordered = tuple(senses.values())
        if len(ordered) > 1:
            ordered = tuple(sorted(ordered, key=lambda sense: (-sense.prior, sense.code)))
        homonym = homonyms.get(key, "") if ordered[0].kind == "city" else ""
        shape, words = written.get(key, ("title", key))
        yield Entry(key, shape, words, homonym, ordered)


def _is_short(words: str) -> bool:
    """Too short to be told from an ordinary word."""
    return len(words) < _SHORTEST and words.isascii()


def _read_lines(path: Path, width: int) -> Iterator[list[str]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()[1:], start=2):
        cells = line.split("\t")
        if len(cells) != width:
            raise torn(path, number, f"{width} cells expected, {len(cells)} found")
        yield cells


def _read_place_names(
    connection: sqlite3.Connection, names: dict[str, Senses], homonyms: dict[str, str]
) -> None:
    for words, place in connection.execute("SELECT name, code FROM places ORDER BY code"):
        _add(names.setdefault(fold_letters(words), {}), Sense(place, "name", 1.0))
    for words, place, kind, said_in in connection.execute(_PLACE_NAMES):
        languages = _LANGUAGES.intersection((said_in or "en").split())
        # Dutch says Chili for Chile: where English has another use for the word, English decides.
        if languages and not _is_short(words) and ("en" in languages or words not in homonyms):
            sense = Sense(place, "people" if kind == "citizen" else "name", 1.0)
            _add(names.setdefault(fold_letters(words), {}), sense)


def _read_cities(connection: sqlite3.Connection, names: dict[str, Senses]) -> None:
    people: dict[tuple[str, str], int] = {}
    capitals: set[tuple[str, str]] = set()
    for query in (_OWN_NAMES, _OTHER_NAMES):
        for words, place, population, capital in connection.execute(query):
            key = fold_letters(words)
            if _is_short(words) or not _WRITTEN.match(key):
                continue
            town = key, place
            people[town] = people.get(town, 0) + population
            if capital:
                capitals.add(town)
    for town, population in people.items():
        key, place = town
        kind = "capital" if town in capitals else "city"
        _add(names.setdefault(key, {}), Sense(place, kind, _judge(population)))


def _add(senses: Senses, sense: Sense) -> None:
    known = senses.get(sense.code)
    if known is None or sense.prior > known.prior:
        senses[sense.code] = sense


@functools.cache
def _judge(population: int) -> float:
    """From 0.1 for a village to 1 for ten million."""
    return round(min(1.0, max(0.1, (math.log10(population + 1) - 3.5) / 3.5)), 3)


def _find_shape(words: str, kind: str) -> str:
    if kind == "custom" or words[0].islower():
        return "small"
    return "upper" if words.isupper() and "." not in words and len(words) <= 5 else "title"
