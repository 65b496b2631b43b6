"""Where an embassy stands whose city no source names, or names as a quarter that nobody knows: with nearly all others.

Measured on the directory itself: in a place where nine in ten embassies share a city, so will one more. Nunciatures
are left out, for a nuncio to a small state often lives in another.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Final

import msgspec

from legation.build.judge import elsewhere, rank_of
from legation.build.match import Group
from legation.model.claims import Claim
from legation.model.settled import DERIVED, SEAT

LEAST: Final = 5
SHARE: Final = 0.9


class Seat(msgspec.Struct, frozen=True):
    """A city and its point, as claims say them."""

    city: str
    near: str


def find_seats(groups: Iterable[Group]) -> dict[str, Seat]:
    """The city of nearly all heads of mission in a place, by the place's code."""
    cities: dict[str, Counter[Seat]] = defaultdict(Counter)
    for group in groups:
        city, near = group.get("city"), group.get("near")
        if rank_of(group.get("kind")) == "head" and isinstance(city, str) and isinstance(near, str):
            cities[group.receiving][Seat(city, near)] += 1
    seats = {}
    for place, counted in cities.items():
        seat, times = max(counted.items(), key=lambda entry: (entry[1], entry[0].city))
        if times >= LEAST and times >= SHARE * counted.total():
            seats[place] = seat
    return seats


def seat_claims(group: Group, seats: dict[str, Seat]) -> list[Claim]:
    """The claims on city and point of a head of mission of which neither is known."""
    seat = seats.get(group.receiving)
    if seat is None or rank_of(group.get("kind")) != "head" or group.get("kind") == "nunciature":
        return []
    if group.get("near") or group.get("position") or elsewhere(group.get("accredited"), group.receiving):
        return []
    newest = max(dossier.seen.last for dossier in group.dossiers)
    return [
        Claim(DERIVED, newest, SEAT, group.id, "city", seat.city),
        Claim(DERIVED, newest, SEAT, group.id, "near", seat.near),
    ]
