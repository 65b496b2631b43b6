"""Replay a captured table: between two whole ones, a table for each moment at which something changed."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from legation.sources.captured import Edit, Rows, Table

ByName = dict[str, dict[str, Any]]
LEVEL: Final = "risk_level"


def replay(
    table: Table, bases: Sequence[tuple[str, Rows]], edits: Sequence[Edit]
) -> Iterator[tuple[str, Rows]]:
    """Moment and rows of every table, oldest first.

    Args:
        table: how it is read.
        bases: the whole tables with their moments, oldest first.
        edits: what changed, oldest first; those before the first whole table are undone from it.
    """
    whole = dict(bases)
    first = min(whole)
    rows = undo(by_name(whole[first]), [edit for edit in edits if edit.captured < first])
    for seen in sorted({*whole, *(edit.captured for edit in edits)}):
        if seen in whole:
            rows = take(by_name(whole[seen]), rows, table)
        rows = apply(rows, [edit for edit in edits if edit.captured == seen], table, whole=seen in whole)
        yield seen, list(rows.values())


def by_name(rows: Rows) -> ByName:
    """Rows by destination; of two of one name the one that states a level."""
    found: ByName = {}
    for row in rows:
        name = str(row.get("destination"))
        if name not in found or row.get(LEVEL):
            found[name] = row
    return found


def take(base: ByName, rows: ByName, table: Table) -> ByName:
    """A whole table, with the levels carried over when it has none."""
    if not table.carried:
        return base
    return {name: row | {LEVEL: rows.get(name, {}).get(LEVEL)} for name, row in base.items()}


def apply(rows: ByName, edits: Sequence[Edit], table: Table, *, whole: bool) -> ByName:
    """The rows after some changes; a change to nothing is a flaw of the capture, unless nothing is a state."""
    changed = dict(rows)
    unknown = {} if whole else dict.fromkeys(table.updated)
    for edit in edits:
        if edit.removed:
            changed.pop(edit.destination, None)
        elif edit.after or table.carried:
            row = changed.get(edit.destination, {"destination": edit.destination})
            changed[edit.destination] = row | {LEVEL: edit.after} | unknown
    return changed


def undo(rows: ByName, edits: Sequence[Edit]) -> ByName:
    """The rows before some changes."""
    before = dict(rows)
    for edit in reversed(edits):
        if edit.before:
            before[edit.destination] = before.get(edit.destination, {}) | {
                "destination": edit.destination,
                LEVEL: edit.before,
            }
        else:
            before.pop(edit.destination, None)
    return before
