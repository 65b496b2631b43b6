"""Whether a door is open now: its hours, the clock on its wall, and the public holidays of both states.

A post closes on the holidays of the place it stands in and on those of the state whose post it is. When either calendar
is unknown, a day may be a holiday that nobody here knows of, and whether the door is open is unknown too. Hours so old
that half of their kind are expected to have changed say nothing about today.
"""

import datetime as dt
import re
import sqlite3
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

import msgspec

from legation.model.answer import Open
from legation.model.directory import Post
from legation.store.holidays import get_holidays
from legation.store.timezones import get_timezone

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

UNKNOWN: Final = Open()
SAYS_DAYS: Final = re.compile(r"(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)\b|24/7")
"""How understood hours begin. `09:00-17:00` alone would mean every day to the syntax, and nobody said so."""

HALF_CHANGED_DAYS: Final = 2530
"""By then half of all hours have changed (docs/decisions/0004): older ones are more likely wrong than right."""

AHEAD: Final = dt.timedelta(days=31)
"""How far the next change is looked for."""
KEPT: Final = dt.timedelta(days=1)
"""How long a timetable is good for from the midnight it begins with."""

MOST_KEPT: Final = 20_000
"""Timetables kept at once, more than there are posts with hours; a server forgets them all and begins again."""


class Timetable(msgspec.Struct, frozen=True):
    """A post's changes from the local midnight of one day on.

    Attributes:
        begins, ends: Unix seconds between which it answers.
        changes: Unix seconds at which an answer begins to hold.
        answers: one for each change.
    """

    begins: float
    ends: float
    changes: tuple[float, ...]
    answers: tuple[Open, ...]

    def at(self, second: float) -> Open:
        """The answer that holds at a moment."""
        return self.answers[bisect_right(self.changes, second) - 1]


class Doorkeeper:
    """Knows which doors are open, and keeps each post's timetable for the day.

    Args:
        connection: an open store with posts' places, towns and holidays.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._timetables: dict[str, Timetable] = {}
        self._zones: dict[str, ZoneInfo | None] = {}
        self._holidays: dict[tuple[str, int], frozenset[dt.date] | None] = {}

    def open_at(self, post: Post, moment: dt.datetime) -> Open:
        """Whether a post's door is open at a moment of today, and when that changes.

        Args:
            post: as settled; its hours in opening_hours syntax or as said.
            moment: aware; not for another day than today, for hours are today's.
        """
        if post.hours is None or not SAYS_DAYS.match(post.hours):
            return UNKNOWN
        second = moment.timestamp()
        known = self._timetables.get(post.id)
        if known is None or not known.begins <= second < known.ends:
            if len(self._timetables) >= MOST_KEPT:
                self._timetables.clear()
            known = self._timetables[post.id] = self._timetable(post, post.hours, moment)
        return known.at(second)

    def _timetable(self, post: Post, hours: str, moment: dt.datetime) -> Timetable:
        zone = self._zone(post)
        if zone is None or is_outdated(post, moment.date()):
            return unknown_from(moment)
        midnight = existing(
            moment.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
        )
        free = self._free_days(post, midnight.date(), (midnight + AHEAD).date())
        return unknown_from(moment) if free is None else timetable(hours, free, midnight, zone)

    def _zone(self, post: Post) -> "ZoneInfo | None":
        if post.id not in self._zones:
            from zoneinfo import ZoneInfo

            name = get_timezone(self._connection, post)
            self._zones[post.id] = ZoneInfo(name) if name else None
        return self._zones[post.id]

    def _free_days(self, post: Post, first: dt.date, last: dt.date) -> set[dt.date] | None:
        """The holidays of both states between two days; None when a calendar of either is unknown."""
        found: set[dt.date] = set()
        for place in {post.receiving, post.sending}:
            for year in {first.year, last.year}:
                days = self._calendar(place, year)
                if days is None:
                    return None
                found |= days
        return {day for day in found if first <= day <= last}

    def _calendar(self, place: str, year: int) -> frozenset[dt.date] | None:
        if (place, year) not in self._holidays:
            self._holidays[place, year] = get_holidays(self._connection, place, year)
        return self._holidays[place, year]


def is_outdated(post: Post, day: dt.date) -> bool:
    """Whether the post's hours were last seen so long ago that they say nothing about a day."""
    seen = post.dates.get("hours")
    return seen is not None and (day - dt.date.fromisoformat(seen)).days > HALF_CHANGED_DAYS


def timetable(hours: str, free: set[dt.date], midnight: dt.datetime, zone: "ZoneInfo") -> Timetable:
    """Evaluate hours from a local midnight on, with the holidays written as rules that close the day."""
    from opening_hours import OpeningHours, State, validate

    off = "".join(f"; {day:%Y %b %d} off" for day in sorted(free))
    if not validate(hours):
        return unknown_from(midnight)
    evaluated = OpeningHours(hours + off, timezone=zone)
    now = {State.OPEN: True, State.CLOSED: False, State.UNKNOWN: None}
    spans: list[tuple[float, bool | None]] = []
    for start, _, state, _ in evaluated.intervals(midnight, existing(midnight + AHEAD)):
        if not spans or spans[-1][1] != now[state]:
            spans.append((start.timestamp(), now[state]))
    changes = tuple(start for start, _ in spans)
    ends = [*map(written, changes[1:]), None]
    answers = tuple(Open(state, end) for (_, state), end in zip(spans, ends, strict=True))
    return Timetable(midnight.timestamp(), (midnight + KEPT).timestamp(), changes, answers)


def existing(moment: dt.datetime) -> dt.datetime:
    """A local moment, or the one that clocks jump to over it: in Havana a day of March begins at one o'clock."""
    return moment.astimezone(dt.UTC).astimezone(moment.tzinfo)


def unknown_from(moment: dt.datetime) -> Timetable:
    """A timetable that knows nothing, for a day."""
    second = moment.timestamp()
    return Timetable(second, second + KEPT.total_seconds(), (second,), (UNKNOWN,))


def written(second: float) -> str:
    """A moment in UTC, ISO 8601."""
    return dt.datetime.fromtimestamp(second, dt.UTC).isoformat()
