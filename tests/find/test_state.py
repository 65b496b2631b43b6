"""A post on a day. All posts and events here are invented."""

import pytest

from legation.find.state import Door, begins_on, ends_on, state_on
from legation.model.codes import StatusKind
from legation.model.directory import Post, Source, StatusEvent

POST = Post("Q1", "ZZ", "ZY", "embassy", "Embassy", first_seen="2020-12-24", last_seen="2022-11-16")


def event(kind: StatusKind, date: str, until: str | None = None, *, announced: bool = False) -> StatusEvent:
    return StatusEvent(
        "T1",
        "ZZ",
        "ZY",
        "Town",
        "embassy",
        kind,
        date,
        Source("Invented"),
        until=until,
        announced=announced,
    )


@pytest.mark.parametrize(
    ("events", "day", "door"),
    [
        ([], "2022-01-01", "open"),
        ([event("closed", "2021-05-28")], "2021-05-27", "open"),
        ([event("closed", "2021-05-28")], "2021-05-28", "closed"),
        ([event("closed", "2021-08")], "2021-08-01", "closed"),
        ([event("suspended", "2025-06-20", "2025-07-06")], "2025-07-06", "closed"),
        ([event("suspended", "2025-06-20", "2025-07-06")], "2025-07-07", "open"),
        ([event("suspended", "2022", "2023-04")], "2023-04-30", "closed"),
        ([event("suspended", "2020-01-01"), event("resumed", "2021-11-20")], "2022-01-01", "open"),
        ([event("suspended", "2020-01-01"), event("resumed", "2021-11-20")], "2021-11-19", "closed"),
        ([event("services-limited", "2025-08")], "2026-01-01", "limited"),
        ([event("unconfirmed", "2026-03-04")], "2026-11-24", "unconfirmed"),
        ([event("relocated", "2022-02-18", "2022-05-08")], "2022-03-01", "relocated"),
        ([event("closed", "2026-01-01", announced=True)], "2026-11-24", "open"),
        ([event("opened", "2019-10-01")], "2019-06-01", "closed"),
        ([event("resumed", "2023-06-19")], "2022-11-16", "open"),
        ([event("resumed", "2020-06-19")], "2020-01-01", "closed"),
        ([event("seen-open", "2020-06-19")], "2020-01-01", "open"),
        (
            [event("closed", "2020-01-01"), event("relations-broken", "2023", "2025-12")],
            "2026-01-01",
            "closed",
        ),
    ],
)
def test_door(events: list[StatusEvent], day: str, door: Door) -> None:
    assert state_on(POST, events, day).door == door


def test_a_post_is_closed_before_it_opened_and_after_it_closed() -> None:
    post = Post("Q1", "ZZ", "ZY", "embassy", "Embassy", opened="1992-01-01", closed="2021-01-01")
    assert state_on(post, [], "1991-12-31").door == "closed"
    assert state_on(post, [], "1992-01-01").door == "open"
    assert state_on(post, [], "2021-01-01").door == "closed"


def test_an_announcement_is_told_once_its_day_has_come() -> None:
    closing = event("closed", "2026-01", announced=True)
    assert state_on(POST, [closing], "2025-12-31").announced == ()
    assert state_on(POST, [closing], "2026-01-01").announced == (closing,)


def test_dates_that_are_months_or_years_are_whole() -> None:
    assert begins_on("2022") == "2022-01-01"
    assert begins_on("2022-05") == "2022-05-01"
    assert ends_on("2022") == "2022-12-31"
    assert ends_on("2022-02") == "2022-02-31"
    assert begins_on("2022-05-08") == ends_on("2022-05-08") == "2022-05-08"


def test_a_temporary_closure_is_in_doubt_once_its_source_is_silent() -> None:
    closure = StatusEvent(
        "T1",
        "ZZ",
        "ZY",
        "Town",
        "embassy",
        "suspended",
        "2026-03-04",
        Source("Invented", date="2026-03-05"),
        unconfirmed=True,
    )
    assert state_on(POST, [closure], "2026-03-05").door == "closed"
    assert state_on(POST, [closure], "2026-03-06").door == "unconfirmed"
