"""A point on the globe to the place it lies in, or lies off."""

import sqlite3
from collections.abc import Iterator
from functools import lru_cache
from math import cos, radians
from typing import TYPE_CHECKING, Final

import msgspec

from legation.places.globe import KM_PER_DEGREE

if TYPE_CHECKING:
    from shapely import Polygon

NEAR_BORDER_KM: Final = 10.0
OFF_SHORE_KM: Final = 60.0
"""How far from every coast of ours a point may be; small islands are not drawn."""


class Near(msgspec.Struct, frozen=True, order=True):
    """A place by a point: 0 km when it lies in it, then the smaller outline goes first; `area` in square degrees."""

    km: float
    area: float
    place: str


class Outlines:
    """Finds places by their outlines.

    Args:
        connection: an open store; rows as plain tuples.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._polygon = lru_cache(maxsize=64)(self._read_polygon)

    def near(self, latitude: float, longitude: float, within_km: float) -> list[Near]:
        """Return the places within some kilometres of a point, nearest first, each once."""
        found: dict[str, Near] = {}
        for place, identifier, turned in self._candidates(latitude, longitude, within_km):
            near = self._measure(place, identifier, latitude, turned, within_km)
            if near and (place not in found or near < found[place]):
                found[place] = near
        return sorted(found.values())

    def is_disputed(self, latitude: float, longitude: float) -> bool:
        """Whether a point lies in an area that several states claim, whatever its place."""
        from shapely import Point, from_wkb

        query = "SELECT wkb FROM disputed_areas WHERE ? BETWEEN west AND east AND ? BETWEEN south AND north"
        areas = self._connection.execute(query, (longitude, latitude)).fetchall()
        return any(from_wkb(area).covers(Point(longitude, latitude)) for (area,) in areas)

    def _candidates(
        self, latitude: float, longitude: float, within_km: float
    ) -> Iterator[tuple[str, int, float]]:
        north = within_km / KM_PER_DEGREE
        east = north / max(cos(radians(latitude)), 0.01)
        query = """
            SELECT place, id FROM outlines
            WHERE west <= ? AND east >= ? AND south <= ? AND north >= ?
        """
        # The outlines end at 180 degrees; what is near a point there may begin on the other side.
        for turned in (longitude - 360, longitude, longitude + 360):
            if turned - east <= 180 and turned + east >= -180:
                box = turned + east, turned - east, latitude + north, latitude - north
                for place, identifier in self._connection.execute(query, box).fetchall():
                    yield place, identifier, turned

    def _measure(
        self, place: str, identifier: int, latitude: float, longitude: float, within_km: float
    ) -> Near | None:
        from shapely import Point, clip_by_rect, transform

        polygon = self._polygon(identifier)
        shrink = cos(radians(latitude))
        north = within_km / KM_PER_DEGREE
        east = north / max(shrink, 0.01)
        around = clip_by_rect(polygon, longitude - east, latitude - north, longitude + east, latitude + north)
        if around.is_empty:
            return None
        # Near a point a degree of longitude is a degree of latitude shrunk.
        flat = transform(around, lambda xy: xy * (shrink, 1.0))
        km = float(flat.distance(Point(longitude * shrink, latitude))) * KM_PER_DEGREE
        return Near(km, float(polygon.area), place) if km <= within_km else None

    def _read_polygon(self, identifier: int) -> "Polygon":
        from shapely import from_wkb

        query = "SELECT wkb FROM outlines WHERE id = ?"
        polygon: Polygon = from_wkb(self._connection.execute(query, (identifier,)).fetchone()[0])
        return polygon
