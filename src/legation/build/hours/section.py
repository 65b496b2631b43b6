"""What the pieces about one door add up to."""

from collections.abc import Iterable
from itertools import groupby
from typing import Final, Literal

import msgspec

from legation.build.hours.scan import Scan, Token, Zone
from legation.build.hours.week import Days, Span, Week, joined, overlap, without

Letter = Literal["D", "T", "C", "L"]
"""Days, times, closed, lunch."""

NO_DAYS: Final[Days] = frozenset()


class Group(msgspec.Struct, frozen=True):
    """Neighbouring tokens of one kind."""

    letter: Letter
    days: Days = NO_DAYS
    spans: tuple[Span, ...] = ()


class Section:
    """The hours of one door, gathered piece by piece.

    Attributes:
        week: what is known so far.
        loose: spans said without days, when no days were said before.
        pending: days said, whose hours are still to come.
        clear: False once a piece was not understood or contradicts another.
        by_appointment: whether any piece says so.
    """

    def __init__(self) -> None:
        self.week: Week = {}
        self.loose: tuple[Span, ...] = ()
        self.pending: Days = NO_DAYS
        self.clear = True
        self.by_appointment = False
        self._last: Days = NO_DAYS

    @property
    def heard(self) -> bool:
        """Whether any hours were said, understood or not."""
        return bool(self.week or self.loose) or not self.clear

    def hear(self, said: Scan, zone: Zone) -> None:
        """Add what a piece says. Times said in `zone` "utc" are passed over, their days are kept."""
        if (said.tokens and not said.clear) or said.until:
            self.clear = False
        else:
            self.by_appointment |= said.by_appointment and said.clear
            self.clear &= self._take(grouped(in_local_time(said.tokens, zone)))

    def _take(self, groups: list[Group]) -> bool:
        if [group.letter for group in groups] == ["T"]:
            return self._take_spans(groups[0].spans)
        while len(groups) > 1:
            if not self._take_pair(groups[0], groups[1]):
                return False
            groups = groups[2:]
        if groups and groups[0].letter == "D":
            self.pending = groups[0].days
            return True
        return not groups

    def _take_spans(self, spans: tuple[Span, ...]) -> bool:
        days = self.pending or self._last
        if days:
            return self._add(days, spans)
        known, self.loose = self.loose, spans
        return not known or known == spans

    def _take_pair(self, one: Group, other: Group) -> bool:
        days, spans = one.days | other.days, one.spans + other.spans
        match "".join(sorted(one.letter + other.letter)):
            case "DT":
                return self._add(days, spans)
            case "CD":
                return self._close_on(days)
            case "CT" | "LT":
                return self._close_for(spans)
            case _:
                return False

    def _add(self, days: Days, spans: tuple[Span, ...]) -> bool:
        self._last, self.pending = days, NO_DAYS
        for day in days:
            known = self.week.get(day, ())
            if known == spans:
                continue
            if overlap((*known, *spans)):
                return False
            self.week[day] = joined((*known, *spans))
        return True

    def _close_on(self, days: Days) -> bool:
        self.week = {day: spans for day, spans in self.week.items() if day not in days}
        return True

    def _close_for(self, breaks: tuple[Span, ...]) -> bool:
        if len(breaks) != 1 or not self.week:
            return False
        self.week = {day: without(spans, breaks[0]) for day, spans in self.week.items()}
        return True


def in_local_time(tokens: Iterable[Token], zone: Zone) -> list[Token]:
    """The tokens without spans that are said in universal time."""
    return [token for token in tokens if token.span is None or (token.zone or zone) == "local"]


def grouped(tokens: Iterable[Token]) -> list[Group]:
    """Neighbours of one kind together: "Monday, Wednesday" is one group, "9-12, 14-16" another."""
    groups = []
    for letter, same in groupby(tokens, letter_of):
        several = list(same)
        days = frozenset[int]().union(*(token.days or NO_DAYS for token in several))
        groups.append(Group(letter, days, joined(token.span for token in several if token.span)))
    return groups


def letter_of(token: Token) -> Letter:
    """The kind of a token."""
    if token.days is not None:
        return "D"
    if token.span is not None:
        return "T"
    return "C" if token.closed else "L"
