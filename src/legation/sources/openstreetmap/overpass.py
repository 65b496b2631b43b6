"""Read an answer of Overpass: JSON, asked for with `out center`."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from legation.sources.openstreetmap.element import Element, ElementKind, is_diplomatic


class Point(msgspec.Struct, frozen=True):
    """The middle of a way or relation."""

    lat: float
    lon: float


class Answered(msgspec.Struct, frozen=True):
    """One element of an answer."""

    kind: ElementKind = msgspec.field(name="type")
    id: int
    lat: float | None = None
    lon: float | None = None
    center: Point | None = None
    tags: dict[str, str] = {}


class Answer(msgspec.Struct, frozen=True):
    """The part of an answer that is read."""

    elements: list[Answered]


def read_overpass(path: Path) -> Iterator[Element]:
    """The diplomatic offices of an answer.

    Raises:
        msgspec.DecodeError: not an answer of Overpass.
    """
    for one in msgspec.json.decode(path.read_bytes(), type=Answer).elements:
        if is_diplomatic(one.tags):
            yield Element(one.kind, one.id, one.tags, _point(one))


def _point(one: Answered) -> tuple[float, float] | None:
    if one.center is not None:
        return one.center.lat, one.center.lon
    return (one.lat, one.lon) if one.lat is not None and one.lon is not None else None
