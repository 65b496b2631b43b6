"""The zone of a door from its nearest town, beside the borders of the time zones themselves."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
import tzfpy

from legation.find.ask import open_finder
from legation.model.directory import Post
from legation.store.timezones import get_timezone

CONNECTION = open_finder().directory.connection
WINTER, SUMMER = dt.datetime(2026, 1, 15), dt.datetime(2026, 7, 15)


def post(receiving: str, latitude: float | None, longitude: float | None, city: str | None = None) -> Post:
    return Post("invented", "NL", receiving, "consulate", "Invented", city, None, latitude, longitude)


@pytest.mark.parametrize(
    ("receiving", "latitude", "longitude"),
    [
        ("RU", 55.75, 37.62),
        ("RU", 43.12, 131.89),
        ("US", 41.88, -87.63),
        ("US", 21.31, -157.86),
        ("ES", 28.12, -15.43),
        ("FJ", -18.14, 178.44),
        ("WS", -13.83, -171.77),
        ("BR", -8.05, -34.9),
        ("AU", -31.95, 115.86),
        ("CD", -11.66, 27.48),
        ("MX", 32.53, -117.03),
        ("KI", 1.33, 172.98),
    ],
)
def test_the_clocks_agree(receiving: str, latitude: float, longitude: float) -> None:
    ours = get_timezone(CONNECTION, post(receiving, latitude, longitude))
    theirs = tzfpy.get_tz(longitude, latitude)
    assert ours is not None
    for day in (WINTER, SUMMER):
        assert ZoneInfo(ours).utcoffset(day) == ZoneInfo(theirs).utcoffset(day)


def test_without_a_point_the_city_or_the_only_zone_decides() -> None:
    assert get_timezone(CONNECTION, post("US", None, None, "Chicago")) == "America/Chicago"
    assert get_timezone(CONNECTION, post("FR", None, None)) == "Europe/Paris"
    assert get_timezone(CONNECTION, post("US", None, None)) is None
