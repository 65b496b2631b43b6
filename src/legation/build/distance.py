"""How far two points lie apart, on a sphere."""

from math import asin, cos, radians, sin, sqrt

from legation.model.claims import Value

EARTH_METRES = 6_371_000


def metres(one: Value | None, other: Value | None) -> float | None:
    """Great-circle distance of two `latitude,longitude` values; None when either is unknown."""
    if not isinstance(one, str) or not isinstance(other, str):
        return None
    (a, b), (c, d) = _radians(one), _radians(other)
    half = sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2
    return 2 * EARTH_METRES * asin(sqrt(half))


def _radians(point: str) -> tuple[float, float]:
    latitude, longitude = point.split(",")
    return radians(float(latitude)), radians(float(longitude))
