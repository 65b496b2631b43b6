"""Write the directory as text: one post a line, fixed order of keys and lines, so that a change is a one-line diff."""

import re
import shutil
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import msgspec

from legation.errors import StopSource
from legation.model.claims import Said
from legation.model.directory import Post, PostRecord

FIELDS: Final[tuple[str, ...]] = (
    "name",
    "kind",
    "sending",
    "receiving",
    "position",
    *(field for field in Post.__struct_fields__ if field not in ("name", "kind", "sending", "receiving")),
    "also",
    "events",
)
"""The order of fields in a line: those of `Post`, the point as one, then merged items and status events."""

STAGING: Final = ".posts-"
STALE_SECONDS: Final = 600
"""Ten times what a build takes."""


def pack(records: Iterable[PostRecord]) -> dict[str, bytes]:
    """Give the files of the directory by name, `<receiving>.jsonl`; same records, same bytes."""
    lines: dict[str, list[PostRecord]] = defaultdict(list)
    for record in records:
        lines[record.receiving].append(record)
    return {f"{place}.jsonl": _file(lines[place]) for place in sorted(lines)}


def _file(records: list[PostRecord]) -> bytes:
    return b"".join(line(record) + b"\n" for record in sorted(records, key=_place_in_file))


def _place_in_file(record: PostRecord) -> tuple[str, int, str]:
    digits = re.sub(r"\D", "", record.id) if record.id[0] == "Q" else ""
    return (record.sending, int(digits or 0), record.id)


def line(record: PostRecord) -> bytes:
    """One record as one line of JSON; a locator is written only where there is one."""
    claims = {
        field: [_short(said) for said in record.claims[field]] for field in FIELDS if field in record.claims
    }
    head = {"id": record.id, "sending": record.sending, "receiving": record.receiving, "seen": record.seen}
    tail = {"missing": record.missing} if record.missing else {}
    return msgspec.json.encode({**head, **tail, "claims": claims})


def _short(said: Said) -> list[object]:
    parts: list[object] = [said.value, said.source, said.seen]
    return [*parts, said.locator] if said.locator else parts


def swap(files: dict[str, bytes], folder: Path) -> list[str]:
    """Make a folder hold exactly these files; give the names that changed.

    Everything is written beside the folder first and each file is moved over its old self, so that a reader or a
    kill at any moment finds whole files only. What a killed build left behind is cleared.

    Raises:
        StopSource: the disk is full or the folder cannot be written; the old text stays.
    """
    try:
        clear_stale(folder.parent)
        staging = Path(tempfile.mkdtemp(prefix=STAGING, dir=folder.parent))
        try:
            return _swap(files, folder, staging)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    except OSError as error:
        message = (
            f"Cannot write {folder} ({error}); the text stays as it was. Free some space, or give --data."
        )
        raise StopSource("unwritable-text", message, "build", str(folder)) from error


def _swap(files: dict[str, bytes], folder: Path, staging: Path) -> list[str]:
    changed = [name for name in sorted(files) if _content(folder / name) != files[name]]
    for name in changed:
        (staging / name).write_bytes(files[name])
    folder.mkdir(exist_ok=True)
    for name in changed:
        (staging / name).replace(folder / name)
    gone = sorted(path for path in folder.glob("*.jsonl") if path.name not in files)
    for path in gone:
        path.unlink()
    return changed + [path.name for path in gone]


def clear_stale(data: Path) -> None:
    """Remove what killed builds left; a younger folder belongs to a build that runs beside this one."""
    for left in data.glob(f"{STAGING}*"):
        if time.time() - left.stat().st_mtime > STALE_SECONDS:
            shutil.rmtree(left, ignore_errors=True)


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
