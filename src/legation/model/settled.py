"""A record as settled: of every field the first thing said.

`legation.build.settle` orders what was said, the winner first; here the winners become a `Post`. Nothing is
weighed again, so the order in the text is the whole decision.
"""

from typing import Final

import msgspec

from legation.model.claims import Said, Value
from legation.model.directory import Post, PostRecord

CONTACTS: Final[tuple[str, ...]] = ("address", "phones", "emergency_phones", "emails", "website", "hours")
"""Fields by which a post is reached: each keeps its own date, for they go stale one by one."""

SEAT: Final = "where nearly all embassies there stand"
"""Locator of a city that no source names: a guess, and shown as one."""

MISSION_SITE: Final = "the website of its embassy there"
"""Locator of a website that no source gives for the post itself: that of its mission's head, and shown as that."""

DERIVED: Final = "derived"
"""The source of a value that the build made out of others: a name, the point of a city."""


def settled(record: PostRecord) -> Post:
    """Give the post that the winners of a record describe.

    The claims `position` and `near` are points, said as `latitude,longitude` in one breath so that no two
    sources ever share one.

    Raises:
        msgspec.ValidationError: no kind, no name, a value of the wrong type, a point that is none.
    """
    winners = {field: said[0] for field, said in record.claims.items() if said}
    fields: dict[str, object] = {field: said.value for field, said in winners.items()}
    if "position" in winners:
        fields["latitude"], fields["longitude"] = _point(winners["position"].value)
    if "near" in winners:
        fields["near"] = _point(winners["near"].value)
    fields |= {field: _first_day(winners[field].value) for field in ("opened", "closed") if field in winners}
    fields |= {
        "id": record.id,
        "sending": record.sending,
        "receiving": record.receiving,
        "first_seen": min((seen.first for seen in record.seen), default=""),
        "last_seen": max((seen.last for seen in record.seen), default=""),
        "dates": {field: winners[field].seen for field in CONTACTS if field in winners},
        "sources": _sources(winners),
        "city_guessed": "city" in winners and winners["city"].locator == SEAT,
        "website_of_mission": "website" in winners and winners["website"].locator == MISSION_SITE,
        "unlisted": bool(record.seen) and all(seen.source in record.missing for seen in record.seen),
    }
    return msgspec.convert(fields, Post)


def _point(value: Value) -> tuple[float, float]:
    return msgspec.convert(str(value).split(","), tuple[float, float], strict=False)


def _first_day(value: Value) -> str:
    """The first day of an ISO date, month or year."""
    return f"{value}-01-01"[:10] if len(str(value)) == 4 else f"{value}-01"[:10]


def _sources(winners: dict[str, Said]) -> tuple[str, ...]:
    return tuple(sorted({said.source for said in winners.values()} - {DERIVED}))
