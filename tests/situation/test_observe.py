"""Advice, alerts and gaps of a place, on the packaged facts and on an invented history."""

import sqlite3
from collections.abc import Iterator

import pytest

from legation.build.situation.record import append, open_history
from legation.model.situation import Alert, Statement, Taken
from legation.situation.ask import parse_day, parse_language
from legation.situation.brief import summary
from legation.situation.observe import Observer
from legation.sources.reading import Reading


@pytest.fixture
def history() -> Iterator[sqlite3.Connection]:
    connection = open_history()
    yield connection
    connection.close()


def take(history: sqlite3.Connection, seen: str, level: int) -> None:
    said = Statement("RU", level, level, wording="Invented phrase")
    append(history, Taken("advice_ca", seen, 1), Reading((said,)), "CA")


def test_the_local_history_goes_on_from_the_packaged_one(
    store: sqlite3.Connection, history: sqlite3.Connection
) -> None:
    observer = Observer(store, history)
    before = {one.issuer: one for one in observer.find("RU", "2026-11-24").advice}
    take(history, "2026-11-20T00:00:00Z", 2)
    once = {one.issuer: one for one in Observer(store, history).find("RU", "2026-11-24").advice}
    take(history, "2026-11-21T00:00:00Z", 2)
    twice = {one.issuer: one for one in Observer(store, history).find("RU", "2026-11-24").advice}
    assert before["CA"].level == 4
    assert (once["CA"].level, once["CA"].unconfirmed) == (4, (2, 2))
    assert (twice["CA"].level, twice["CA"].seen, twice["CA"].stale) == (2, "2026-11-21", False)
    past = {one.issuer: one for one in Observer(store, history).find("RU", "2026-11-19").advice}
    assert past["CA"].level == 4


def test_an_observer_sees_what_is_appended_later(store: sqlite3.Connection, tmp_path: object) -> None:
    from pathlib import Path

    path = Path(str(tmp_path)) / "history.sqlite"
    writer = open_history(path)
    reader = sqlite3.connect(path)
    observer = Observer(store, reader)
    assert observer.find("RU", "2026-11-24").advice[1].seen < "2026-11"
    take(writer, "2026-11-20T00:00:00Z", 4)
    assert observer.find("RU", "2026-11-24").advice[1].seen == "2026-11-20"
    writer.close()
    reader.close()


def test_a_refused_source_is_said_to_be_refused(
    store: sqlite3.Connection, history: sqlite3.Connection
) -> None:
    history.execute("INSERT INTO health VALUES ('advice_ca', '2026-11-20T00:00:00Z', 0, 'HTML')")
    codes = {gap.code: gap.text for gap in Observer(store, history).find("RU", "2026-11-24").unknown}
    assert "advice_ca" in codes["refused"]


def test_alerts_are_shown_while_they_go_on_and_a_week_after(
    store: sqlite3.Connection, history: sqlite3.Connection
) -> None:
    alert = Alert(
        id="TC1",
        kind="cyclone",
        level="red",
        places=("PH", "VN"),
        since="2026-11-01",
        until="2026-11-10",
        current=True,
        updated="2026-11-09T00:00:00Z",
        url="https://example.org/tc1",
        name="INVENTED-26",
    )
    append(history, Taken("gdacs", "2026-11-09T00:00:00Z", 1), Reading(alerts=(alert,)), None)
    observer = Observer(store, history)
    shown = observer.find("VN", "2026-11-12", "de").alerts
    assert [one.title for one in shown] == ["Tropischer Wirbelsturm INVENTED-26"]
    assert observer.find("VN", "2026-11-08").alerts == ()
    assert observer.find("VN", "2026-11-17").alerts == ()
    assert "stale-alerts" in {gap.code for gap in observer.find("VN", "2026-11-17").unknown}


def test_what_is_old_or_missing_is_said(observer: Observer) -> None:
    found = observer.find("FR", "2026-11-24")
    codes = {gap.code for gap in found.unknown}
    assert {"no-headline", "conflict-gap", "no-advice", "stale-advice", "stale-alerts"} <= codes
    assert all(one.stale for one in found.advice)


def test_the_highest_region_is_never_the_national_level(observer: Observer) -> None:
    germany = {one.issuer: one for one in observer.find("RU", "2026-05-03").advice}["DE"]
    assert (germany.level, germany.regional_max) == (2, 4)
    japan = {one.issuer: one for one in observer.find("IR", "2026-02-01").advice}["JP"]
    assert (japan.level, japan.regional_max) == (None, 4)


def test_the_summary_says_when_every_issuer_says_do_not_travel(observer: Observer) -> None:
    afghanistan = summary(observer.find("AF", "2026-05-01"))
    assert afghanistan.do_not_travel
    assert afghanistan.level_range == (4, 4)
    assert not summary(observer.find("RU", "2026-05-01")).do_not_travel
    assert not summary(observer.find("XA", "2026-05-01")).do_not_travel


def test_issuers_that_differ_are_counted(observer: Observer) -> None:
    spread = observer.find("RU", "2026-05-01").spread
    assert spread
    assert (spread.lowest, spread.highest) == (2, 4)


@pytest.mark.parametrize(
    "said", ["0000-01-01", "9999-01-01", "yesterday", "1945-12-31", "2026-02-30", "x" * 10_000, ""]
)
def test_days_that_cannot_be_asked_for(said: str) -> None:
    from legation.errors import UnknownInput

    with pytest.raises(UnknownInput):
        parse_day(said)


def test_languages() -> None:
    from legation.errors import UnknownInput

    assert parse_language("zh-Hans") == "zh"
    assert parse_language("de_AT") == "de"
    with pytest.raises(UnknownInput):
        parse_language("xx")
