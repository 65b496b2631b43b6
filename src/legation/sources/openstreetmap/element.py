"""An element of the map with the tags and the point that a post needs, from whichever file it comes."""

from typing import Final, Literal

import msgspec

ElementKind = Literal["node", "way", "relation"]
MOST: Final = 200_000
"""Elements of an extract of the whole planet, ten times over."""


class Element(msgspec.Struct, frozen=True):
    """A tagged node, way or relation.

    Attributes:
        kind, id: as the map numbers it.
        tags: all of them.
        point: (latitude, longitude) of a node, the middle of a way; None when its nodes are not in the file.
    """

    kind: ElementKind
    id: int
    tags: dict[str, str]
    point: tuple[float, float] | None = None

    @property
    def record(self) -> str:
        """How the map names it: `node/123`."""
        return f"{self.kind}/{self.id}"


def is_diplomatic(tags: dict[str, str]) -> bool:
    """Whether an element is a diplomatic office, by the tags of today or by the older one."""
    return tags.get("office") == "diplomatic" or tags.get("amenity") == "embassy"
