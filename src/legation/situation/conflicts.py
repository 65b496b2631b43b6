"""Which armed conflicts touch a place on a day, by the newest evidence at or before it.

The yearly set says who fights and that a year was one of conflict. Events and written facts say where, and how
recently. Where neither does, a conflict within a state is taken to be fought in that state, which is how the publisher
classifies it; a conflict between states has no battlefield then.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

import msgspec

from legation.model.situation import Conflict, ConflictSpan, Fighting, WrittenFact

RECENT_MONTHS: Final = 6
YEARLY: Final = "ucdp-prio"
EVENTS: Final = "ucdp-ged"


class Evidence(msgspec.Struct, frozen=True):
    """Everything at hand on one conflict: its spans, its fighting, and what is written down of it."""

    spans: tuple[ConflictSpan, ...]
    fighting: tuple[Fighting, ...] = ()
    facts: tuple[WrittenFact, ...] = ()


class Standing(msgspec.Struct, frozen=True):
    """A conflict as it stands on a day.

    Attributes:
        span: who fights, in the year of the newest evidence or the last before it.
        main: places where it is mainly fought. battlefield: all places of it, the main ones first.
        newest: ISO date of the newest evidence. current: at most six months before the day asked for.
        at_year_end: the newest evidence is the yearly set's last day. sources: identifiers.
    """

    span: ConflictSpan
    main: tuple[str, ...]
    battlefield: tuple[str, ...]
    newest: str
    current: bool
    at_year_end: bool
    sources: tuple[str, ...]

    def shown(self) -> Conflict:
        """As an answer shows it."""
        return Conflict(
            kind=self.span.kind,
            intensity=self.span.intensity,
            parties=(self.span.side_a, self.span.side_b),
            battlefield=self.battlefield,
            since=self.span.since,
            as_of=self.newest[:7],
            current=self.current,
            sources=self.sources,
        )


def find_standing(evidence: Evidence, on: str) -> Standing | None:
    """How a conflict stands on a day; None when it had not begun, or the source says that it was over."""
    begun = [span for span in evidence.spans if span.first <= on]
    if not begun:
        return None
    span = max(begun, key=lambda span: span.first)
    fought = [one for one in evidence.fighting if one.first <= on]
    events = max((min(one.last, on) for one in fought), default="")
    facts = [fact for fact in evidence.facts if fact.fought_on and fact.fought_on <= on]
    written = max((fact.fought_on or "" for fact in facts), default="")
    yearly = min(span.last, on)
    newest = max(yearly, events, written)
    if span.over and newest == span.last < on:
        return None
    main, battlefield = find_battlefield(span, fought, evidence.facts)
    sources = [YEARLY] + [EVENTS] * bool(fought) + ["written-fact"] * bool(written)
    return Standing(
        span=span,
        main=main,
        battlefield=battlefield,
        newest=newest,
        current=newest >= months_before(on, RECENT_MONTHS),
        at_year_end=newest == yearly == span.last and span.last.endswith("-12-31"),
        sources=tuple(sources),
    )


def find_battlefield(
    span: ConflictSpan, fought: Sequence[Fighting], facts: Sequence[WrittenFact]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Main places and all places: written facts, then events by their number, then the publisher's class."""
    written = tuple(dict.fromkeys(place for fact in facts for place in fact.where))
    counts: dict[str, int] = {}
    for one in fought:
        counts[one.place] = counts.get(one.place, 0) + one.events
    by_events = tuple(sorted(counts, key=lambda place: (-counts[place], place)))
    main = written or by_events
    if not main and not facts and span.kind != "interstate":
        main = span.location
    return main, tuple(dict.fromkeys((*main, *by_events)))


def months_before(day: str, months: int) -> str:
    """The ISO date some months earlier; the last of the month where the day does not exist."""
    at = date.fromisoformat(day)
    year, month = divmod(at.year * 12 + at.month - 1 - months, 12)
    if year < 1:
        return "0001-01-01"
    for last in (at.day, 30, 29, 28):
        try:
            return date(year, month + 1, last).isoformat()
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def enemies_of(place: str, conflicts: Iterable[Conflict]) -> frozenset[str]:
    """The states that fight the government of a place, or that fight somebody else in the place."""
    found: set[str] = set()
    for one in conflicts:
        ours = [side for side in one.parties if place in side]
        if ours or place in one.battlefield:
            found |= {state for side in one.parties if side not in ours for state in side if len(state) == 2}
    return frozenset(found)
