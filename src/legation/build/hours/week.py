"""A week of opening hours and how the opening_hours syntax writes it."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

DAYS: Final = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")

Days = frozenset[int]
"""Days of the week, Monday is 0."""
Span = tuple[int, int]
"""Minutes after midnight, from and to."""
Week = dict[int, tuple[Span, ...]]
"""Spans of each day that has any, in order, apart."""


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, those that touch made one."""
    found: list[Span] = []
    for start, end in sorted(set(spans)):
        if found and start == found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)


def overlap(spans: Iterable[Span]) -> bool:
    """Whether any two spans share a minute."""
    ordered = sorted(spans)
    return any(later[0] < earlier[1] for earlier, later in pairwise(ordered))


def without(spans: Iterable[Span], closed: Span) -> tuple[Span, ...]:
    """Spans less a break in them."""
    kept = []
    for start, end in spans:
        kept += [(start, min(end, closed[0])), (max(start, closed[1]), end)]
    return tuple(span for span in kept if span[0] < span[1])


def within(spans: Iterable[Span], outer: Iterable[Span]) -> bool:
    """Whether every span lies in one of `outer`."""
    held = tuple(outer)
    return all(any(start <= first and last <= end for start, end in held) for first, last in spans)


def syntax(week: Week, *, comment: str | None = None, holidays_off: bool = False) -> str:
    """Write a week in opening_hours syntax, days with equal hours together.

    `syntax({0: ((540, 1020),), 1: ((540, 1020),)})` is `Mo-Tu 09:00-17:00`.
    """
    alike: dict[tuple[Span, ...], list[int]] = defaultdict(list)
    for day in sorted(week):
        alike[week[day]].append(day)
    tail = f' "{comment}"' if comment else ""
    rules = [f"{_days(days)} {','.join(map(_span, spans))}{tail}" for spans, days in alike.items()]
    return "; ".join([*rules, "PH off"] if holidays_off else rules)


def _span(span: Span) -> str:
    return "-".join(f"{minutes // 60:02}:{minutes % 60:02}" for minutes in span)


def _days(days: list[int]) -> str:
    """`Mo-Th`, `Mo,We,Fr`; a week that begins on Sunday stays in one piece: `Su-Th`."""
    if 6 in days and 0 in days and len(days) < len(DAYS):
        first = max(day for day in range(7) if day not in days) + 1
        days = sorted(days, key=lambda day: (day - first) % 7)
    runs: list[list[int]] = []
    for day in days:
        if runs and day == (runs[-1][-1] + 1) % 7:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ",".join(
        DAYS[run[0]] if len(run) == 1 else f"{DAYS[run[0]]}{'-' if len(run) > 2 else ','}{DAYS[run[-1]]}"
        for run in runs
    )
