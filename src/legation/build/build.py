"""Build the directory: read every source, match, settle, check, and only then replace the text."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from legation.build.check import check
from legation.build.compose import compose
from legation.build.dossier import Dossier, gather
from legation.build.events import attach, read_events
from legation.build.health import check_rows, check_size
from legation.build.judge import rank_of
from legation.build.match import Group, match
from legation.build.pack import pack, swap
from legation.build.report import Report, SnapshotRead
from legation.build.seat import find_seats, seat_claims
from legation.model.directory import PostRecord
from legation.places import Gazetteer
from legation.sources import declarations, get_reader
from legation.sources.declaration import Declaration
from legation.sources.row import Row
from legation.sources.snapshot import Snapshot, find_snapshots
from legation.store import gazetteer as gazetteer_tables

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many steps are done, and of how many."""


def build(captures: Path, data: Path, progress: Progress = lambda *_: None) -> Report:
    """Read the captures, write `data/posts`, and say what became of every row.

    Args:
        captures: the folder that holds the sources' snapshots.
        data: the folder with `places` and `status`, in which `posts` is written.
        progress: told of each step.

    Raises:
        StopSource: a source is not fit, or the result breaks a rule; the text stays as it was.
        TornData: the places or the status events cannot be read.
    """
    gazetteer = open_gazetteer(data)
    found = [(declaration, find_snapshots(declaration, captures)) for declaration in declarations().values()]
    steps = sum(len(snapshots) for _, snapshots in found) + 4
    reads: list[SnapshotRead] = []
    dossiers: list[Dossier] = []
    for declaration, snapshots in found:
        for snapshot in snapshots:
            progress(f"Reading {declaration.id} of {snapshot.seen}", len(reads), steps)
            newest = snapshot is snapshots[-1]
            reads.append(SnapshotRead(snapshot, read(declaration, snapshot, gazetteer, newest)))
        own = [(one.snapshot.seen, one.rows) for one in reads if one.snapshot.source == declaration.id]
        dossiers += gather(declaration.id, own)
    progress("Matching", steps - 4, steps)
    matched = match(dossiers)
    attached = attach(matched.groups, read_events(data), gazetteer)
    progress("Settling", steps - 3, steps)
    records = settle_all([*matched.groups, *attached.founded], attached.events, gazetteer)
    progress("Checking", steps - 2, steps)
    check(records, frozenset(place.code for place in gazetteer.places()))
    progress("Writing", steps - 1, steps)
    changed = swap(pack(records), data / "posts")
    progress("Done", steps, steps)
    return Report(reads, matched, attached, records, changed)


def open_gazetteer(data: Path) -> Gazetteer:
    """The places of a data folder, compiled in memory."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.executescript(gazetteer_tables.SCHEMA)
    gazetteer_tables.load(connection, data)
    return Gazetteer(connection)


def read(declaration: Declaration, snapshot: Snapshot, gazetteer: Gazetteer, newest: bool) -> list[Row]:
    """Read a snapshot; the floors are measures of the newest."""
    if newest:
        check_size(declaration, snapshot)
    rows = list(get_reader(declaration.id)(snapshot, gazetteer))
    if newest:
        check_rows(declaration, snapshot, rows)
    return rows


def settle_all(
    groups: Iterable[Group], events: dict[str, list[str]], gazetteer: Gazetteer
) -> list[PostRecord]:
    """Make the records of all groups."""
    groups = list(groups)
    seats = find_seats(groups)
    heads = {group.id for group in groups if rank_of(group.get("kind")) == "head"}
    missions = Counter((group.sending, group.receiving) for group in groups if group.id in heads)
    records = []
    for group in groups:
        alone = group.id in heads and missions[group.sending, group.receiving] == 1
        further = seat_claims(group, seats)
        records.append(compose(group, alone, events.get(group.id, []), further, gazetteer))
    return records
