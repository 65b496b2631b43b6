"""A map of posts, drawn when it is wanted; the list on the page says the same."""

import msgspec

__all__ = ["Chart"]


class Chart(msgspec.Struct, frozen=True):
    """A map.

    Attributes:
        points: path of the GeoJSON with the posts. post: path of a post's page, with ID for its identifier.
        place: code of the place to show; empty: the whole world.
    """

    points: str
    post: str
    place: str = ""
