"""Compare the last text with the new one, and keep what changed: `data/changes/<year>.jsonl`, a change a line.

A change is dated by the build that noticed it, so that somebody who asks "what is new since March" misses nothing that
was learnt late. The log is written before the text: a build killed between the two notices the same again, once.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

import msgspec

from legation.build.distance import metres
from legation.build.judge import DOOR_METRES
from legation.model.changes import ChangeOf, PostChange
from legation.model.claims import Said
from legation.model.directory import PostRecord, StatusEvent
from legation.model.settled import MISSION_SITE, SEAT
from legation.store.changes import read_changes
from legation.store.posts import event_ids, read_records

FIELDS: Final[tuple[ChangeOf, ...]] = (
    "kind",
    "phones",
    "emergency_phones",
    "emails",
    "website",
    "address",
    "hours",
)
Records = Mapping[str, PostRecord]


def log_changes(
    records: Iterable[PostRecord], events: Iterable[StatusEvent], data: Path, on: str
) -> dict[str, bytes]:
    """The files of the log, with what differs between the text below `data` and the new records.

    Args:
        records: the new directory.
        events: all status events.
        data: the folder of the last text; without posts there is nothing to compare with.
        on: ISO date of this build.

    Raises:
        TornData: the last text or the log cannot be read.
    """
    logged = list(read_changes(data / "changes"))
    old = {record.id: record for _, record in read_records(data / "posts")}
    if old:
        new = {record.id: record for record in records}
        found = find_changes(old, new, {event.id: event for event in events}, on)
        known = {_said(change) for change in logged}
        logged += [change for change in found if _said(change) not in known]
    files: dict[str, list[bytes]] = {}
    for change in sorted(logged, key=lambda one: (one.on, one.receiving, one.sending, one.post, one.what)):
        files.setdefault(f"{change.on[:4]}.jsonl", []).append(msgspec.json.encode(change))
    return {name: b"\n".join(lines) + b"\n" for name, lines in files.items()}


def _said(change: PostChange) -> bytes:
    """A change without the day it was noticed, which a killed build's successor notices anew."""
    return msgspec.json.encode(msgspec.structs.replace(change, on=""))


def find_changes(
    old: Records, new: Records, events: Mapping[str, StatusEvent], on: str
) -> Iterator[PostChange]:
    """What differs between two directories, by place, state and post."""
    into = {item: record.id for record in new.values() for item in _values(record, "also")}
    before, after = newest(old), newest(new)
    fresh = {source for source in after if after[source] > before.get(source, "")}
    for post in sorted(old.keys() | new.keys()):
        for change in _of_post(old.get(post), new.get(post), into.get(post), on):
            yield msgspec.structs.replace(change, correction=change.source not in fresh)
        if post in new:
            known = event_ids(old[post]) if post in old else []
            yield from (
                event_change(new[post], events[event], on)
                for event in event_ids(new[post])
                if event in events and event not in known
            )


def newest(records: Records) -> dict[str, str]:
    """The date of the newest capture of each source."""
    dates: dict[str, str] = {}
    for record in records.values():
        for seen in record.seen:
            dates[seen.source] = max(dates.get(seen.source, ""), seen.last)
    return dates


def _of_post(
    old: PostRecord | None, new: PostRecord | None, into: str | None, on: str
) -> Iterator[PostChange]:
    if old and new:
        yield from _differences(old, new, on)
    elif new:
        yield _change(new, on, "listed", None, new.claims["kind"][0])
    elif old:
        yield _gone(old, into, on)


def event_change(record: PostRecord, event: StatusEvent, on: str) -> PostChange:
    """A status event as a change."""
    return PostChange(
        on,
        record.id,
        record.sending,
        record.receiving,
        str(record.claims["name"][0].value),
        event.event,
        after=(event.date,),
        source="status",
        seen=event.source.date or event.date,
    )


def _gone(record: PostRecord, into: str | None, on: str) -> PostChange:
    said = record.claims["kind"][0]
    change = _change(record, on, "merged" if into else "gone", said, None)
    return msgspec.structs.replace(change, before=(), after=(into,) if into else ())


def _differences(old: PostRecord, new: PostRecord, on: str) -> Iterator[PostChange]:
    for field in FIELDS:
        before, after = _winner(old, field), _winner(new, field)
        if sorted(_listed(before)) != sorted(_listed(after)):
            yield _change(new, on, field, before, after)
    for part in ("city", "position"):
        before, after = _winner(old, part), _winner(new, part)
        if before and after and before.value != after.value and _apart(part, before, after):
            yield _change(new, on, "moved", before, after)
            return


def _winner(record: PostRecord, field: str) -> Said | None:
    """What was settled, unless it only follows from other posts."""
    said = next(iter(record.claims.get(field, ())), None)
    return None if said and said.locator in (SEAT, MISSION_SITE) else said


def _apart(field: str, before: Said, after: Said) -> bool:
    """Whether two readings are of two doors: points of one door differ by less than its doorstep."""
    apart = metres(before.value, after.value) if field == "position" else None
    return apart is None or apart > DOOR_METRES


def _change(
    record: PostRecord, on: str, what: ChangeOf, before: Said | None, after: Said | None
) -> PostChange:
    told = after or before
    return PostChange(
        on,
        record.id,
        record.sending,
        record.receiving,
        str(record.claims["name"][0].value),
        what,
        _listed(before),
        _listed(after),
        told.source if told else "",
        told.seen if told else "",
    )


def _listed(said: Said | None) -> tuple[str, ...]:
    if said is None:
        return ()
    return tuple(said.value) if isinstance(said.value, list) else (str(said.value),)


def _values(record: PostRecord, field: str) -> tuple[str, ...]:
    return _listed(next(iter(record.claims.get(field, ())), None))
