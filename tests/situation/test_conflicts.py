"""By the newest evidence at or before the day; who, where, and whether it is recent. The conflicts are invented."""

import msgspec
import pytest

from legation.model.situation import ConflictSpan, Fighting, WrittenFact
from legation.situation.conflicts import Evidence, enemies_of, find_standing, months_before

WAR = ConflictSpan(
    id="1",
    kind="interstate",
    intensity="war",
    side_a=("AA",),
    side_b=("BB",),
    location=("AA", "BB"),
    since="2022-02-24",
    first="2022-02-24",
    last="2024-12-31",
)
INTERNAL = msgspec.structs.replace(
    WAR, id="2", kind="intrastate", side_b=("Invented Front",), location=("AA",)
)


def test_within_the_years_it_is_current() -> None:
    standing = find_standing(Evidence((WAR,)), "2023-05-01")
    assert standing
    assert standing.current
    assert standing.newest == "2023-05-01"


@pytest.mark.parametrize(
    ("on", "current"), [("2025-06-30", True), ("2025-07-01", False), ("2030-01-01", False)]
)
def test_six_months_after_the_last_evidence_it_is_past(on: str, current: bool) -> None:
    standing = find_standing(Evidence((WAR,)), on)
    assert standing
    assert standing.current is current
    assert standing.at_year_end


def test_before_it_began_there_is_none() -> None:
    assert find_standing(Evidence((WAR,)), "2022-02-23") is None


def test_what_the_source_calls_over_is_no_more() -> None:
    over = msgspec.structs.replace(WAR, over=True)
    assert find_standing(Evidence((over,)), "2025-01-01") is None
    assert find_standing(Evidence((over,)), "2024-12-31")


def test_events_make_it_recent_and_say_where() -> None:
    fighting = (
        Fighting("1", "BB", 3, "2026-08-01", "2026-08-07"),
        Fighting("1", "AA", 1, "2026-08-02", "2026-08-02"),
    )
    standing = find_standing(Evidence((WAR,), fighting), "2026-09-15")
    assert standing
    assert standing.current
    assert standing.battlefield == ("BB", "AA")
    assert standing.sources == ("ucdp-prio", "ucdp-ged")
    assert not standing.at_year_end


def test_later_events_are_not_known_earlier() -> None:
    fighting = (Fighting("1", "BB", 3, "2026-08-01", "2026-08-07"),)
    standing = find_standing(Evidence((WAR,), fighting), "2026-01-15")
    assert standing
    assert (standing.newest, standing.current, standing.battlefield) == ("2024-12-31", False, ())


def test_a_written_fact_goes_before_events_on_where() -> None:
    fighting = (Fighting("1", "AA", 9, "2026-08-01", "2026-08-07"),)
    standing = find_standing(Evidence((WAR,), fighting, (WrittenFact("1", ("BB",)),)), "2026-09-15")
    assert standing
    assert (standing.main, standing.battlefield) == (("BB",), ("BB", "AA"))


def test_a_war_between_states_has_no_battlefield_without_evidence() -> None:
    standing = find_standing(Evidence((WAR,)), "2024-01-01")
    assert standing
    assert standing.battlefield == ()


def test_an_internal_conflict_is_fought_at_home_unless_written_otherwise() -> None:
    home = find_standing(Evidence((INTERNAL,)), "2024-01-01")
    elsewhere = find_standing(Evidence((INTERNAL,), (), (WrittenFact("2", ()),)), "2024-01-01")
    assert home
    assert elsewhere
    assert (home.battlefield, elsewhere.battlefield) == (("AA",), ())


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-09-15", "2026-03-15"),
        ("2026-08-31", "2026-02-28"),
        ("2026-03-01", "2025-09-01"),
        ("0001-02-01", "0001-01-01"),
    ],
)
def test_months_before(on: str, expected: str) -> None:
    assert months_before(on, 6) == expected


def test_enemies_fight_the_government_of_a_place_or_others_in_it() -> None:
    between = find_standing(Evidence((WAR,)), "2023-05-01")
    abroad = find_standing(Evidence((INTERNAL,), facts=()), "2023-05-01")
    assert between
    assert abroad
    shown = [between.shown(), msgspec.structs.replace(abroad.shown(), battlefield=("CC",))]
    assert enemies_of("AA", shown) == {"BB"}
    assert enemies_of("BB", shown) == {"AA"}
    assert enemies_of("CC", shown) == {"AA"}
    assert not enemies_of("DD", shown)
