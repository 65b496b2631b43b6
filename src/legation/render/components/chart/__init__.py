"""A map of posts, drawn when it is wanted; the list on the page says the same."""

import msgspec

__all__ = ["Chart"]


class Chart(msgspec.Struct, frozen=True):
    """A map: path of the GeoJSON with the posts, code of the place to show (empty: the whole world)."""

    points: str
    place: str = ""
