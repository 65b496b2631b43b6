"""Distances on the ellipsoid.

`roughly` ranks a nation's posts; `kilometres` is what an answer shows. geographiclib would take 100 microseconds a
pair, more than a whole answer may cost, so the shown few use Lambert's formula for long lines; the tests hold it
against geographiclib (docs/decisions/0002-distances.md).
"""

from math import atan, cos, radians, sin, tan

from legation.places.globe import EARTH_KM, central_angle, distance_km

WGS84_A_KM = 6378.137
WGS84_F = 1 / 298.257223563

Point = tuple[float, float]
"""Latitude, longitude, WGS84 degrees."""

Vector = tuple[float, float, float]
"""A point of the unit sphere."""


def unit_vector(point: Point) -> Vector:
    """The point as a vector: from vector to vector is quicker than from angle to angle."""
    latitude, longitude = map(radians, point)
    return cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude)


def roughly(a: Point, b: Point) -> float:
    """Kilometres on the sphere (haversine): within 0.6 % of the ellipsoid."""
    return distance_km(*a, *b)


def kilometres(a: Point, b: Point) -> float:
    """Kilometres on WGS84 by Lambert's formula: off by metres, save near the antipode, where it falls back.

    Source: W. D. Lambert, Journal of the Washington Academy of Sciences 32 (1942), 125-130.
    """
    reduced, other = (atan((1 - WGS84_F) * tan(radians(latitude))) for latitude in (a[0], b[0]))
    angle = central_angle(reduced, other, radians(b[1] - a[1]))
    if angle < 1e-9:
        return 0.0
    if angle > 3.1:
        return EARTH_KM * angle
    p, q = (reduced + other) / 2, (other - reduced) / 2
    x = (angle - sin(angle)) * (sin(p) * cos(q) / cos(angle / 2)) ** 2
    y = (angle + sin(angle)) * (cos(p) * sin(q) / sin(angle / 2)) ** 2
    return WGS84_A_KM * (angle - WGS84_F / 2 * (x + y))
