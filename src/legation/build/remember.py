"""The last good data of a source that is refused: what the text says on its word, as dossiers and rows again.

The text keeps of every claim its source, date and locator, so nothing is lost but equal values of older snapshots.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec

from legation.build.dossier import Dossier
from legation.build.emergency import FILE
from legation.build.judgements import Decision
from legation.build.settle import settle
from legation.model.claims import Claim, Said
from legation.model.directory import PostRecord, Seen
from legation.model.emergency import EmergencyRecord
from legation.model.settled import DERIVED, MISSION_SITE, SEAT
from legation.sources.row import Row
from legation.store.posts import read_records

COMPOSED: Final = frozenset({"name", "also", "events"})
"""Fields that every build makes anew."""

IDENTITY: Final = ("sending", "receiving", "kind")
"""What every record says; of records that say the same the text keeps the first."""

ONLY_MISSION: Final = "its only mission there"
"""Locator of the accreditation that a build widens."""


class Remembered(msgspec.Struct, frozen=True):
    """What the text holds of refused sources.

    Attributes:
        dossiers: of posts. rows: of places.
        together: that the dossiers of one post are one post, whatever rules would say without what was lost.
    """

    dossiers: list[Dossier]
    rows: list[Row]
    together: list[Decision]


def remember(sources: Iterable[str], data: Path) -> Remembered:
    """Read back what the text says on the word of some sources; nothing where there is no text yet.

    Raises:
        TornData: the text cannot be read.
    """
    wanted = frozenset(sources)
    remembered = Remembered([], [], [])
    if not wanted or not (data / "posts").is_dir():
        return remembered
    for _, record in read_records(data / "posts"):
        if any(seen.source in wanted for seen in record.seen):
            remembered.dossiers.extend(_dossiers(record, wanted))
            remembered.together.extend(_together(record))
    remembered.rows.extend(_rows(data / "emergency" / FILE, wanted))
    return remembered


def _dossiers(record: PostRecord, wanted: frozenset[str]) -> Iterator[Dossier]:
    derived = [
        (field, said)
        for field, said in _said(record, DERIVED)
        if field not in COMPOSED and said.locator not in (SEAT, ONLY_MISSION, MISSION_SITE)
    ]
    for seen in record.seen:
        if seen.source not in wanted:
            continue
        names = _names(record, seen.source)
        claims: dict[str, list[Claim]] = defaultdict(list)
        for field, said in _said(record, seen.source):
            for twin in names if field in IDENTITY else ():
                claims[twin].append(_claim(said, twin, field))
            name = said.locator if said.locator in names else record.id if record.id in names else names[0]
            claims[name].append(_claim(said, name, field))
        for name in names:
            stated = (*claims[name], *(_claim(said, name, field) for field, said in derived))
            # A twin counts as gone, so that the post keeps its leader and with it its id.
            missing = seen.source in record.missing or (record.id in names and name != record.id)
            span = Seen(seen.source, seen.first, seen.last)
            yield Dossier(seen.source, name, stated, span, missing, settle(stated, name))


def _names(record: PostRecord, source: str) -> list[str]:
    """The records of a source behind a post: each said whose it is; items that say nothing else are in `also`."""
    said = {said.locator or record.id for field, said in _said(record, source) if field == "sending"}
    also = record.claims.get("also", ())
    items = also[0].value if also and source == "wikidata" else []
    return sorted(said | set(items if isinstance(items, list) else []))


def _claim(said: Said, record: str, field: str) -> Claim:
    locator = None if said.locator == record else said.locator
    return Claim(said.source, said.seen, locator, record, field, said.value)


def _said(record: PostRecord, source: str) -> Iterator[tuple[str, Said]]:
    for field, values in record.claims.items():
        for said in values:
            if said.source == source:
                yield field, said


def _together(record: PostRecord) -> Iterator[Decision]:
    """That all the records behind a post are one: each with the first of them."""
    names: Sequence[tuple[str, str]] = sorted(
        {(seen.source, name) for seen in record.seen for name in _names(record, seen.source)}
    )
    for other in names[1:]:
        yield Decision(
            *names[0], *other, verdict="same", who="the last build", why="one post in the text", date=""
        )


def _rows(path: Path, wanted: frozenset[str]) -> Iterator[Row]:
    """What the sources said of places: their emergency numbers."""
    if not path.is_file():
        return
    for line in path.read_bytes().splitlines():
        record = msgspec.json.decode(line, type=EmergencyRecord)
        claims = tuple(
            _claim(said, record.place, service)
            for service, values in record.claims.items()
            for said in values
            if said.source in wanted
        )
        if claims:
            yield Row(record.place, path.name, claims, about="place")
