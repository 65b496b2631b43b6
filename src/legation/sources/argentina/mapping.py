"""`mapping.toml`, decoded: what names in the Argentine list mean."""

from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from legation.model.codes import PostKind

MAPPING: Final = Path(__file__).with_name("mapping.toml")


class Mapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The tables, by what the list says."""

    kind: dict[str, PostKind]
    set_aside: dict[str, str]
    receiving: dict[str, str]
    city: dict[str, str]
    state: dict[str, str]


@cache
def mapping() -> Mapping:
    """The mapping of the package."""
    return msgspec.toml.decode(MAPPING.read_bytes(), type=Mapping)


def longest(table: dict[str, str] | dict[str, PostKind], name: str) -> str | None:
    """The longest key of a table that a name begins with."""
    return max((key for key in table if name.startswith(key)), key=len, default=None)
