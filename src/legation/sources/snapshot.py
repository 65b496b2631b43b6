"""A source as captured at one moment: the files below the captures folder that carry one date."""

import hashlib
import re
from collections import defaultdict
from pathlib import Path

import msgspec

from legation.errors import StopSource
from legation.sources.declaration import Declaration

DATE = r"(?P<date>\d{4}(-\d{2}(-\d{2})?)?)"


class Snapshot(msgspec.Struct, frozen=True):
    """What a source said on one day.

    Attributes:
        source: its id.
        seen: ISO date of the capture.
        paths: the files, sorted by name.
    """

    source: str
    seen: str
    paths: tuple[Path, ...]

    @property
    def bytes(self) -> int:
        """Size of all files together."""
        return sum(path.stat().st_size for path in self.paths)

    @property
    def digest(self) -> str:
        """SHA-256 over the files in order, in hex."""
        digest = hashlib.sha256()
        for path in self.paths:
            digest.update(path.read_bytes())
        return digest.hexdigest()


def find_snapshots(declaration: Declaration, captures: Path) -> list[Snapshot]:
    """All snapshots of a source below the captures folder, oldest first; none for one that is only credited.

    A name that carries a year or a month only is dated with the first day of it: rather too old than too new.

    Raises:
        StopSource: there should be some and is none.
    """
    if declaration.snapshots is None:
        return []
    dated: dict[str, list[Path]] = defaultdict(list)
    forms = [(declaration.snapshots, declaration.seen)]
    if declaration.live and declaration.live.snapshots:
        forms.append((declaration.live.snapshots, None))
    for name, seen in forms:
        form = re.escape(name).replace(r"\{date\}", DATE).replace(r"\*", "[^/]+")
        for path in captures.glob(name.replace("{date}", "*")):
            if match := re.fullmatch(form, path.relative_to(captures).as_posix()):
                dated[seen or first_day(match["date"])].append(path)
    if not dated and not declaration.optional:
        message = (
            f"No file {declaration.snapshots} below {captures}: name the captures folder with --from, "
            f"or fetch one with `legation update {declaration.id}`."
        )
        raise StopSource("no-snapshot", message, declaration.id)
    return [Snapshot(declaration.id, seen, tuple(sorted(dated[seen]))) for seen in sorted(dated)]


def first_day(date: str) -> str:
    """The first day of an ISO date, month or year."""
    return date + "-01-01"[len(date) - 4 :]
