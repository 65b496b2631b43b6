"""Read pages written for a test through a source's reader."""

from pathlib import Path

from legation.model.claims import Value
from legation.places import Gazetteer
from legation.sources import get_declaration, get_reader
from legation.sources.row import Row
from legation.sources.snapshot import Snapshot

SEEN = "2026-01-31"


def read_pages(source: str, folder: Path, gazetteer: Gazetteer, pages: dict[str, str]) -> dict[str, Row]:
    """Write a file for each page and read them; the mapped rows by record, later ones of a record first."""
    return {row.record: row for row in read_rows(source, folder, gazetteer, pages) if row.claims}


def read_rows(source: str, folder: Path, gazetteer: Gazetteer, pages: dict[str, str]) -> list[Row]:
    """Write a file for each page and read them."""
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8")
    paths = tuple(sorted(folder / name for name in pages))
    assert get_declaration(source).snapshots
    return list(get_reader(source)(Snapshot(source, SEEN, paths), gazetteer))


def values(row: Row) -> dict[str, Value]:
    """What a row claims, the derived value before the stated."""
    return {claim.field: claim.value for claim in reversed(row.claims)}
