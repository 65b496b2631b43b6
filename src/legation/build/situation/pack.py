"""Build `data/situation/` from captures: replay them in order, then write runs, not snapshots, as text."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

import msgspec

from legation.build.situation.captures import Snapshot, find_files, read_captures
from legation.build.situation.floors import check
from legation.build.situation.record import append, open_history
from legation.errors import StopSource
from legation.model.situation import Alert, AlertRun, Issuer, Run, Taken
from legation.sources.codes import PlaceCodes
from legation.sources.declaration import Declaration, declarations
from legation.sources.ucdp_ged.read import read_events
from legation.sources.ucdp_prio.read import read_conflicts
from legation.store.situation import ADVICE, advice_row, advice_run, insert_alert, read_lines


class Report(msgspec.Struct, frozen=True):
    """What was read of one source: snapshots, entries in them, entries set aside by reason, why it was refused."""

    source: str
    snapshots: int
    entries: int
    aside: dict[str, int]
    refused: str | None = None


def build(captures: Path, data: Path) -> list[Report]:
    """Read every capture of the sources of the situation and write the text; a refused source keeps its last text.

    Args:
        captures: the captures folder.
        data: the data folder; its register of places must be there.
    """
    codes = PlaceCodes.read(data)
    history = open_history()
    reports = []
    files: dict[str, list[bytes]] = {}
    for declaration in declarations().values():
        if declaration.part != "situation":
            continue
        try:
            reports.append(_read(declaration, captures, codes, history, files))
        except StopSource as refusal:
            keep(declaration.id, data / "situation", history)
            reports.append(Report(declaration.id, 0, 0, {}, refusal.message))
    files |= {"advice": _advice(history), "alerts": _alerts(history), "snapshots": _snapshots(history)}
    write(data / "situation", files)
    return reports


def keep(source: str, folder: Path, history: sqlite3.Connection) -> None:
    """Carry over what the text holds of a source whose captures were refused."""
    issuer = issuer_of(source)
    for run in read_lines(folder / "advice.jsonl", Run):
        if run.issuer == issuer:
            history.execute(ADVICE, advice_row(run))
    for alert_run in read_lines(folder / "alerts.jsonl", AlertRun):
        if alert_run.source == source:
            insert_alert(history, alert_run)
    for taken in read_lines(folder / "snapshots.jsonl", Taken):
        if taken.source == source:
            history.execute(
                "INSERT INTO situation_snapshot VALUES (?, ?, ?, ?)", msgspec.structs.astuple(taken)
            )


def issuer_of(source: str) -> Issuer | None:
    """The state whose advice a source is; None for conflicts and alerts."""
    state = source.removeprefix("advice_").upper()
    return msgspec.convert(state, Issuer) if source.startswith("advice_") else None


def _read(
    declaration: Declaration,
    captures: Path,
    codes: PlaceCodes,
    history: sqlite3.Connection,
    files: dict[str, list[bytes]],
) -> Report:
    """Read one source into the history, or its lines into the files."""
    if declaration.id.startswith("ucdp_"):
        return _read_conflicts(declaration, captures, codes, history, files)
    snapshots = read_captures(declaration, captures, codes)
    if not snapshots:
        raise no_files(declaration, captures)
    complete = [one.taken.entries for one in snapshots if one.taken.complete]
    if complete:
        check(declaration, "rows", complete[-1])
    for snapshot in snapshots:
        append(history, snapshot.taken, snapshot.reading, issuer_of(declaration.id))
    return Report(
        declaration.id, len(snapshots), sum(one.taken.entries for one in snapshots), _aside(snapshots)
    )


def _read_conflicts(
    declaration: Declaration,
    captures: Path,
    codes: PlaceCodes,
    history: sqlite3.Connection,
    files: dict[str, list[bytes]],
) -> Report:
    capture = declaration.capture[0]
    found = list(find_files(capture, captures))
    if not found:
        raise no_files(declaration, captures)
    seen, path = found[-1]
    if declaration.id == "ucdp_prio":
        years = read_conflicts(path.read_bytes(), codes)
        seen, entries, aside = f"{years.until}T00:00:00Z", len(years.spans), len(years.remarks)
        files["conflicts"] = lines(years.spans)
    else:
        events = read_events(path.read_bytes(), codes, seen)
        entries, aside = len(events.fighting), len(events.remarks)
        files["fighting"] = lines(events.fighting)
    history.execute(
        "INSERT INTO situation_snapshot VALUES (?, ?, ?, ?)", (declaration.id, seen, entries, False)
    )
    return Report(declaration.id, len(found), entries, {"set-aside": aside} if aside else {})


def no_files(declaration: Declaration, captures: Path) -> StopSource:
    """The error for a source without captures."""
    paths = ", ".join(capture.path for capture in declaration.capture)
    message = f"{declaration.id}: no file {paths} below {captures}. The last good state stays."
    return StopSource("no-snapshot", message, declaration.id)


def _aside(snapshots: Iterable[Snapshot]) -> dict[str, int]:
    """Entries set aside, by reason."""
    counts: dict[str, int] = {}
    for snapshot in snapshots:
        for remark in snapshot.reading.remarks:
            counts[remark.code] = counts.get(remark.code, 0) + 1
    return dict(sorted(counts.items()))


def _advice(history: sqlite3.Connection) -> list[bytes]:
    rows = history.execute("SELECT * FROM advice_run ORDER BY place, issuer, first")
    return lines(advice_run(row) for row in rows)


def _alerts(history: sqlite3.Connection) -> list[bytes]:
    rows = history.execute("SELECT source, alert, first, last FROM alert_run ORDER BY source, id, first")
    return lines(
        AlertRun(source, msgspec.json.decode(alert, type=Alert), first, last)
        for source, alert, first, last in rows
    )


def _snapshots(history: sqlite3.Connection) -> list[bytes]:
    rows = history.execute("SELECT * FROM situation_snapshot ORDER BY source, seen")
    return lines(Taken(source, seen, entries, bool(complete)) for source, seen, entries, complete in rows)


def lines(records: Iterable[msgspec.Struct]) -> list[bytes]:
    """One record a line, keys in the order of its type."""
    encoder = msgspec.json.Encoder()
    return [encoder.encode(record) + b"\n" for record in records]


def write(folder: Path, files: dict[str, list[bytes]]) -> None:
    """Replace each file whole: a killed build leaves the old one."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        fresh = folder / f".{name}.part"
        fresh.write_bytes(b"".join(content))
        fresh.replace(folder / f"{name}.jsonl")
