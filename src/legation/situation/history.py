"""From what snapshots said to what holds: a pure function of the runs and the snapshots of one issuer and place.

A rise takes effect with the snapshot that says it. A fall, or a missing entry, takes effect when the next snapshot
confirms it; until then the higher level stands and the lower one is shown as unconfirmed. A vanished entry is shown
for seven days, marked. Level and regional maximum rise and fall each for itself.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import zip_longest
from typing import Final

import msgspec

from legation.model.situation import Change, Issuer, Levels, Run, Statement

VANISHED_DAYS: Final = 7


class Sight(msgspec.Struct, frozen=True):
    """What one snapshot shows of a place: a statement, or None where the place is missing from a complete list."""

    seen: str
    said: Statement | None


class State(msgspec.Struct, frozen=True):
    """What holds for a place.

    Attributes:
        held: the statement in effect; None before the first and after a vanished entry's seven days.
        since: moment at which it took effect.
        pending: the sight that waits for the next snapshot.
        vanished: moment at which the absence was confirmed.
    """

    held: Statement | None = None
    since: str = ""
    pending: Sight | None = None
    vanished: str | None = None


def levels_of(said: Statement | None) -> Levels | None:
    """The levels of a statement."""
    return None if said is None else Levels(said.level, said.regional_max, said.regional)


def sights(runs: Sequence[Run], snapshots: Sequence[str]) -> Iterator[Sight]:
    """What decides a history: the first two snapshots of every run and of every absence.

    Args:
        runs: of one issuer and place, in order of time.
        snapshots: moments of the issuer's complete snapshots, in order of time.
    """
    for run, following in zip_longest(runs, runs[1:]):
        yield Sight(run.first, run.said)
        if run.last > run.first:
            after = bisect_right(snapshots, run.first)
            inside = after < len(snapshots) and snapshots[after] <= run.last
            yield Sight(snapshots[after] if inside else run.last, run.said)
        start = bisect_right(snapshots, run.last)
        end = bisect_left(snapshots, following.first) if following else len(snapshots)
        for seen in snapshots[start : min(end, start + 2)]:
            yield Sight(seen, None)


def follow(state: State, sight: Sight) -> State:
    """The state after one more snapshot."""
    if state.held is None or (state.vanished and sight.said):
        return State(sight.said, sight.seen)
    if sight.said is None:
        return _missing(state, sight)
    lower = _lower(sight.said, state.held)
    if not lower:
        return State(sight.said, sight.seen if _differs(sight.said, state.held) else state.since)
    waiting = state.pending.said if state.pending else None
    if waiting is not None and not _above(sight.said, waiting):
        return follow(State(waiting, sight.seen), sight)
    raised = _highest(state.held, sight.said)
    since = sight.seen if _differs(raised, state.held) else state.since
    return State(raised, since, Sight(sight.seen, sight.said))


def _missing(state: State, sight: Sight) -> State:
    """An absence waits for the next snapshot, then counts."""
    if state.vanished:
        return state
    confirmed = state.pending is not None and state.pending.said is None
    if confirmed:
        return msgspec.structs.replace(state, pending=None, vanished=sight.seen)
    return msgspec.structs.replace(state, pending=sight)


def settle(runs: Sequence[Run], snapshots: Sequence[str], on: str) -> State:
    """What holds at the end of a day.

    Args:
        runs: of one issuer and place, in order of time; those that begin later are ignored.
        snapshots: moments of the issuer's complete snapshots.
        on: ISO date.
    """
    state = State()
    for sight in _until(sights(runs, snapshots), on):
        state = follow(state, sight)
    if state.vanished and days_between(state.vanished, on) > VANISHED_DAYS:
        return State(vanished=state.vanished)
    return state


def find_changes(issuer: Issuer, runs: Sequence[Run], snapshots: Sequence[str]) -> list[Change]:
    """Every change of level in a history, in order of time; the first sight of a place is one."""
    state, changes = State(), []
    first_said: dict[Levels | None, str] = {}
    for sight in sights(runs, snapshots):
        first_said.setdefault(levels_of(sight.said), sight.seen)
        before = None if state.vanished else state.held
        state = follow(state, sight)
        after = None if state.vanished else state.held
        if _changes(before, after):
            seen = first_said.get(levels_of(after), sight.seen)
            place = runs[0].said.place
            changes.append(Change(place, issuer, seen, sight.seen, levels_of(before), levels_of(after)))
            first_said = {levels_of(after): sight.seen}
    return changes


def _changes(before: Statement | None, after: Statement | None) -> bool:
    """Whether the levels differ; that one capture states the level of parts and another does not is no change."""
    if before is None or after is None:
        return before is not after
    stated = before.regional_max is not None and after.regional_max is not None
    worded = before.wording != after.wording
    return before.level != after.level or ((stated or worded) and _differs(before, after))


def days_between(earlier: str, later: str) -> int:
    """Whole days between two ISO dates or moments; negative when in the wrong order."""
    return (date.fromisoformat(later[:10]) - date.fromisoformat(earlier[:10])).days


def _until(seen: Iterable[Sight], on: str) -> list[Sight]:
    return [sight for sight in seen if sight.seen[:10] <= on]


def _reach(said: Statement) -> int:
    """The highest level that is certain to hold somewhere in the place."""
    stated = said.regional_max if said.regional_max is not None else 3 if said.regional else 0
    return max(stated, said.level or 0)


def _lower(said: Statement, held: Statement) -> bool:
    """Whether either of the two falls (a level that is no longer stated falls)."""
    return (said.level or 0) < (held.level or 0) or _reach(said) < _reach(held)


def _above(said: Statement, waiting: Statement) -> bool:
    return (said.level or 0) > (waiting.level or 0) or _reach(said) > _reach(waiting)


def _differs(said: Statement, held: Statement) -> bool:
    return levels_of(said) != levels_of(held)


def _highest(held: Statement, said: Statement) -> Statement:
    """The held statement with whatever rises in the new one; its wording goes with its level."""
    if (said.level or 0) > (held.level or 0):
        held, said = said, held
    if _reach(said) <= _reach(held):
        return held
    return msgspec.structs.replace(held, regional_max=said.regional_max, regional=said.regional)
