"""`mapping.toml`, decoded: what classes, operators, countries and quarters of Wikidata mean."""

from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from legation.model.codes import PostKind

MAPPING: Final = Path(__file__).with_name("mapping.toml")


class KindEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A class: the kind it means, or why its items are no posts, or neither; `closed` when it says so."""

    label: str
    kind: PostKind | None = msgspec.field(default=None, name="is")
    set_aside: str | None = None
    closed: bool = False


class PlaceEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An operator or a country: the code of the register it means, or why its rows are no posts."""

    label: str
    code: str | None = msgspec.field(default=None, name="is")
    set_aside: str | None = None


class CityEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A quarter or an island: the city whose it is, as the gazetteer names it, and the place it lies in."""

    label: str
    city: str = msgspec.field(name="is")
    place: str = msgspec.field(name="in")


class PostEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A post whose class or country misleads: why it is none that helps citizens, or the place it serves."""

    label: str
    set_aside: str | None = None
    receiving: str | None = None


class Mapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The five tables, by item."""

    kind: dict[str, KindEntry]
    operator: dict[str, PlaceEntry]
    country: dict[str, PlaceEntry]
    city: dict[str, CityEntry]
    post: dict[str, PostEntry]


@cache
def mapping() -> Mapping:
    """The mapping of the package."""
    return msgspec.toml.decode(MAPPING.read_bytes(), type=Mapping)
