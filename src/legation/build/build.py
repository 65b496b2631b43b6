"""Build the directory: read every source, match, settle, check, and only then replace the text."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from legation.build.changes import log_changes
from legation.build.check import check
from legation.build.compose import compose
from legation.build.dossier import Dossier, gather
from legation.build.emergency import pack_numbers, settle_numbers
from legation.build.events import attach, read_events, with_cities
from legation.build.health import check_rows, check_size
from legation.build.helping import read_arrangements, unarranged
from legation.build.judge import rank_of
from legation.build.judgements import Ledger, read_decisions
from legation.build.match import Group, match
from legation.build.mission import find_sites, site_claims
from legation.build.pack import pack, swap
from legation.build.remember import remember
from legation.build.report import Report, SnapshotRead
from legation.build.seat import find_seats, seat_claims
from legation.build.website import set_strays_aside
from legation.errors import StopSource
from legation.model.directory import PostRecord
from legation.places import Gazetteer
from legation.sources import declarations, get_reader
from legation.sources.contact import clean
from legation.sources.declaration import Declaration
from legation.sources.row import Row
from legation.sources.snapshot import Snapshot, find_snapshots
from legation.store import gazetteer as gazetteer_tables

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many steps are done, and of how many."""


def build(
    captures: Path,
    data: Path,
    progress: Progress = lambda *_: None,
    declared: Iterable[Declaration] | None = None,
    on: str | None = None,
) -> Report:
    """Read the captures, write `data/posts` and `data/emergency`, and say what became of every row.

    A source that is not fit is refused: its last good data stays, and the others are built.

    Args:
        captures: the folder that holds the sources' snapshots.
        data: the folder with `places` and `status`, in which `posts` and `emergency` are written.
        progress: told of each step.
        declared: the sources; None for all of the package.
        on: ISO date of the build, by which `data/changes` dates what it notices; None is today.

    Raises:
        StopSource: every source is refused, or the result breaks a rule; the text stays as it was.
        TornData: the places or the status events cannot be read.
    """
    gazetteer = open_gazetteer(data)
    if declared is None:
        declared = [one for one in declarations().values() if one.part == "directory"]
    reads, refusals = read_all(declared, captures, gazetteer, progress)
    if refusals and not reads:
        raise next(iter(refusals.values()))
    last = remember(refusals, data)
    steps = len(reads) + 4
    progress("Matching", steps - 4, steps)
    events = read_events(data)
    matched = match(
        with_cities([*gather_all(reads), *last.dossiers], events, gazetteer),
        Ledger([*last.together, *read_decisions(data)]),
    )
    groups, strays = set_strays_aside(matched.groups, gazetteer)
    attached = attach(groups, events, gazetteer)
    progress("Settling", steps - 3, steps)
    records = settle_all([*groups, *attached.founded], attached.events, gazetteer)
    progress("Checking", steps - 2, steps)
    places = frozenset(place.code for place in gazetteer.places())
    check(records, places)
    numbers = settle_numbers([*(row for read in reads for row in read.rows), *last.rows], places)
    helpers = unarranged((row for read in reads for row in read.rows), read_arrangements(data))
    progress("Writing", steps - 1, steps)
    today = on or datetime.now(UTC).date().isoformat()
    swap(log_changes(records, events, data, today), data / "changes")
    changed = swap(pack(records), data / "posts") + swap(pack_numbers(numbers), data / "emergency")
    progress("Done", steps, steps)
    return Report(reads, refusals, matched, strays, attached, records, numbers, helpers, changed)


def open_gazetteer(data: Path) -> Gazetteer:
    """The places of a data folder, compiled in memory."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.executescript(gazetteer_tables.SCHEMA)
    gazetteer_tables.load(connection, data)
    return Gazetteer(connection)


def read_all(
    declared: Iterable[Declaration], captures: Path, gazetteer: Gazetteer, progress: Progress
) -> tuple[list[SnapshotRead], dict[str, StopSource]]:
    """Read every snapshot of every source, oldest first, and why a source was refused, whole."""
    reads: list[SnapshotRead] = []
    refusals: dict[str, StopSource] = {}
    found: dict[str, list[Snapshot]] = {}
    declared = list(declared)
    for declaration in declared:
        try:
            found[declaration.id] = find_snapshots(declaration, captures)
        except StopSource as refusal:
            refusals[declaration.id] = refusal
    steps, done = sum(map(len, found.values())) + 4, 0
    for declaration in declared:
        snapshots = found.get(declaration.id, [])
        try:
            reads += read_source(declaration, snapshots, gazetteer, progress, done, steps)
        except StopSource as refusal:
            refusals[declaration.id] = refusal
        done += len(snapshots)
    return reads, refusals


def read_source(
    declaration: Declaration,
    snapshots: Sequence[Snapshot],
    gazetteer: Gazetteer,
    progress: Progress,
    done: int,
    steps: int,
) -> list[SnapshotRead]:
    """Read the snapshots of one source; the floors are measures of the newest.

    Raises:
        StopSource: one of them is not in the source's format, or the newest is not healthy.
    """
    reads: list[SnapshotRead] = []
    for snapshot in snapshots:
        progress(f"Reading {declaration.id} of {snapshot.seen}", done + len(reads), steps)
        if snapshot is snapshots[-1]:
            check_size(declaration, snapshot)
        rows = read_rows(declaration, snapshot, gazetteer)
        if snapshot is snapshots[-1]:
            check_rows(declaration, snapshot, rows)
        reads.append(SnapshotRead(snapshot, rows))
    return reads


def read_rows(declaration: Declaration, snapshot: Snapshot, gazetteer: Gazetteer) -> list[Row]:
    """The rows of a snapshot; whatever its reader stumbles over is the capture's fault, and stops this source alone.

    Raises:
        StopSource: it cannot be read.
    """
    try:
        return list(get_reader(declaration.id)(snapshot, gazetteer))
    except StopSource:
        raise
    except Exception as error:
        message = (
            f"{declaration.id} of {snapshot.seen} cannot be read: {type(error).__name__} "
            f"{clean(str(error))[:120]}. Capture it anew, or remove it."
        )
        raise StopSource("unfit-snapshot", message, declaration.id, snapshot.seen) from error


def gather_all(reads: Iterable[SnapshotRead]) -> list[Dossier]:
    """The dossiers of all sources, in order of source and record."""
    sources: dict[str, list[tuple[str, list[Row]]]] = defaultdict(list)
    for read in reads:
        sources[read.snapshot.source].append((read.snapshot.seen, read.rows))
    return [dossier for source in sorted(sources) for dossier in gather(source, sources[source])]


def settle_all(
    groups: Iterable[Group], events: dict[str, list[str]], gazetteer: Gazetteer
) -> list[PostRecord]:
    """Make the records of all groups."""
    groups = list(groups)
    seats, sites = find_seats(groups), find_sites(groups)
    heads = {group.id for group in groups if rank_of(group.get("kind")) == "head"}
    missions = Counter((group.sending, group.receiving) for group in groups if group.id in heads)
    records = []
    for group in groups:
        alone = group.id in heads and missions[group.sending, group.receiving] == 1
        further = [*seat_claims(group, seats), *site_claims(group, sites)]
        records.append(compose(group, alone, events.get(group.id, []), further, gazetteer))
    return records
