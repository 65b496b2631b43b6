"""Distances on the globe, good to half a per cent."""

from math import asin, cos, radians, sin, sqrt
from typing import Final

EARTH_KM: Final = 6371.009
KM_PER_DEGREE: Final = 111.195


def distance_km(latitude: float, longitude: float, to_latitude: float, to_longitude: float) -> float:
    """Return the great-circle distance in kilometres (haversine); points in WGS84 degrees."""
    north, to_north = radians(latitude), radians(to_latitude)
    half_north, half_east = (to_north - north) / 2, radians(to_longitude - longitude) / 2
    chord = sin(half_north) ** 2 + cos(north) * cos(to_north) * sin(half_east) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, chord)))
