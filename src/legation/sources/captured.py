"""Tables that somebody captured from a web page, and lists of what changed in them between two captures."""

import csv
import io
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final

import msgspec

from legation.sources.codes import PlaceCodes
from legation.sources.reading import Reading, parse_json, parse_rows, unfit

Rows = list[dict[str, Any]]
CHANGES: Final = frozenset({"captured", "from", "to"})


def parse_table(body: bytes, source: str) -> tuple[str, Rows]:
    """The moment and the rows of a captured table.

    Raises:
        StopSource: it lacks either.
    """
    decoded = parse_json(body, source)
    if not isinstance(decoded, dict) or "captured" not in decoded:
        raise unfit(source, "lacks the moment of its capture")
    return moment(str(decoded["captured"])), parse_rows(decoded.get("rows"), source)


class Table(msgspec.Struct, frozen=True):
    """How a captured table is read: rows with `destination` and `risk_level`.

    Attributes:
        read: rows to what they say. parse: bytes to moment and rows.
        updated: the columns that a change makes unknown until the next whole table.
        carried: the whole tables lack the level; it stands in the list of changes alone, where empty is a state.
    """

    read: Callable[[Rows, PlaceCodes, str], Reading]
    parse: Callable[[bytes, str], tuple[str, Rows]] = parse_table
    updated: tuple[str, ...] = ("last_updated", "last_updated_advisory")
    carried: bool = False


class Edit(msgspec.Struct, frozen=True):
    """One change in a table: when it was captured, of what, from which level to which; empty is none."""

    captured: str
    destination: str
    before: str
    after: str
    removed: bool = False


def parse_changes(body: bytes, source: str) -> list[Edit]:
    """A list of changes between captured tables, oldest first.

    Raises:
        StopSource: it is no such list.
    """
    reader = csv.DictReader(io.StringIO(body.decode("utf-8"), newline=""))
    columns = set(reader.fieldnames or ())
    if not columns >= CHANGES or not columns & {"destination", "iso2"}:
        raise unfit(source, "is no list of changes")
    edits = [
        Edit(
            moment(row["captured"]),
            (row.get("destination") or row["iso2"]).replace("_", "/"),
            row["from"],
            row["to"],
            row.get("kind") == "removed",
        )
        for row in reader
    ]
    return sorted(edits, key=lambda edit: edit.captured)


def moment(said: str) -> str:
    """An ISO date or moment, in UTC to the second; a date is its midnight."""
    at = datetime.fromisoformat(said)
    return at.replace(tzinfo=at.tzinfo or UTC).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
