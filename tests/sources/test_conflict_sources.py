"""The yearly set and the events, on invented rows in their form."""

from pathlib import Path

import pytest

from legation.errors import StopSource
from legation.sources.codes import PlaceCodes
from legation.sources.ucdp_ged.read import read_events
from legation.sources.ucdp_prio.read import parse_side, read_conflicts

CODES = PlaceCodes.read(Path(__file__).resolve().parents[2] / "data")
YEARS = (
    "conflict_id,location,side_a,side_b,territory_name,year,intensity_level,cumulative_intensity,type_of_conflict,"
    "start_date2,ep_end,ep_end_date\n"
)
EVENTS = "id,code_status,type_of_violence,conflict_new_id,country,date_end\n"
SEEN = "2026-09-20T00:00:00Z"


def year(
    number: int, group: str = "IS", intensity: int = 1, ended: str = "", since: str = "2021-03-01"
) -> str:
    return (
        f'7,Mali,Government of Mali,"{group}",,{number},{intensity},1,3,{since},{int(bool(ended))},{ended}\n'
    )


def test_years_that_say_the_same_become_one_span() -> None:
    found = read_conflicts((YEARS + year(2022) + year(2021) + year(2023)).encode(), CODES)
    assert [(one.first, one.last, one.over) for one in found.spans] == [("2021-03-01", "2023-12-31", False)]
    assert found.until == "2023-12-31"
    assert found.spans[0].side_b == ("Islamic State",)


def test_a_year_without_it_ends_a_conflict() -> None:
    other = "8,Niger,Government of Niger,Invented Front,,2024,2,0,3,2024-05-01,0,\n"
    found = read_conflicts((YEARS + year(2021) + year(2023) + other).encode(), CODES)
    assert [(one.id, one.last, one.over) for one in found.spans] == [
        ("7", "2021-12-31", True),
        ("7", "2023-12-31", True),
        ("8", "2024-12-31", False),
    ]


def test_an_end_that_the_source_states_is_kept() -> None:
    found = read_conflicts((YEARS + year(2023, ended="2023-06-30")).encode(), CODES)
    assert [(one.last, one.over) for one in found.spans] == [("2023-06-30", True)]


def test_years_before_2000_are_left_out() -> None:
    assert read_conflicts((YEARS + year(1999, since="1998-01-01")).encode(), CODES).spans == ()


@pytest.mark.parametrize(
    ("said", "side"),
    [
        ("Government of Russia (Soviet Union)", ("RU",)),
        ("Government of United Kingdom, Government of United States of America", ("GB", "US")),
        ("NUG, PNLO ", ("NUG", "PNLO")),
        ("IS", ("Islamic State",)),
        ("AN", ("AN (group)",)),
        ("Government of Atlantis", None),
    ],
)
def test_sides(said: str, side: tuple[str, ...] | None) -> None:
    assert parse_side(said, CODES) == side


def event(
    status: str = "Clear", kind: int = 1, country: str = "Ukraine", day: str = "2026-08-01 00:00:00.000"
) -> str:
    return f"1,{status},{kind},13243,{country},{day}\n"


def test_events_are_counted_by_conflict_place_and_month() -> None:
    rows = event() + event(day="2026-08-09 00:00:00.000") + event(country="Russia (Soviet Union)")
    found = read_events((EVENTS + rows).encode(), CODES, SEEN)
    assert [(one.place, one.events, one.first, one.last) for one in found.fighting] == [
        ("RU", 1, "2026-08-01", "2026-08-01"),
        ("UA", 2, "2026-08-01", "2026-08-09"),
    ]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (event(status="Check dyad"), "not-clear"),
        (event(kind=3), "not-state-based"),
        (event(country="Atlantis"), "unknown-place"),
        (event(day="2027-08-01"), "bad-date"),
    ],
)
def test_events_that_do_not_count(row: str, reason: str) -> None:
    found = read_events((EVENTS + row).encode(), CODES, SEEN)
    assert found.fighting == ()
    assert [remark.code for remark in found.remarks] == [reason]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html></html>",
        b"a,b\n1,2\n",
        b"\xff\xfe",
        (EVENTS + "1,Clear,1\n").encode(),
        (YEARS + "7,Mali\n").encode(),
    ],
)
def test_tables_that_are_not_the_source(body: bytes) -> None:
    with pytest.raises(StopSource):
        read_conflicts(body, CODES)
    with pytest.raises(StopSource):
        read_events(body, CODES, SEEN)
