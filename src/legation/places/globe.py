"""Distances on the sphere: within 0.6 % of the ellipsoid."""

from math import asin, cos, radians, sin, sqrt
from typing import Final

EARTH_KM: Final = 6371.0088
"""Mean radius, IUGG."""
KM_PER_DEGREE: Final = 111.195


def central_angle(latitude: float, other_latitude: float, longitudes: float) -> float:
    """Angle at the centre between two points (haversine); latitudes and difference of longitudes in radians."""
    half = (
        sin((other_latitude - latitude) / 2) ** 2
        + cos(latitude) * cos(other_latitude) * sin(longitudes / 2) ** 2
    )
    return 2 * asin(min(1.0, sqrt(half)))


def distance_km(latitude: float, longitude: float, to_latitude: float, to_longitude: float) -> float:
    """Return the great-circle distance in kilometres; points in WGS84 degrees."""
    angle = central_angle(radians(latitude), radians(to_latitude), radians(to_longitude - longitude))
    return EARTH_KM * angle
