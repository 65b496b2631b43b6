"""The unit of provenance.

A claim reads: *source S, seen on D at locator L, says: field F of record R is V.*
"""

import hashlib

import msgspec

Value = str | int | float | bool | list[str]


class Claim(msgspec.Struct, frozen=True):
    """One source's word on one field of one record.

    Attributes:
        source: identifier of the source, the name of its folder under `sources/`.
        seen: ISO date of the snapshot that says so.
        locator: where in the source (an item, a row, a page), or None for the record itself.
        record: the record spoken of, in the source's own identifiers.
        field: the field's name in `legation.model.directory.Post`.
        value: the value, already in our normal form.
    """

    source: str
    seen: str
    locator: str | None
    record: str
    field: str
    value: Value

    @property
    def id(self) -> str:
        """Hash of exactly the identifying parts, 16 hex digits: equal claims have equal ids."""
        parts = msgspec.json.encode(
            [self.source, self.seen, self.locator, self.record, self.field, self.value]
        )
        return hashlib.blake2b(parts, digest_size=8).hexdigest()


class Said(msgspec.Struct, frozen=True, array_like=True):
    """A claim as it stands in `data/posts/*.jsonl`, inside its record and field: `[value, source, seen]`."""

    value: Value
    source: str
    seen: str
    locator: str | None = None
