"""What words stand for, taken exactly: codes, flags, names, and a name beside the name of what it lies in.

The rule for one word that could be several things stands in docs/decisions/0002-one-word-several-places.md.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final

import msgspec

from legation.model.place import City, Place
from legation.places.globe import distance_km
from legation.places.names import Name, Names, Namesake
from legation.places.records import Records
from legation.places.text import fold
from legation.places.written import find_flag

CERTAIN, LIKELY = 10.0, 4.0
"""How many times likelier than the next a city must be to be taken for granted, or to be guessed."""
LARGE: Final = 100_000
SAME_TOWN_KM: Final = 30.0
WELL_KNOWN: Final = 1e7
"""Rank of a city (people times names) that can rival a region far away: Victoria, but not Ontario in California."""
SEPARATORS: Final = re.compile(r"[,;()|\n،，、]| [-–—] ")
MOST_WORDS: Final = 8
ARTICLES: Final = (
    "the ",
    "la ",
    "le ",
    "les ",
    "el ",
    "los ",
    "las ",
    "die ",
    "de ",
    "il ",
    "o ",
    "os ",
    "as ",
    "a ",
)
SLIGHT: Final = 4
"""Up to how many Latin letters another name of a city is not enough to be certain: Bône, Zion."""


class Reading(msgspec.Struct, frozen=True):
    """One thing that words may stand for: a place, and a city or region in it."""

    place: str
    name: str
    kind: str = "place"
    city: City | None = None
    guess: bool = False

    def guessed(self) -> "Reading":
        """Return the same, marked as a guess."""
        return msgspec.structs.replace(self, guess=True)


class Area(msgspec.Struct, frozen=True):
    """Where something lies: a place, or a first-order region of it (`US.TX`)."""

    place: str
    region: str | None = None


class Reader:
    """Reads words exactly; several readings, likeliest first, mean that one must ask.

    Args:
        records: the register and the cities.
        names: what names stand for.
    """

    def __init__(self, records: Records, names: Names) -> None:
        self._records = records
        self._names = names

    def read_place(self, text: str) -> list[Reading]:
        """Read a city, a place, a code or a flag, alone or one within the other."""
        key = fold(text)
        found = self._code(text) or self.read_name(key) or self._parts(text) or self._beside(key.split())
        return found or (self.read_name(key.partition(" ")[2]) if key.startswith(ARTICLES) else [])

    def is_nothing(self, key: str) -> bool:
        """Whether a folded name is known to be no place: a continent, a direction, a legend."""
        return any(name.kind == "nothing" for name in self._names.find_names(key))

    def read_citizen(self, text: str) -> list[Reading]:
        """Read a nationality, a demonym, a place, a code or a flag."""
        if found := self._code(text):
            return found
        key = fold(text)
        if self.is_nothing(key):
            return []
        for form in (key, key.removesuffix("s"), key.partition(" ")[2] if key.startswith(ARTICLES) else ""):
            names = self._names.find_names(form)
            for kinds in (("citizen",), ("contested", "place"), ("region", "loose"), ("code",)):
                if found := self._distinct(
                    name for name in names if name.kind in kinds and not _is_part(name)
                ):
                    return found
        return []

    def read_name(self, key: str) -> list[Reading]:
        """Read one folded name."""
        names = self._names.find_names(key)
        if self.is_nothing(key):
            return []
        if contested := [name for name in names if name.kind == "contested"]:
            return self._contested(key, contested)
        places = [name for name in names if name.kind == "place"]
        regions = [name for name in names if name.kind == "region"]
        if places or regions:
            return self._distinct(places) or self._region(key, regions)
        for kind in ("loose", "code"):
            if found := self._distinct(name for name in names if name.kind == kind):
                return found
        cities = self._names.find_cities(key)
        citizens = self._distinct(names, "citizen", guess=True)
        # A demonym is likelier meant than what some language calls a town: Thai, Turk.
        return citizens if citizens and not any(city.own for city in cities) else self._city(key, cities)

    def city_in(self, key: str, areas: Sequence[Area]) -> City | None:
        """Find the likeliest city of that name in one of some areas."""
        for namesake in self._names.find_cities(key):
            if any(self._lies_in(namesake, area) for area in areas):
                return namesake.city
        return None

    def areas(self, text: str) -> list[Area]:
        """Read what something else may lie in."""
        key = fold(text)
        place = self._records.get_place(key.upper()) if len(key) == 2 else None
        kinds = ("place", "loose", "contested", "region", "short", "code")
        found = [Area(name.place, name.region) for name in self._names.find_names(key) if name.kind in kinds]
        return [Area(place.code), *found] if place else found

    def _code(self, text: str) -> list[Reading]:
        code = find_flag(text) or (text.upper() if len(text) == 2 and text.isascii() else None)
        place = self._records.get_place(code) if code else None
        if place is None and text.isascii() and text.isupper():
            return self._distinct(self._names.find_names(fold(text)), "code", guess=False)
        return [Reading(place.code, place.name)] if place else []

    def _distinct(self, names: Iterable[Name], *kinds: str, guess: bool | None = None) -> list[Reading]:
        """Read names as places, each place once."""
        found: dict[str, Reading] = {}
        for name in names:
            place = self._records.get_place(name.place)
            if place and (not kinds or name.kind in kinds):
                shown = name.name if name.kind == "region" and name.name else place.name
                doubt = name.kind in ("loose", "code") if guess is None else guess
                kind = "region" if name.kind == "region" else "place"
                found.setdefault(place.code, Reading(place.code, shown, kind, guess=doubt))
        return sorted(found.values(), key=self._likelihood)

    def _likelihood(self, reading: Reading) -> tuple[bool, int, str]:
        seat = reading.city or self._records.capital(reading.place)
        return reading.kind == "region", -(seat.population if seat else 0), reading.place

    def _contested(self, key: str, names: list[Name]) -> list[Reading]:
        """Read a name that is asked about even if one meaning is likelier: every row of the table is a meaning."""
        readings = []
        for name in names:
            place = self._records.get_place(name.place)
            city = None if name.name else self.city_in(key, [Area(name.place)])
            if place and city:
                readings.append(Reading(place.code, city.name, "city", city))
            elif place:
                readings.append(
                    Reading(place.code, name.name or place.name, "region" if name.name else "place")
                )
        return sorted(readings, key=self._likelihood)

    def _region(self, key: str, regions: list[Name]) -> list[Reading]:
        """Read a region; a city of its name in the same place comes before it (New York), a famous one beside it."""
        found = self._distinct(regions)
        cities = self._names.find_cities(key)
        if cities and [reading.place for reading in found] == [cities[0].city.place]:
            return self._city(key, cities[:1])
        known = {reading.place for reading in found}
        rivals = [city for city in cities if city.rank >= WELL_KNOWN and city.city.place not in known]
        return found + [_of_city(rival) for rival in rivals]

    def _city(self, key: str, namesakes: Sequence[Namesake]) -> list[Reading]:
        """Choose among cities of one name: certain, guessed, or all of them when none stands out."""
        if not namesakes:
            return []
        best = namesakes[0]
        rivals = [rival for rival in namesakes[1:] if not _same_town(best.city, rival.city)]
        lead = best.rank / max(rivals[0].rank, 1.0) if rivals else CERTAIN
        large = best.city.capital or best.city.population >= LARGE
        clear = best.own or len(key) > SLIGHT or not key.isascii()
        if lead >= CERTAIN and large and clear:
            return [_of_city(best)]
        if lead >= LIKELY or all(rival.city.place == best.city.place for rival in rivals[:3]):
            return [_of_city(best).guessed()]
        first = {rival.city.place: rival for rival in reversed((best, *rivals))}
        return [_of_city(rival) for rival in sorted(first.values(), key=lambda rival: -rival.rank)]

    def _parts(self, text: str) -> list[Reading]:
        """Read "Moscow, Russia", "Nuuk (Greenland)", "Kyiv/Lviv, Ukraine"."""
        pieces = [piece for piece in SEPARATORS.split(text) if fold(piece)]
        if len(pieces) > 1:
            return self._within(pieces[:-1], pieces[-1].strip())
        if "/" in text:
            found = [reading for piece in text.split("/") for reading in self.read_place(piece.strip())[:1]]
            return list({reading.place: reading.guessed() for reading in reversed(found)}.values())
        return self.read_place(pieces[0].strip()) if pieces and pieces[0].strip() != text else []

    def _within(self, heads: Sequence[str], tail: str) -> list[Reading]:
        areas = self.areas(tail)
        if not areas:
            outer = self.read_place(tail)
            areas = [Area(reading.place) for reading in outer]
            if not areas:
                return [reading.guessed() for reading in self.read_place(", ".join(heads))]
        else:
            outer = self._distinct([Name("place", area.place, None, None) for area in areas])
        for head in chain.from_iterable(head.split("/") for head in heads):
            if found := self._inside(head.strip(), areas):
                return [found]
        return [reading.guessed() for reading in outer]

    def _inside(self, head: str, areas: Sequence[Area]) -> Reading | None:
        key = fold(head)
        if city := self.city_in(key, areas):
            return Reading(city.place, city.name, "city", city)
        for name in self._names.find_names(key):
            place = self._records.get_place(name.place)
            if (
                place
                and name.kind in ("place", "region")
                and any(belongs(place, area.place) for area in areas)
            ):
                return Reading(place.code, name.name or place.name, name.kind)
        return None

    def _beside(self, words: list[str]) -> list[Reading]:
        """Read "moscow russia" and "russia moscow": a city beside what it lies in."""
        if not 1 < len(words) <= MOST_WORDS:
            return []
        for at in range(1, len(words)):
            one, other = " ".join(words[:at]), " ".join(words[at:])
            for head, tail in ((one, other), (other, one)):
                if (areas := self.areas(tail)) and (city := self.city_in(head, areas)):
                    return [Reading(city.place, city.name, "city", city)]
        return []

    def _lies_in(self, namesake: Namesake, area: Area) -> bool:
        if area.region:
            return namesake.region == area.region
        place = self._records.get_place(namesake.city.place)
        return place is not None and belongs(place, area.place)


def _is_part(name: Name) -> bool:
    """Whether a contested name means a region there, whose people have no citizenship of their own."""
    return name.kind == "contested" and name.name is not None


def belongs(place: Place, code: str) -> bool:
    """Whether someone may say that the place lies in `code`: it is that, is a territory of it, or is claimed by it."""
    return code in (place.code, place.receiving, place.nationality, place.controlled_by, *place.claimants)


def _of_city(namesake: Namesake) -> Reading:
    city = namesake.city
    return Reading(city.place, city.name, "city", city)


def _same_town(one: City, other: City) -> bool:
    return distance_km(one.latitude, one.longitude, other.latitude, other.longitude) < SAME_TOWN_KM
