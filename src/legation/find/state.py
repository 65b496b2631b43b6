"""Whether a post is open on a day.

A pure function of the post, its status events and the day: of the events that have begun by then and not ended, the
last one rules; without one the post is as its listing says; an announcement changes nothing until somebody confirms
it; a closure meant to be temporary is in doubt once its source falls silent.
"""

from collections.abc import Sequence
from typing import Final, Literal

import msgspec

from legation.model.directory import Post, StatusEvent

Door = Literal["open", "limited", "unconfirmed", "relocated", "closed"]

CLOSING = frozenset({"closed", "suspended", "relations-broken"})
STATUS = "status"
"""The source of posts that only status events name."""

BEGINNING = frozenset({"opened", "resumed"})
"""Events before which a post that nobody listed was not open. `seen-open` says nothing of the days before it."""


class State(msgspec.Struct, frozen=True):
    """A post on a day.

    Attributes:
        door: open; limited (serves, with less); unconfirmed (closed for a time, no news since);
            relocated (works from elsewhere, see the event); closed (or not yet open).
        event: the event that says so, None when only the listing does.
        announced: announcements for a day already past that nobody has confirmed.
    """

    door: Door
    event: StatusEvent | None = None
    announced: tuple[StatusEvent, ...] = ()


OPEN: Final = State("open")
CLOSED: Final = State("closed")
"""Doors of which only a listing speaks, as nearly all do."""


def state_on(post: Post, events: Sequence[StatusEvent], day: str) -> State:
    """The state of a post on a day.

    Args:
        post: as settled.
        events: its status events, oldest first.
        day: ISO date.
    """
    if not events:
        shut = not_yet(post, (), day) or (post.closed and post.closed <= day)
        return CLOSED if shut else OPEN
    facts = [event for event in events if not event.announced]
    announced = tuple(event for event in events if event.announced and begins_on(event.date) <= day)
    begun = [event for event in facts if begins_on(event.date) <= day]
    for event in reversed(begun):
        if event.until is None or day <= ends_on(event.until):
            return State(door_of(event, day), event, announced)
    if not begun and not_yet(post, facts, day):
        return State("closed", facts[0] if facts else None, announced)
    if not facts and is_announced_only(post, events):
        return State("unconfirmed" if announced else "closed", events[0], announced)
    if post.closed and post.closed <= day:
        return State("closed", None, announced)
    return State("open", None, announced)


def not_yet(post: Post, facts: Sequence[StatusEvent], day: str) -> bool:
    """Whether the post had not opened (or was closed before what is known begins)."""
    if post.opened and post.opened > day:
        return True
    if not facts or facts[0].event not in BEGINNING:
        return False
    listed_before = bool(post.first_seen) and post.first_seen < begins_on(facts[0].date)
    return facts[0].event == "opened" or not listed_before


def is_announced_only(post: Post, events: Sequence[StatusEvent]) -> bool:
    """Whether all that is known of a post is that it was announced: no list has it."""
    return bool(events) and events[0].event in BEGINNING and post.sources == (STATUS,)


def door_of(event: StatusEvent, day: str) -> Door:
    """What an event leaves of the door on a day."""
    if event.unconfirmed and event.source.date and day > ends_on(event.source.date):
        return "unconfirmed"
    if event.event in CLOSING:
        return "closed"
    if event.event == "relocated":
        return "relocated"
    if event.event == "services-limited":
        return "limited"
    return "unconfirmed" if event.event == "unconfirmed" else "open"


def begins_on(date: str) -> str:
    """First day of an ISO date, month or year."""
    return date + "-01-01"[len(date) - 4 :] if len(date) < 10 else date


def ends_on(date: str) -> str:
    """Last day of an ISO date, month or year (31 orders rightly after every real day)."""
    return date + "-12-31"[len(date) - 4 :] if len(date) < 10 else date
