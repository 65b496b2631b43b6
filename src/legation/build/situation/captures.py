"""Recorded captures as what each snapshot says, in the forms that `[[capture]]` of a source names."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from legation.build.situation.replay import replay
from legation.model.situation import Taken
from legation.sources import get_forms
from legation.sources.captured import Table, moment, parse_changes
from legation.sources.codes import PlaceCodes
from legation.sources.declaration import Declaration, Recorded
from legation.sources.reading import Reading

DATE: Final = r"(?P<date>\d{4}-\d{2}-\d{2})"


class Snapshot(msgspec.Struct, frozen=True):
    """What one snapshot says, and when it was taken."""

    taken: Taken
    reading: Reading


def read_captures(declaration: Declaration, captures: Path, codes: PlaceCodes) -> list[Snapshot]:
    """Every snapshot of a source below the captures folder, oldest first; of two of one moment the complete one.

    Raises:
        StopSource: a capture is not in the form it is declared to be.
    """
    found: dict[str, Snapshot] = {}
    for capture in sorted(declaration.capture, key=lambda capture: capture.complete):
        for snapshot in read_capture(declaration.id, capture, captures, codes):
            found[snapshot.taken.seen] = snapshot
    return [found[seen] for seen in sorted(found)]


def read_capture(source: str, capture: Recorded, captures: Path, codes: PlaceCodes) -> Iterator[Snapshot]:
    """The snapshots of one form."""
    form = get_forms(source)[capture.form]
    files = list(find_files(capture, captures))
    if not isinstance(form, Table):
        for seen, path in files:
            yield snapshot_of(source, seen, form(path.read_bytes(), codes, seen), complete=capture.complete)
        return
    bases = [form.parse(path.read_bytes(), source) for _, path in files]
    listed = parse_changes((captures / capture.changes).read_bytes(), source) if capture.changes else []
    edits = [edit for edit in listed if f"{edit.captured[:10]} {edit.destination}" not in capture.flawed]
    for seen, rows in replay(form, bases, edits) if bases else ():
        yield snapshot_of(source, seen, form.read(rows, codes, seen), complete=capture.complete)


def find_files(capture: Recorded, captures: Path) -> Iterator[tuple[str, Path]]:
    """The files of a capture with the moment that its name or its declaration gives, oldest first."""
    form = re.compile(re.escape(capture.path).replace(r"\{date\}", DATE))
    for path in sorted(captures.glob(capture.path.replace("{date}", "*"))):
        if match := form.fullmatch(path.relative_to(captures).as_posix()):
            yield moment(capture.seen or match["date"]), path


def snapshot_of(source: str, seen: str, reading: Reading, *, complete: bool) -> Snapshot:
    """A snapshot with its count of entries."""
    return Snapshot(Taken(source, seen, len(reading.statements) + len(reading.alerts), complete), reading)
