"""UCDP GED candidate events: where state-based conflicts are fought, and how recently.

Only events whose coding the publisher calls clear count ("Check dyad" may yet become another conflict), and only
those between a state and another state or an organised group (type 1): violence between groups or against civilians
makes no party of a state. Nothing of an event is kept but its conflict, its country and its date.
"""

from collections import defaultdict
from typing import Final

import msgspec

from legation.model.situation import Fighting
from legation.sources.codes import PlaceCodes
from legation.sources.reading import Remark, parse_day
from legation.sources.ucdp_prio.read import parse_events

SOURCE: Final = "ucdp_ged"
STATE_BASED: Final = "1"
CLEAR: Final = "Clear"
COLUMNS: Final = frozenset(
    {"id", "code_status", "type_of_violence", "conflict_new_id", "country", "date_end"}
)


class Events(msgspec.Struct, frozen=True):
    """What a file of events says: fighting by conflict, place and month, the rows read, and what was set aside."""

    fighting: tuple[Fighting, ...]
    rows: int
    remarks: tuple[Remark, ...] = ()


def read_events(body: bytes, codes: PlaceCodes, seen: str) -> Events:
    """Read the CSV of candidate events.

    Raises:
        StopSource: not the dataset.
    """
    days: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    remarks = []
    rows = list(parse_events(body, SOURCE, COLUMNS))
    for row in rows:
        found = _read_event(row, codes, seen)
        if isinstance(found, Remark):
            remarks.append(found)
        else:
            conflict, place, day = found
            days[conflict, place, day[:7]].append(day)
    fighting = tuple(
        Fighting(conflict, place, len(found), min(found), max(found))
        for (conflict, place, _), found in sorted(days.items())
    )
    return Events(fighting, len(rows), tuple(sorted(remarks)))


def _read_event(row: dict[str, str], codes: PlaceCodes, seen: str) -> tuple[str, str, str] | Remark:
    if row["type_of_violence"] != STATE_BASED:
        return Remark("not-state-based", row["id"])
    if row["code_status"] != CLEAR:
        return Remark("not-clear", row["id"])
    places, day = codes.get_named(row["country"]), parse_day(row["date_end"], seen)
    if not places or day is None or not row["conflict_new_id"].isdecimal():
        return Remark("unknown-place" if day else "bad-date", row["id"])
    return row["conflict_new_id"], places[0], day
