"""Cities round a point, and which of them a person would name."""

import sqlite3
from collections.abc import Iterator
from math import cos, floor, pi, radians, sqrt
from typing import Final

from legation.model.place import City
from legation.places.globe import distance_km
from legation.places.records import CITY_COLUMNS, city_of

PEOPLE_PER_KM2: Final = 5_000
"""How densely a city is built up; its population over it gives the reach of its name."""
SEAT_REACH, SEAT_KM = 1.4, 10.0
"""A seat of government is named for its suburbs too, and for the small towns round it, however small itself."""
SMALL, GREAT = 90_000, 1_000_000
WIDTHS: Final = (0.4, 1.5, 5.0)
"""Degrees to look around: the reach of the largest city, then as far as it takes."""

Near = tuple[float, City, str | None]
"""Kilometres to a city, the city, its first-order region."""


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
        one first-order region unless it is the seat of government; or else the nearest.
        """
        found = self._near(latitude, longitude, place)
        if not found:
            return None
        nearest = min(found, key=lambda near: near[0])
        covering = [near[1] for near in found if is_known_for(near, nearest)]
        return max(covering, key=lambda city: (city.capital, city.population), default=nearest[1])

    def _near(self, latitude: float, longitude: float, place: str | None) -> list[Near]:
        for width in WIDTHS:
            marks = list(cells(latitude, longitude, width))
            query = f"""
                SELECT region, {CITY_COLUMNS} FROM cities
                WHERE cell IN ({",".join("?" * len(marks))}) AND latitude BETWEEN ? AND ? AND place = coalesce(?, place)
            """
            values = (*marks, latitude - width, latitude + width, place)
            cities = [(row[0], city_of(row[1:])) for row in self._connection.execute(query, values)]
            if cities:
                return [
                    (distance_km(latitude, longitude, city.latitude, city.longitude), city, region)
                    for region, city in cities
                ]
        return []


def is_known_for(near: Near, nearest: Near) -> bool:
    """Whether the point goes by the name of this city rather than of the nearest one."""
    km, city, region = near
    same = region == nearest[2]
    if not city.capital:
        return same and km <= reach_km(city)
    if not same and nearest[1].population >= GREAT:
        return km <= reach_km(city) / SEAT_REACH
    return km <= reach_km(city) or (km <= SEAT_KM and nearest[1].population < SMALL)


def reach_km(city: City) -> float:
    """Return how far from its centre a city's name is used."""
    return sqrt(city.population / PEOPLE_PER_KM2 / pi) * (SEAT_REACH if city.capital else 1.0)


def cells(latitude: float, longitude: float, width: float) -> Iterator[int]:
    """Number the one-degree cells within `width` degrees of latitude, as the store numbers them."""
    wide = min(180.0, width / max(cos(radians(latitude)), 0.01))
    west, east = floor(longitude - wide), floor(longitude + wide)
    for north in range(max(-90, floor(latitude - width)), min(90, floor(latitude + width)) + 1):
        yield from sorted({(north + 90) * 360 + (column + 180) % 360 for column in range(west, east + 1)})
