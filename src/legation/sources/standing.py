"""Where a post stands: what its source says, weighed against its coordinates, its accreditation and its city.

The country named is believed unless it is the sending state itself, or the point lies in a territory of that country
(China: Hong Kong), or accreditation and city speak against it. A point that loses is left out.
"""

import re
from functools import lru_cache
from typing import Final

import msgspec

from legation.errors import InputError
from legation.model.place import City, Match
from legation.places import Gazetteer
from legation.places.globe import distance_km
from legation.places.nearby import reach_km
from legation.places.text import fold

Point = tuple[float, float]
SUBURBS_KM: Final = 30
"""How far from its centre a city still names a door."""
STRANGER_KM: Final = 12
"""The same for a door in a town that we know only by name."""
SEAT_KM: Final = 10
"""How far from its centre at least a seat of government names the missions around it (Vasant Vihar: New Delhi)."""
FAR_LARGER: Final = 2.5
"""How many times larger a city must be to stand for a town in it that has a name of its own."""
MILLION: Final = 1_000_000
NEXT_DOOR_KM: Final = 20
"""A city of a million is a name of its own unless it begins next door to the seat of government."""
FAR_KM: Final = 60
"""From here on a point and a city that is surely meant contradict each other."""
ADMINISTRATION = re.compile(
    r"\b(canton|capital|city|commune|county|department|district|emirate|governorate|municipal|municipality|of|parish"
    r"|prefecture|province|region|state|territory)\b"
)
"""Words that make a city's name that of its municipality or province."""
DERIVED_FROM_POINT: Final = "coordinates"
DERIVED_FROM_CITY: Final = "city"
DERIVED_FROM_ACCREDITATION: Final = "accredited to the Holy See"


class Usual(msgspec.Struct, frozen=True):
    """The place and city that most rows of a source give for a city's item; sure when nearly all of several do."""

    place: str
    city: City | None
    sure: bool


class Clues(msgspec.Struct, frozen=True):
    """What a row says on where a post stands.

    Attributes:
        sending: whose post it is.
        stated: code of the country named, None when none is.
        point: of the door, (latitude, longitude).
        accredited: codes of the states it is accredited to.
        city: the city named, which may be a district, a street or a province.
        usual: where that city is, by other rows.
    """

    sending: str
    stated: str | None
    point: Point | None = None
    accredited: tuple[str, ...] = ()
    city: str | None = None
    usual: Usual | None = None


class Standing(msgspec.Struct, frozen=True):
    """Where a post stands.

    Attributes:
        receiving: code of the place.
        ground: how it was derived, None when it is as stated.
        point: the point of the door, unless it was left out.
        city: the city a person knows.
        fault: why the point was left out.
    """

    receiving: str
    ground: str | None
    point: Point | None
    city: City | None
    fault: str | None = None


def find_standing(gazetteer: Gazetteer, clues: Clues) -> Standing | None:
    """Weigh the clues; None when nothing says where outside the sending state the post stands."""
    match = match_at(gazetteer, clues.point) if clues.point else None
    at, near_border = (match.place.code, "near-border" in match.notes) if match else (None, False)
    receiving, ground = _receiving(gazetteer, clues, at, near_border)
    # An embassy to the Holy See stands in Rome, but it is no mission to Italy and helps nobody there.
    if "VA" in clues.accredited and "IT" not in clues.accredited and (receiving or clues.stated) == "IT":
        receiving, ground = "VA", DERIVED_FROM_ACCREDITATION
    if receiving is None:
        return None
    fault = None
    if at and at != receiving and not near_border and not _belongs(gazetteer, at, receiving):
        fault = f"its point lies in {at}, not in {receiving}"
    elif (
        clues.point
        and (city := _sure_city(clues, receiving))
        and distance_km(*clues.point, *spot(city)) > FAR_KM
    ):
        fault = f"its point lies far from {city.name}"
    point = None if fault else clues.point
    city = find_known_city(gazetteer, clues, "IT" if receiving == "VA" else receiving, point)
    return Standing(receiving, ground, point, city, fault)


@lru_cache(maxsize=65_536)
def match_at(gazetteer: Gazetteer, point: Point) -> Match | None:
    """What lies at a point; sources repeat their points from snapshot to snapshot, so it is remembered."""
    try:
        return gazetteer.parse_point(*point)
    except InputError:
        return None


def _sure_city(clues: Clues, receiving: str) -> City | None:
    """The city that the name given surely means."""
    return clues.usual.city if clues.usual and clues.usual.sure and clues.usual.place == receiving else None


