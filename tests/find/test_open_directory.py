"""The doors of the real directory, judged a second time: a plain reading of the hours, and calendars asked anew.

The judge is written for the hours that posts in the directory have; it shares nothing with the doorkeeper but clocks.
"""

import datetime as dt
import random
import re
from functools import cache
from zoneinfo import ZoneInfo

import holidays
import pytest

from legation.find.opening import Doorkeeper, is_outdated
from legation.model.directory import Post
from legation.store.locate import open_store
from legation.store.posts import fetch_posts
from legation.store.timezones import get_timezone

DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
STORE = open_store()
NOON = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)
POSTS = [
    post
    for (state,) in STORE.execute("SELECT DISTINCT sending FROM post ORDER BY sending")
    for post in fetch_posts(STORE, state)
    if post.hours and re.match(r"(Mo|Tu|We|Th|Fr|Sa|Su)\b", post.hours)
]


@cache
def calendar(place: str) -> holidays.HolidayBase | None:
    try:
        known = holidays.country_holidays(place, years=[2026, 2027])
    except NotImplementedError:
        return None
    return known or None  # none at all: Ukraine under martial law


def week_of(hours: str) -> dict[int, list[tuple[int, int]]]:
    """Minutes of the day by weekday; a later rule on a day replaces an earlier one."""
    week: dict[int, list[tuple[int, int]]] = {}
    for rule in hours.split("; "):
        if rule.startswith("PH"):
            continue
        days, times = rule.split(" ")[:2]
        chosen: list[int] = []
        for part in days.split(","):
            first, _, last = part.partition("-")
            start, end = DAYS.index(first), DAYS.index(last or first)
            chosen += [(start + step) % 7 for step in range((end - start) % 7 + 1)]
        spans = [
            tuple(int(hour) * 60 + int(minute) for hour, minute in re.findall(r"(\d\d):(\d\d)", span))
            for span in times.split(",")
        ]
        for day in chosen:
            week[day] = [(span[0], span[1]) for span in spans]
    return week


def judged(post: Post, moment: dt.datetime) -> bool | None:
    zone, calendars = get_timezone(STORE, post), [calendar(place) for place in (post.receiving, post.sending)]
    if zone is None or None in calendars or is_outdated(post, moment.date()):
        return None
    local = moment.astimezone(ZoneInfo(zone))
    if any(local.date() in known for known in calendars if known is not None):
        return False
    minutes = local.hour * 60 + local.minute
    return any(start <= minutes < end for start, end in week_of(post.hours or "").get(local.weekday(), []))


@pytest.mark.parametrize("seed", range(4))
def test_every_door_is_as_a_plain_reading_has_it(seed: int) -> None:
    keeper, chance = Doorkeeper(STORE), random.Random(seed)  # noqa: S311
    told = []
    for post in POSTS:
        for _ in range(10):
            moment = NOON + dt.timedelta(minutes=chance.randrange(365 * 24 * 60))
            answer = keeper.open_at(post, moment)
            told.append(answer.now)
            assert answer.now == judged(post, moment), (post.id, post.hours, moment)
            if answer.next_change:
                change = dt.datetime.fromisoformat(answer.next_change)
                assert change > moment
                assert judged(post, change) is not answer.now
                assert judged(post, change - dt.timedelta(minutes=1)) is answer.now
    assert {True, False, None} == set(told)
    assert told.count(None) < len(told)


def test_hours_that_nobody_says_or_understands_are_unknown() -> None:
    keeper = Doorkeeper(STORE)
    for state in ("AR", "GB", "DE"):
        for post in fetch_posts(STORE, state):
            if post not in POSTS:
                assert keeper.open_at(post, NOON).now is None, post.hours


def test_a_day_that_begins_at_one_o_clock_has_hours_too() -> None:
    (post,) = [post for post in POSTS if (post.sending, post.receiving, post.kind) == ("AR", "CU", "embassy")]
    spring = dt.datetime(2027, 3, 14, 12, tzinfo=dt.UTC)
    assert Doorkeeper(STORE).open_at(post, spring).now is False
