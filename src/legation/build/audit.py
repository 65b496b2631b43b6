"""What each source offers against what the directory holds of it, field by field: where facts are lost, it shows here.

Offered are the records whose newest capture states a field, kept the posts that carry the source's word on it, settled
those whose value it is. Kept is less than offered where several records are one post.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

import msgspec

from legation.model.directory import PostRecord
from legation.model.settled import CONTACTS
from legation.sources.row import Row
from legation.sources.snapshot import Snapshot

FIELDS = (*CONTACTS, "districts", "accredited", "serves")


class Read(Protocol):
    """A snapshot and its rows."""

    @property
    def snapshot(self) -> Snapshot:
        """Whose, of which day."""

    @property
    def rows(self) -> list[Row]:
        """What became of each."""


class Account(msgspec.Struct, frozen=True):
    """One field of one source: records that offer it, posts that keep it, posts whose settled value it is."""

    source: str
    field: str
    offered: int
    kept: int
    settled: int


def audit(reads: Iterable[Read], records: Sequence[PostRecord]) -> Iterator[Account]:
    """Account for every field that the newest capture of a source offers, by source."""
    newest = {read.snapshot.source: read for read in reads}
    for source in sorted(newest):
        rows = newest[source].rows
        for field in FIELDS:
            offered = {
                row.record
                for row in rows
                for claim in row.claims
                if row.about == "post" and claim.field == field
            }
            if offered:
                said = [record.claims.get(field, ()) for record in records]
                kept = sum(any(one.source == source for one in words) for words in said)
                settled = sum(bool(words) and words[0].source == source for words in said)
                yield Account(source, field, len(offered), kept, settled)


def render_audit(accounts: Iterable[Account]) -> Iterator[str]:
    """A table, a field a line."""
    yield f"{'Offered, kept and settled':<40}{'offered':>9}{'kept':>9}{'settled':>9}"
    for one in accounts:
        yield f"  {one.source:<20}{one.field:<18}{one.offered:>9,}{one.kept:>9,}{one.settled:>9,}"
