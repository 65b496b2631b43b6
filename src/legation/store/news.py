"""The names that news use for places: cities, peoples, seats of government, institutions, leaders."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from legation.errors import TornData

SCHEMA: Final = """
CREATE TABLE news_name (
    words TEXT NOT NULL,
    place TEXT NOT NULL,
    kind TEXT NOT NULL,
    population INTEGER NOT NULL DEFAULT 0,
    language TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE news_homonym (words TEXT PRIMARY KEY, kind TEXT NOT NULL) STRICT, WITHOUT ROWID;
"""
_SMALLEST: Final = 15_000
_SHORTEST: Final = 3


def load(connection: sqlite3.Connection, data: Path) -> None:
    """Fill both tables from `data/news` and the cities and names of `data/places`."""
    insert = "INSERT INTO news_name (words, place, kind, population, language) VALUES (?, ?, ?, ?, ?)"
    connection.executemany(insert, _read_words(data / "news" / "words.tsv"))
    connection.executemany(insert, _read_cities(data / "places"))
    connection.executemany(
        "INSERT INTO news_homonym (words, kind) VALUES (?, ?)", _read_table(data / "news" / "homonyms.tsv", 2)
    )


def _read_table(path: Path, width: int) -> Iterator[list[str]]:
    with path.open(encoding="utf-8") as lines:
        next(lines)
        for number, line in enumerate(lines, 2):
            fields = line.rstrip("\n").split("\t")
            if len(fields) != width:
                message = f"{path.name}, line {number}: {len(fields)} fields instead of {width}; mend the line."
                raise TornData("torn-text", message, path.name)
            yield fields


def _read_words(path: Path) -> Iterator[tuple[str, str, str, int, str]]:
    for place, kind, words in _read_table(path, 3):
        yield words, place, kind, 0, ""


def _read_cities(places: Path) -> Iterator[tuple[str, str, str, int, str]]:
    known: dict[str, tuple[str, str, int]] = {}
    for fields in _read_table(places / "cities.tsv", 10):
        identifier, name, place, population = fields[0], fields[1], fields[2], int(fields[5])
        kind = "capital" if fields[9] == "1" else "city"
        known[identifier] = place, kind, population
        if len(name) > _SHORTEST and (population >= _SMALLEST or kind == "capital"):
            yield name, place, kind, population, ""
    with (places / "city-names.tsv").open(encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            identifier, *names = line.rstrip("\n").split("\t")
            place, kind, population = known[identifier]
            for name in names:
                if len(name) > _SHORTEST or not name.isascii():
                    yield name, place, kind, population, ""
