"""Whether a snapshot is fit to build from: its floors, measured."""

from collections import Counter
from collections.abc import Iterable

from legation.errors import StopSource
from legation.sources.declaration import Declaration, Floor
from legation.sources.row import Row
from legation.sources.snapshot import Snapshot


def check_size(declaration: Declaration, snapshot: Snapshot) -> None:
    """Refuse a snapshot of the wrong size before it is read.

    Raises:
        StopSource: smaller or larger than its declaration allows.
    """
    for floor in declaration.floor:
        if floor.of == "bytes" and all(path.name.endswith(floor.ending) for path in snapshot.paths):
            _check(floor, snapshot.bytes, f"{snapshot.bytes:,}", declaration.id, snapshot.seen)


def check_rows(declaration: Declaration, snapshot: Snapshot, rows: Iterable[Row]) -> None:
    """Refuse a snapshot whose rows fall under a floor or through a ceiling.

    Raises:
        StopSource: with the floor, what was measured, and the reason that the declaration gives.
    """
    total, fields = count(rows)
    for floor in declaration.floor:
        if floor.of == "rows":
            _check(floor, total, f"{total:,}", declaration.id, snapshot.seen)
        elif floor.of != "bytes":
            share = fields[floor.of] / total if total else 0.0
            _check(floor, share, f"{share:.3f}", declaration.id, snapshot.seen)


def count(rows: Iterable[Row]) -> tuple[int, Counter[str]]:
    """How many rows there are, and how many state each field."""
    fields: Counter[str] = Counter()
    total = 0
    for row in rows:
        total += 1
        fields.update({claim.field for claim in row.claims})
    return total, fields


def _check(floor: Floor, measured: float, shown: str, source: str, seen: str) -> None:
    if measured < floor.minimum:
        limit = f"under the floor of {floor.minimum:,g}"
    elif floor.maximum is not None and measured > floor.maximum:
        limit = f"over the ceiling of {floor.maximum:,g}"
    else:
        return
    message = (
        f"{source} of {seen}: {floor.of} is {shown}, {limit} ({floor.reason}) "
        f"The last good data stays; look at the capture, or mend [[floor]] in sources/{source}/source.toml."
    )
    raise StopSource("unhealthy-source", message, source, seen)
