"""What a folded name may stand for: the names of the store, looked up one at a time."""

import sqlite3
from functools import lru_cache
from typing import Final, Literal

import msgspec

from legation.model.place import City
from legation.places.records import CITY_COLUMNS, city_of

NameKind = Literal["place", "contested", "loose", "region", "short", "code", "citizen", "nothing"]
ALTERNATE: Final = 0.02
"""What a namesake counts that bears the name only besides its own: Bethlehem is not Belém."""
CAPITAL: Final = 3.0
"""How much more often people mean a seat of government."""
MOST: Final = 40


class Name(msgspec.Struct, frozen=True):
    """One meaning of a name.

    Attributes:
        kind: the place itself; one of several that must be asked about; a word used loosely for it; a region in it;
            a short form of a region, understood only beside another name ("Portland, ME"); a code of three letters;
            its citizens; nothing, for words that are no place (`place` is empty).
        place: code of the place.
        region: `<place>.<GeoNames first-order code>` of a region, where it has one.
        name: the name of a region.
    """

    kind: NameKind
    place: str
    region: str | None
    name: str | None


class Namesake(msgspec.Struct, frozen=True):
    """A city of that name: how likely it is meant, whether it is its own name, its region as in `Name`."""

    city: City
    rank: float
    own: bool
    region: str


class Names:
    """Looks up folded names.

    Args:
        connection: an open store; rows as plain tuples.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.find_names = lru_cache(maxsize=4096)(self._read_names)
        self.find_cities = lru_cache(maxsize=1024)(self._read_cities)

    def _read_names(self, key: str) -> tuple[Name, ...]:
        query = "SELECT kind, place, region, name FROM place_names WHERE key = ?"
        return tuple(Name(*row) for row in self._connection.execute(query, (key,)))

    def _read_cities(self, key: str) -> tuple[Namesake, ...]:
        query = f"""
            SELECT own, weight, place || '.' || coalesce(region, ''), {CITY_COLUMNS}
            FROM city_names JOIN cities ON id = city WHERE key = ? ORDER BY weight DESC, id LIMIT {MOST}
        """
        rows = self._connection.execute(query, (key,)).fetchall()
        found = [
            Namesake(city := city_of(row[3:]), _rank(city, *row[:2]), bool(row[0]), row[2]) for row in rows
        ]
        return tuple(sorted(found, key=lambda namesake: (-namesake.rank, namesake.city.id)))


def _rank(city: City, own: int, weight: int) -> float:
    return weight * (CAPITAL if city.capital else 1.0) * (1.0 if own else ALTERNATE)
