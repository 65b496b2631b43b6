"""Where a post stands, from its name, its address and the page that names it."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from legation.errors import InputError
from legation.model.codes import MISSION_HEADS
from legation.model.place import City
from legation.places import Gazetteer
from legation.places.text import fold
from legation.sources.pages.sign import Sign
from legation.sources.standing import find_city_of_name, find_named_city

NOT_A_NAME = re.compile(r"[0-9#][\w-]*|\bp\.? ?o\.? box\b|\bW\.I\.", re.IGNORECASE)
SHORTEST: Final = 4
"""Letters of a name in an address: GA is Georgia there, and Gabon by its code."""
SEAT: Final = "seat of government"
ADDRESS: Final = "address"


class Whereabouts(msgspec.Struct, frozen=True):
    """Where a post stands.

    Attributes:
        receiving: code of the place.
        city: the city a person knows.
        ground: how the city was derived, None when it is the one named.
        named: the city as named, when the gazetteer does not know it.
    """

    receiving: str
    city: City | None
    ground: str | None = None
    named: str | None = None


def find_whereabouts(
    sign: Sign, address: Sequence[str], pages: Sequence[str], gazetteer: Gazetteer
) -> Whereabouts | None:
    """Find where a post stands; None when nothing says where outside its own state.

    Args:
        sign: its name.
        address: lines of its address.
        pages: codes of the places that the page is about.
        gazetteer: the places.
    """
    accredited = find_place(sign.accredited, gazetteer) if sign.accredited else None
    if accredited == "VA":
        return Whereabouts("VA", gazetteer.capital("IT"))
    named = accredited or _named_place(sign, gazetteer)
    places = [code for code in (named, addressed_place(address, gazetteer)) if code]
    for code in dict.fromkeys([*places, *pages]):
        if code != sign.sending and (city := find_sign_city(sign, code, gazetteer)):
            return Whereabouts(code, city)
    elsewhere = [] if places else _by_name_alone(sign, gazetteer)
    for code in [*places, *elsewhere, *pages[:1]]:
        if code != sign.sending:
            return _without_city(sign, address, code, gazetteer)
    return None


def find_place(words: str, gazetteer: Gazetteer) -> str | None:
    """The code of a country or territory by its plain name; None for a city or a name of several."""
    place = gazetteer.find_place(words)
    return place.code if place else None


def addressed_place(address: Sequence[str], gazetteer: Gazetteer) -> str | None:
    """The place that the last lines of an address name, or the place of the region that they name."""
    for line in reversed(address[-2:]):
        for words in _tails(line):
            if land := gazetteer.find_land(words):
                return land.code
    return None


def _tails(line: str) -> Iterator[str]:
    """What may be a country's name at the end of a line: whole parts first, then their last words."""
    for part in reversed(re.split(r"[,;–]| - ", NOT_A_NAME.sub(" ", line))):
        words = part.split()
        for start in range(len(words)):
            tail = " ".join(words[start:]).strip(" .()")
            if len(tail) >= SHORTEST:
                yield tail


def _named_place(sign: Sign, gazetteer: Gazetteer) -> str | None:
    """The country that the name itself gives: "in Peru", "Santa Cruz, Bolivia", "Ukraine"."""
    for part in reversed(re.split(",", sign.where or "")):
        words = part.strip()
        if len(words) >= SHORTEST and (code := find_place(words, gazetteer)):
            return code
    return None


def find_sign_city(sign: Sign, place: str, gazetteer: Gazetteer) -> City | None:
    """The city that the name gives, in a place."""
    return next(
        filter(None, (_city(words, place, gazetteer) for words in _spellings(sign.where or ""))), None
    )


def _city(words: str, place: str, gazetteer: Gazetteer) -> City | None:
    """A city by name; a country's name is only that of its capital."""
    named = find_named_city(gazetteer, words, place)
    if named and not named.capital and find_place(words, gazetteer):
        return None
    return find_city_of_name(gazetteer, words, place) if named else None


def _spellings(where: str) -> Iterator[str]:
    """A name, and what of it may be the city: "Hong Kong & Macau", "Fuengirola (Málaga)", "Harare Zimbabwe"."""
    yield where
    first = re.split(r"[,(&/]| - | – | and ", where)[0].strip()
    words = first.split()
    for end in range(len(words), 0, -1):
        yield " ".join(words[:end])
    if "-" in first:
        yield first.split("-")[0]


def _endings(words: str) -> Iterator[str]:
    """The last words of a line: "Friars Hill Rd. St. John's"."""
    parts = words.split()
    for start in range(1, len(parts)):
        if len(ending := " ".join(parts[start:])) >= SHORTEST:
            yield ending


def _by_name_alone(sign: Sign, gazetteer: Gazetteer) -> list[str]:
    """The place of the city named, when there is only one of that name."""
    try:
        match = gazetteer.parse_place((sign.where or "").split(",")[0])
    except InputError:
        return []
    return [match.place.code] if match.city and not match.guess else []


def _without_city(sign: Sign, address: Sequence[str], place: str, gazetteer: Gazetteer) -> Whereabouts:
    """Where it stands when the name gives no city there: the address tells, or a head of mission sits at the seat."""
    if city := find_sign_city(sign, place, gazetteer):
        return Whereabouts(place, city)
    for line in reversed(address):
        for part in reversed(NOT_A_NAME.sub(" ", line).split(",")):
            words = part.strip(" .()")
            if len(words) >= SHORTEST and not find_place(words, gazetteer):
                for spelling in (*_spellings(words), *_endings(words)):
                    if city := _city(spelling, place, gazetteer):
                        return Whereabouts(place, city, ADDRESS)
    seat, whole = gazetteer.capital(place), gazetteer.get_place(place)
    by_place = bool(sign.where and whole and fold(sign.where) in fold(whole.name))
    # A post that is called by its country is the only one there, and stands where embassies would.
    if (sign.kind in MISSION_HEADS or by_place) and seat and seat.place == place:
        return Whereabouts(place, seat, SEAT)
    named = None if by_place else sign.where
    return Whereabouts(place, None, named=named)
