"""The claims behind a settled value, as the store keeps them."""

import difflib
import sqlite3
from typing import Final

import msgspec

from legation.errors import Candidate, UnknownInput
from legation.model.claims import Value
from legation.model.directory import PostRecord
from legation.store.posts import get_record

POINT_FIELDS: Final = {"latitude": "position", "longitude": "position", "id": "also"}
"""Fields of a post that are claimed under another name."""


class Word(msgspec.Struct, frozen=True):
    """One claim: the value, who said it, when, where in the source; settled when it is the one we show."""

    value: Value
    source: str
    seen: str
    locator: str | None
    settled: bool


class Explanation(msgspec.Struct, frozen=True):
    """All that was said of one field of one post, the settled value first."""

    post: str
    name: str
    field: str
    claims: list[Word]


def explain(connection: sqlite3.Connection, post: str, field: str) -> Explanation:
    """Give the claims on a field.

    Args:
        connection: an open store.
        post: id of the post, or of an item that was merged into it.
        field: a field of `legation.model.directory.Post`.

    Raises:
        UnknownInput: no such post, or nobody said anything of that field; names what there is.
    """
    record = get_record(connection, post) or _merged(connection, post)
    if record is None:
        message = f"There is no post {post!r}: its id is in the output of `legation find … --json`."
        raise UnknownInput("unknown-post", message, post)
    claimed = POINT_FIELDS.get(field, field)
    if claimed not in record.claims:
        raise _unknown_field(record, field)
    said = record.claims[claimed]
    words = [Word(one.value, one.source, one.seen, one.locator, one is said[0]) for one in said]
    return Explanation(record.id, str(record.claims["name"][0].value), claimed, words)


def _merged(connection: sqlite3.Connection, item: str) -> PostRecord | None:
    """The record that an item was merged into."""
    quoted = msgspec.json.encode(item)
    rows = connection.execute("SELECT id FROM record WHERE instr(line, ?) ORDER BY id", (quoted,)).fetchall()
    for (post,) in rows:
        record = get_record(connection, post)
        if record and any(item in _listed(said.value) for said in record.claims.get("also", ())):
            return record
    return None


def _listed(value: Value) -> list[str]:
    return value if isinstance(value, list) else []


def _unknown_field(record: PostRecord, field: str) -> UnknownInput:
    fields = sorted(record.claims)
    close = difflib.get_close_matches(field, fields, n=3)
    message = f"No source says anything of {field!r} of {record.id}; said are {', '.join(fields)}."
    return UnknownInput("unknown-field", message, field, [Candidate(name, name, "field") for name in close])
