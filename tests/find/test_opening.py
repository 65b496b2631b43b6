"""Doors open and shut; posts, hours and calendars are invented unless a test says so."""

import datetime as dt
import sqlite3

import msgspec
import pytest

from legation.find.opening import HALF_CHANGED_DAYS, UNKNOWN, Doorkeeper
from legation.model.answer import Open
from legation.model.directory import Post
from legation.store import holidays
from legation.store.gazetteer import SCHEMA, cell

PARIS = ("Paris", "FR", 48.85, 2.35, "Europe/Paris")
TIJUANA = ("Tijuana", "MX", 32.53, -117.03, "America/Tijuana")
MEXICO_CITY = ("Mexico City", "MX", 19.43, -99.13, "America/Mexico_City")
KYIV = ("Kyiv", "UA", 50.45, 30.52, "Europe/Kyiv")
CALENDARS = {"FR": "05-01 07-14", "AR": "05-25 07-09", "MX": "09-16"}


@pytest.fixture
def connection() -> sqlite3.Connection:
    made = sqlite3.connect(":memory:")
    made.executescript(SCHEMA + holidays.SCHEMA)
    for key, (name, place, latitude, longitude, zone) in enumerate((PARIS, TIJUANA, MEXICO_CITY, KYIV)):
        made.execute(
            "INSERT INTO cities VALUES (?, ?, ?, ?, ?, 0, ?, NULL, 0, 0, ?)",
            (key, name, place, latitude, longitude, zone, cell(latitude, longitude)),
        )
    for place, days in CALENDARS.items():
        made.executemany(
            "INSERT INTO holidays VALUES (?, ?, ?)", [(place, year, days) for year in (2026, 2027)]
        )
    return made


@pytest.fixture
def keeper(connection: sqlite3.Connection) -> Doorkeeper:
    return Doorkeeper(connection)


POST = Post(
    id="AR-FR-Paris-consulate",
    sending="AR",
    receiving="FR",
    kind="consulate",
    name="An invented consulate",
    latitude=48.86,
    longitude=2.29,
    hours="Mo-Fr 09:00-13:00,14:00-17:00",
    dates={"hours": "2025-10-01"},
)


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("moment", "now", "change"),
    [
        ("2026-11-24T07:59", False, "2026-11-24T08:00:00+00:00"),
        ("2026-11-24T08:00", True, "2026-11-24T12:00:00+00:00"),
        ("2026-11-24T12:30", False, "2026-11-24T13:00:00+00:00"),
        ("2026-11-24T16:00", False, "2026-11-25T08:00:00+00:00"),
        ("2026-07-13T08:00", True, "2026-07-13T11:00:00+00:00"),  # summer: two hours ahead of UTC
        ("2026-07-13T15:30", False, "2026-07-15T07:00:00+00:00"),  # over the receiving state's holiday
        ("2026-07-14T08:00", False, "2026-07-15T07:00:00+00:00"),
        ("2026-05-25T08:00", False, "2026-05-26T07:00:00+00:00"),  # the sending state's holiday
        ("2026-03-27T17:00", False, "2026-03-30T07:00:00+00:00"),  # the clocks change on the way
        ("2026-12-31T16:30", False, "2027-01-01T08:00:00+00:00"),  # into the next year
    ],
)
def test_a_door_by_its_own_clock_and_both_calendars(
    keeper: Doorkeeper, moment: str, now: bool, change: str
) -> None:
    assert keeper.open_at(POST, at(moment)) == Open(now, change)


def test_a_timetable_is_kept_for_its_day_and_made_anew_after_it(keeper: Doorkeeper) -> None:
    moments = [at("2026-11-24T08:00") + dt.timedelta(hours=hours) for hours in (0, 3, 20, 26, 50, -30)]
    kept = [keeper.open_at(POST, moment) for moment in moments]
    assert kept == [Doorkeeper(keeper._connection).open_at(POST, moment) for moment in moments]


@pytest.mark.parametrize(
    "change",
    [
        {"hours": None},
        {"hours": "9:00 a 17:00 hs"},
        {"hours": "09:00-17:00"},  # the syntax would take it for every day
        {"hours": "Monday to Friday"},
        {"hours": "Mo-Fr 9 to 5"},
        {"hours": '"by appointment"'},
        {"hours": "Mo-Fr 09:00-17:00", "sending": "UA"},  # no calendar: wartime
        {"hours": "Mo-Fr 09:00-17:00", "receiving": "UA", "latitude": 50.4, "longitude": 30.5},
        {"hours": "Mo-Fr 09:00-17:00", "receiving": "XA"},  # no calendar and no zone
        {"hours": "Mo-Fr 09:00-17:00", "receiving": "MX", "latitude": None, "longitude": None},  # which zone?
        {"hours": "Mo-Fr 09:00-17:00", "dates": {"hours": "2018-09-01"}},  # likelier wrong than right
    ],
)
def test_the_unknown_stays_unknown(keeper: Doorkeeper, change: dict[str, object]) -> None:
    assert keeper.open_at(msgspec.structs.replace(POST, **change), at("2026-11-24T10:00")) == UNKNOWN


def test_hours_speak_of_today_until_half_have_changed(keeper: Doorkeeper) -> None:
    moment = at("2026-11-24T10:00")
    for days, known in ((HALF_CHANGED_DAYS, True), (HALF_CHANGED_DAYS + 1, False)):
        seen = (moment.date() - dt.timedelta(days=days)).isoformat()
        answer = keeper.open_at(msgspec.structs.replace(POST, id=seen, dates={"hours": seen}), moment)
        assert (answer.now is not None) is known


def test_a_year_without_a_calendar_is_unknown(keeper: Doorkeeper) -> None:
    assert keeper.open_at(POST, at("2028-01-05T10:00")) == UNKNOWN


def test_the_town_decides_between_the_zones_of_a_state(keeper: Doorkeeper) -> None:
    in_mexico = msgspec.structs.replace(POST, receiving="MX", hours="Mo-Fr 09:00-10:00")
    tijuana = msgspec.structs.replace(in_mexico, id="a", latitude=None, longitude=None, near=(32.5, -117.0))
    capital = msgspec.structs.replace(in_mexico, id="b", latitude=None, longitude=None, city="Mexico City")
    moment = at("2026-11-24T15:30")
    assert keeper.open_at(capital, moment).now is True
    assert keeper.open_at(tijuana, moment).now is False


def test_always_open_never_changes(keeper: Doorkeeper) -> None:
    post = msgspec.structs.replace(POST, hours="24/7")
    assert keeper.open_at(post, at("2026-11-24T03:00")) == Open(True, None)
