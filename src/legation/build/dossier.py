"""Everything one source ever said of one of its records, over all its snapshots."""

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from legation.build.hours import plain_hours
from legation.build.settle import settle
from legation.model.claims import Claim, Said, Value
from legation.model.directory import Seen
from legation.sources.row import Row


class Dossier(msgspec.Struct, frozen=True):
    """What a source said of a record, and its winners.

    Attributes:
        source, record: whose word, on which record of its own.
        claims: all of them, over all snapshots.
        seen: the first and the newest snapshot that list it.
        missing: the newest snapshot of the source lacks it.
        said: the claims settled.
    """

    source: str
    record: str
    claims: tuple[Claim, ...]
    seen: Seen
    missing: bool
    said: dict[str, tuple[Said, ...]]

    def get(self, field: str) -> Value | None:
        """The settled value of a field."""
        said = self.said.get(field)
        return said[0].value if said else None


def gather(source: str, snapshots: Iterable[tuple[str, list[Row]]]) -> list[Dossier]:
    """Collect the mapped rows of a source's snapshots (date, rows), one dossier a record, in order of record."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    dates: dict[str, set[str]] = defaultdict(set)
    newest = ""
    for seen, rows in snapshots:
        newest = max(newest, seen)
        for row in rows:
            if row.claims and row.about == "post":
                claims[row.record] += map(_plain, row.claims)
                dates[row.record].add(seen)
    return [_dossier(source, record, claims[record], dates[record], newest) for record in sorted(claims)]


def _plain(claim: Claim) -> Claim:
    """Hours as opening_hours syntax where they can be understood, else the words on one line."""
    if claim.field != "hours" or not isinstance(claim.value, str):
        return claim
    return msgspec.structs.replace(claim, value=plain_hours(claim.value))


def _dossier(source: str, record: str, claims: list[Claim], dates: set[str], newest: str) -> Dossier:
    seen = Seen(source, min(dates), max(dates))
    return Dossier(source, record, tuple(claims), seen, seen.last != newest, settle(claims, record))
