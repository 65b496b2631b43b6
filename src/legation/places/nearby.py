"""Cities round a point, and which of them a person would name."""

import sqlite3
from collections.abc import Iterator
from math import ceil, cos, pi, radians, sqrt
from typing import Final

from legation.model.place import City
from legation.places.globe import distance_km
from legation.places.records import CITY_COLUMNS, city_of

PEOPLE_PER_KM2: Final = 5_000
"""How densely a city is built up; its population over it gives the reach of its name."""
SEAT_REACH: Final = 1.4
"""A seat of government is named for its suburbs too."""
WIDEST: Final = 4
"""How many degrees to look around before giving up."""


class Nearby:
    """Finds cities by where they are.

    Args:
        connection: an open store; rows as plain tuples.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def known_city(self, latitude: float, longitude: float, place: str | None = None) -> City | None:
        """Return the city that a person knows for a door at this point: Berlin for Mitte, Lima for Miraflores.

        It is the largest city whose built-up area (its population over a usual density) takes in the point, within
        one first-order region, or else the nearest.
        """
        found = self._near(latitude, longitude, place)
        if not found:
            return None
        nearest = min(found, key=lambda near: near[0])
        covering = [near for near in found if near[0] <= reach_km(near[1]) and near[2] == nearest[2]]
        return max(covering or [nearest], key=lambda near: (near[1].capital, near[1].population))[1]

    def nearest_city(self, latitude: float, longitude: float) -> tuple[float, City] | None:
        """Return the distance in km and the city, whatever place it lies in."""
        found = self._near(latitude, longitude, None)
        return min(found, key=lambda near: near[0])[:2] if found else None

    def _near(
        self, latitude: float, longitude: float, place: str | None
    ) -> list[tuple[float, City, str | None]]:
        for width in (1, WIDEST):
            marks = list(cells(latitude, longitude, width))
            query = f"SELECT region, {CITY_COLUMNS} FROM cities WHERE cell IN ({','.join('?' * len(marks))})"
            cities = [(row[0], city_of(row[1:])) for row in self._connection.execute(query, marks)]
            found = [
                (distance_km(latitude, longitude, city.latitude, city.longitude), city, region)
                for region, city in cities
                if place in (None, city.place)
            ]
            if found:
                return found
        return []


def reach_km(city: City) -> float:
    """Return how far from its centre a city's name is used."""
    return sqrt(city.population / PEOPLE_PER_KM2 / pi) * (SEAT_REACH if city.capital else 1.0)


def cells(latitude: float, longitude: float, width: int) -> Iterator[int]:
    """Number the one-degree cells within about `width` degrees, as the store numbers them."""
    row, column = int(latitude + 90), int(longitude + 180)
    wide = min(180, ceil(width / max(cos(radians(latitude)), 0.01)))
    for north in range(max(0, row - width), min(180, row + width) + 1):
        yield from {north * 360 + (column + east) % 360 for east in range(-wide, wide + 1)}
