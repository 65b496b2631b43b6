"""Whom to ask when nobody says how to reach a post."""

import msgspec

from legation.model.answer import Open, Option, PostShown
from legation.render.reach import sister_post


def option(rank: int, kind: str, receiving: str = "US", **contact: object) -> Option:
    post: dict[str, object] = {
        "id": f"invented-{rank}", "name": "Post of Examplia", "kind": kind, "sending": "DE", "receiving": receiving,
        "city": "Sampleton", "latitude": None, "longitude": None, "address": None, "phones": [],
        "emergency_phones": [], "emails": [], "website": None, "hours": None,
    }  # fmt: skip
    shown = msgspec.convert(post | contact, PostShown)
    return Option(rank, "own-post", None, "", True, None, Open(None, None), shown, [], "2026-01-01", [])


MUTE = option(1, "consulate general")
MAIL = option(2, "consulate", emails=["consulate@example.org"])
PHONE = option(3, "consulate", phones=["+12025550123"])
EMBASSY = option(4, "embassy", phones=["+12025550199"])
ABROAD = option(5, "embassy", receiving="CA", phones=["+12025550177"])


def test_the_embassy_with_a_phone_is_asked_for_a_post_that_nobody_can_reach() -> None:
    assert sister_post(MUTE, [MUTE, MAIL, PHONE, EMBASSY, ABROAD]) is EMBASSY
    assert sister_post(MUTE, [MUTE, MAIL, PHONE]) is PHONE
    assert sister_post(MUTE, [MUTE, MAIL]) is MAIL


def test_nobody_is_asked_for_a_post_that_can_be_reached_or_in_another_place() -> None:
    assert sister_post(MAIL, [MAIL, EMBASSY]) is None
    assert sister_post(MUTE, [MUTE, ABROAD]) is None
