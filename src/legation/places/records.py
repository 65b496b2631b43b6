"""Places and cities as the store holds them, read when asked for."""

import sqlite3
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import msgspec

from legation.model.place import City, Place

CITY_COLUMNS = "id, name, place, latitude, longitude, population, timezone, capital"


class Records:
    """The register and the cities of one store.

    Args:
        connection: an open store; rows as plain tuples.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.get_place = lru_cache(maxsize=512)(self._read_place)
        self.get_city = lru_cache(maxsize=2048)(self._read_city)
        self.region_names = lru_cache(maxsize=2048)(self._read_region_names)
        self.capital = lru_cache(maxsize=512)(self._read_capital)
        self.largest_city = lru_cache(maxsize=512)(self._read_largest_city)

    def places(self) -> tuple[Place, ...]:
        """Return the whole register, in the order of codes."""
        codes = self._connection.execute("SELECT code FROM places ORDER BY code").fetchall()
        return tuple(place for (code,) in codes if (place := self.get_place(code)))

    def names(self) -> Iterator[tuple[str, str, int]]:
        """Yield every folded name of a place or city with the place, and the city's identifier or 0."""
        query = """
            SELECT key, place, 0 FROM place_names WHERE kind = 'place'
            UNION ALL SELECT key, place, id FROM city_names JOIN cities ON id = city
        """
        yield from self._connection.execute(query)

    def get_place_of_item(self, item: str) -> Place | None:
        """Return the place that a Wikidata item ("Q55") stands for."""
        pattern = f'%"{item}"%'
        found = self._connection.execute(
            "SELECT code FROM places WHERE wikidata LIKE ?", (pattern,)
        ).fetchone()
        return self.get_place(found[0]) if found else None

    def _read_place(self, code: str) -> Place | None:
        row = self._connection.execute("SELECT * FROM places WHERE code = ?", (code,)).fetchone()
        return place_of(row) if row else None

    def _read_city(self, identifier: int) -> City | None:
        query = f"SELECT {CITY_COLUMNS} FROM cities WHERE id = ?"
        row = self._connection.execute(query, (identifier,)).fetchone()
        return city_of(row) if row else None

    def _read_region_names(self, city: int) -> tuple[str, ...]:
        """The names, in any language, of the first-order region that a city lies in."""
        query = """
            SELECT key FROM place_names WHERE kind = 'region' AND region =
                (SELECT place || '.' || region FROM cities WHERE id = ?) ORDER BY key
        """
        return tuple(key for (key,) in self._connection.execute(query, (city,)))

    def region(self, code: str) -> tuple[str, str] | None:
        """Place and English name of a first-order region (`US.TX`) that people name."""
        query = "SELECT place, name FROM place_names WHERE kind = 'region' AND region = ? LIMIT 1"
        row = self._connection.execute(query, (code,)).fetchone()
        return (row[0], row[1]) if row else None

    def _read_largest_city(self, region: str) -> City | None:
        """The most populous city of a first-order region (`US.TX`), None for one without a city or a code."""
        query = f"SELECT {CITY_COLUMNS} FROM cities WHERE place = ? AND region = ? ORDER BY population DESC, id LIMIT 1"
        row = self._connection.execute(query, region.split(".", 1)).fetchone()
        return city_of(row) if row else None

    def _read_capital(self, code: str) -> City | None:
        place = self.get_place(code)
        if place is None:
            return None
        query = f"SELECT {CITY_COLUMNS} FROM cities WHERE capital AND place IN (?, ?) AND name = ?"
        row = self._connection.execute(query, (place.code, place.receiving, place.capital)).fetchone()
        return city_of(row) if row else None


def place_of(row: tuple[object, ...]) -> Place:
    """Make a place of its row; the lists in it are JSON."""
    values = dict(zip(Place.__struct_fields__, row, strict=True))
    for field in ("covered_by", "claimants", "wikidata", "neighbours"):
        values[field] = msgspec.json.decode(str(values[field]))
    return msgspec.convert(values, Place)


def city_of(row: tuple[Any, ...]) -> City:
    """Make a city of the columns CITY_COLUMNS."""
    identifier, name, place, latitude, longitude, population, timezone, capital = row
    return City(identifier, name, place, latitude, longitude, population, timezone, bool(capital))