def find_known_city(gazetteer: Gazetteer, clues: Clues, receiving: str, point: Point | None) -> City | None:
    """The city a person knows: the one named, unless the door lies in one that is far better known."""
    named = find_named_city(gazetteer, clues.city, receiving) if clues.city else None
    if point is None:
        here = clues.usual.city if clues.usual and clues.usual.place == receiving else None
    else:
        # A town that the gazetteer does not know is not renamed to the next one, unless that is next door.
        within = STRANGER_KM if clues.city and not named else SUBURBS_KM
        here = city_at(gazetteer, point, receiving, within)
        named = named if named and distance_km(*point, *spot(named)) <= SUBURBS_KM else None
    if here is None or named is None:
        return here or named
    return here if is_suburb(named, here) else named


def find_named_city(gazetteer: Gazetteer, named: str, receiving: str) -> City | None:
    """The city of a name, or of the name of its municipality: "Tartu City"."""
    short = " ".join(ADMINISTRATION.sub(" ", fold(named)).split())
    return gazetteer.find_city(named, receiving) or (gazetteer.find_city(short, receiving) if short else None)


def find_city_of_name(gazetteer: Gazetteer, named: str, receiving: str) -> City | None:
    """The city a person knows for one that is only named: Manila for Makati."""
    place = "IT" if receiving == "VA" else receiving
    city = find_named_city(gazetteer, named, place)
    known = city and city_at(gazetteer, spot(city), place)
    return known if city and known and is_suburb(city, known) else city


def is_suburb(city: City, of: City) -> bool:
    """Whether one city goes by the name of another for people from afar: Giza by Cairo's, Yokohama not by Tokyo's."""
    if city.capital or city.id == of.id:
        return False
    if of.capital:
        return city.population < MILLION or distance_km(*spot(city), *spot(of)) < NEXT_DOOR_KM
    return of.population >= FAR_LARGER * city.population


def city_at(gazetteer: Gazetteer, point: Point, receiving: str, within_km: float = SUBURBS_KM) -> City | None:
    """The city at or near a point; around a seat of government the seat, whose missions spill into its suburbs."""
    seat = gazetteer.capital(receiving)
    match = match_at(gazetteer, point)
    known = match.city if match and match.place.code == receiving else gazetteer.known_city(*point, receiving)
    if seat and seat.place == receiving and distance_km(*point, *spot(seat)) <= max(SEAT_KM, reach_km(seat)):
        return seat if known is None or is_suburb(known, seat) else known
    near = known and distance_km(*point, *spot(known)) <= max(within_km, 1.5 * reach_km(known))
    return known if near else None


def spot(city: City) -> Point:
    """The centre of a city."""
    return city.latitude, city.longitude


def is_district(gazetteer: Gazetteer, named: str, city: City) -> bool:
    """Whether what a row names as its city tells more than the city itself: not its own or its municipality's name."""
    words = set(ADMINISTRATION.sub(" ", fold(named)).split()) - set(fold(city.name).split())
    if not words or not re.search("[A-Za-z]", named):
        return False
    found = gazetteer.find_city(named, city.place)
    return found is None or found.id != city.id


def _receiving(
    gazetteer: Gazetteer, clues: Clues, at: str | None, near_border: bool
) -> tuple[str | None, str | None]:
    """The receiving place and how it was derived."""
    usual = clues.usual.place if clues.usual else None
    found, ground = (at, DERIVED_FROM_POINT) if at else (usual, DERIVED_FROM_CITY)
    stated = clues.stated if clues.stated != clues.sending else None
    if found is None or found in (stated, clues.sending):
        return stated, None
    if stated is None or _is_part(gazetteer, found, stated, clues.accredited):
        return found, ground
    if at is None and _is_sheltered(gazetteer, clues, stated):
        return found, ground
    if at and not near_border:
        weight = {code: 2 * (code in clues.accredited) + (code == usual) for code in (at, stated)}
        if weight[at] > weight[stated]:
            return at, ground
    return stated, None


def _is_sheltered(gazetteer: Gazetteer, clues: Clues, stated: str) -> bool:
    """Whether a mission to the country stated stands in a city that is surely another's: to Armenia, in Tbilisi."""
    sure = clues.usual is not None and clues.usual.sure and clues.city is not None
    return sure and stated in clues.accredited and not find_named_city(gazetteer, str(clues.city), stated)


def _is_part(gazetteer: Gazetteer, code: str, stated: str, accredited: tuple[str, ...]) -> bool:
    """Whether a place is a territory of the country named, or land that it claims but does not receive missions for."""
    place = gazetteer.get_place(code)
    if place is None:
        return False
    if place.kind == "territory":
        return stated == place.nationality or stated in place.covered_by
    return stated in place.claimants and not (stated in accredited and code not in accredited)


def _belongs(gazetteer: Gazetteer, code: str, whole: str) -> bool:
    """Whether a point in one place may stand for a post in another: a territory, or land that the other claims."""
    place = gazetteer.get_place(code)
    if (code, whole) == ("IT", "VA"):
        return True
    return place is not None and whole in (
        place.nationality,
        place.receiving,
        *place.covered_by,
        *place.claimants,
    )
