"""What a reader hands on: for each row of a snapshot its claims, or the reason why it has none."""

from collections.abc import Iterator
from typing import Final, Literal, Protocol

import msgspec

from legation.model.claims import Claim
from legation.places import Gazetteer
from legation.sources.snapshot import Snapshot

HELPED_BY: Final = "helped-by"
"""Claimed of a place: the posts elsewhere, or of others, that help there, as `AU Mexico City, MX`."""


class Remark(msgspec.Struct, frozen=True, order=True):
    """Something about a row that the report lists: a stable code, and the value it is about."""

    code: str
    value: str


class Row(msgspec.Struct, frozen=True):
    """One row of a snapshot, mapped or set aside, never both, never neither.

    Attributes:
        record: the record it speaks of, in the source's own identifiers.
        locator: file and line.
        claims: what it says, in our normal form.
        set_aside: why it says nothing about a post that helps people.
        remarks: values left out or changed on the way.
        about: what its claims speak of, a post or a place (its local emergency numbers).
    """

    record: str
    locator: str
    claims: tuple[Claim, ...] = ()
    set_aside: str | None = None
    remarks: tuple[Remark, ...] = ()
    about: Literal["post", "place"] = "post"


class Reader(Protocol):
    """The one function of a source's `read.py`."""

    def __call__(self, snapshot: Snapshot, gazetteer: Gazetteer) -> Iterator[Row]:
        """Read every row of a snapshot.

        Raises:
            StopSource: the snapshot is not in the source's format.
        """
        ...
