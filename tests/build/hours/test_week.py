"""The syntax that a week is written in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opening_hours import OpeningHours

from legation.build.hours.week import DAYS, Week, joined, overlap, syntax, within, without

MORNING, AFTERNOON = (540, 720), (780, 1020)
spans = st.sampled_from([(MORNING,), (AFTERNOON,), (MORNING, AFTERNOON)])
weeks = st.dictionaries(st.integers(0, 6), spans, min_size=1)


@pytest.mark.parametrize(
    ("days", "written"),
    [
        ([0], "Mo"),
        ([0, 1], "Mo,Tu"),
        ([0, 1, 2, 3, 4], "Mo-Fr"),
        ([0, 2, 4], "Mo,We,Fr"),
        ([6, 0, 1, 2, 3], "Su-Th"),
        ([5, 6, 0, 1, 2], "Sa-We"),
        ([0, 1, 3, 4], "Mo,Tu,Th,Fr"),
        ([0, 1, 2, 3, 4, 5, 6], "Mo-Su"),
    ],
)
def test_days(days: list[int], written: str) -> None:
    assert syntax(dict.fromkeys(days, (MORNING,))) == f"{written} 09:00-12:00"


@given(weeks)
def test_every_week_survives_the_syntax(week: Week) -> None:
    written = syntax(week)
    assert str(OpeningHours(written)).replace(" ", "")
    read: Week = {}
    for rule in written.split("; "):
        days, times = rule.split(" ")
        read |= dict.fromkeys(
            days_in(days), tuple((minutes(one[:5]), minutes(one[6:])) for one in times.split(","))
        )
    assert read == week


def days_in(text: str) -> list[int]:
    found = []
    for part in text.split(","):
        first, last = (DAYS.index(day) for day in (part[:2], part[-2:]))
        found += [(first + ahead) % 7 for ahead in range((last - first) % 7 + 1)]
    return found


def minutes(text: str) -> int:
    return int(text[:2]) * 60 + int(text[3:])


def test_remarks() -> None:
    assert syntax({0: (MORNING,)}, comment="by appointment", holidays_off=True) == (
        'Mo 09:00-12:00 "by appointment"; PH off'
    )


def test_spans() -> None:
    assert joined([AFTERNOON, MORNING, MORNING]) == (MORNING, AFTERNOON)
    assert joined([(540, 780), (780, 1020)]) == ((540, 1020),)
    assert overlap([MORNING, (700, 800)])
    assert not overlap([AFTERNOON, MORNING])
    assert without([(540, 1020)], (720, 780)) == (MORNING, AFTERNOON)
    assert without([MORNING], AFTERNOON) == (MORNING,)
    assert within([MORNING], [(500, 1020)])
    assert not within([MORNING, AFTERNOON], [MORNING])
