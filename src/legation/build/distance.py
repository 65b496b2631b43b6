"""How far two claimed points lie apart."""

from legation.model.claims import Value
from legation.places.globe import distance_km


def metres(one: Value | None, other: Value | None) -> float | None:
    """Great-circle distance of two `latitude,longitude` values; None when either is unknown."""
    if not isinstance(one, str) or not isinstance(other, str):
        return None
    (a, b), (c, d) = (map(float, point.split(",")) for point in (one, other))
    return 1000 * distance_km(a, b, c, d)
