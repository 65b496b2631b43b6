"""What one word or name stands for, taken exactly.

The rule for one word that could be several things: docs/decisions/0020-one-word-several-places.md.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from legation.model.place import City
from legation.places.globe import distance_km
from legation.places.names import Name, Names, Namesake
from legation.places.reading import Area, Reading, belongs, reading_of
from legation.places.records import Records
from legation.places.text import fold
from legation.places.written import find_flag

CERTAIN, LIKELY = 10.0, 4.0
"""How many times likelier than the next a city must be to be taken for granted, or to be guessed."""
LARGE: Final = 100_000
WELL_KNOWN: Final = 1e7
"""Rank of a city (people times names) that can rival a region far away: Victoria, but not Ontario in California."""
SAME_TOWN_KM: Final = 30.0
SLIGHT: Final = 4
"""Up to how many Latin letters another name of a city is not enough to be certain: Bône, Zion."""
WHERE: Final = frozenset({"place", "loose", "contested", "region", "short", "code"})


class Words:
    """Reads one word; several readings, likeliest first, mean that one must ask.

    Args:
        records: the register and the cities.
        names: what names stand for.
    """

    def __init__(self, records: Records, names: Names) -> None:
        self._records = records
        self._names = names

    def read_code(self, text: str) -> list[Reading]:
        """Read a code of two letters, an abbreviation in capitals, or a flag."""
        code = find_flag(text) or (text.upper() if len(text) == 2 and text.isascii() else None)
        if code and (place := self._records.get_place(code)):
            return [Reading(place.code, place.name)]
        if text.isascii() and text.isupper():
            return self._distinct(self._names.find_names(fold(text)), {"code"}, guess=False)
        return []

    def read_name(self, key: str) -> list[Reading]:
        """Read a folded name of a place, a region, a city, or of citizens."""
        names = self._names.find_names(key)
        if self.is_nothing(key):
            return []
        if contested := [name for name in names if name.kind == "contested"]:
            return self._contested(key, contested)
        for kind in ("place", "region", "loose", "code"):
            if found := self._distinct(names, {kind}):
                return self._beside_cities(key, found) if kind == "region" else found
        cities = self._names.find_cities(key)
        citizens = self._distinct(names, {"citizen"}, guess=True)
        # A demonym is likelier meant than what some language calls a town: Thai, Turk.
        return citizens if citizens and not any(city.own for city in cities) else _choose(key, cities)

    def read_citizens(self, key: str) -> list[Reading]:
        """Read a folded demonym, or the name of the place whose citizens are meant."""
        names = [name for name in self._names.find_names(key) if not _is_part(name)]
        for kinds in ({"citizen"}, {"contested", "place"}, {"region", "loose"}, {"code"}):
            if found := self._distinct(names, kinds):
                return found
        return []

    def read_demonyms(self, key: str) -> list[Reading]:
        """Read a folded demonym only."""
        return self._distinct(self._names.find_names(key), {"citizen"})

    def read_places(self, key: str) -> list[Reading]:
        """Read a folded name of whole places only."""
        return self._distinct(self._names.find_names(key), {"place", "contested"})

    def read_regions(self, key: str) -> list[Reading]:
        """Read a folded name of a region."""
        return self._distinct(self._names.find_names(key), {"region"})

    def is_nothing(self, key: str) -> bool:
        """Whether a folded name is known to be no place: a continent, a direction, a legend."""
        return any(name.kind == "nothing" for name in self._names.find_names(key))

    def areas(self, text: str) -> list[Area]:
        """Read what something else may lie in."""
        key = fold(text)
        place = self._records.get_place(key.upper()) if len(key) == 2 else None
        found = [Area(name.place, name.region) for name in self._names.find_names(key) if name.kind in WHERE]
        return [Area(place.code), *found] if place else found

    def wholes(self, areas: Sequence[Area]) -> list[Reading]:
        """Read areas as the places they are or lie in."""
        return self._distinct([Name("place", area.place, None, None) for area in areas], {"place"})

    def city_in(self, key: str, areas: Sequence[Area]) -> City | None:
        """Find the likeliest city of that name in one of some areas."""
        for namesake in self._names.find_cities(key):
            if any(self._lies_in(namesake, area) for area in areas):
                return namesake.city
        return None

    def inside(self, text: str, areas: Sequence[Area]) -> Reading | None:
        """Read a city, a place or a region that lies in one of some areas."""
        key = fold(text)
        if city := self.city_in(key, areas):
            return reading_of(city)
        for reading in self._distinct(self._names.find_names(key), {"place", "region"}):
            place = self._records.get_place(reading.place)
            if place and any(belongs(place, area.place) for area in areas):
                return reading
        return None

    def _distinct(self, names: Iterable[Name], kinds: set[str], guess: bool | None = None) -> list[Reading]:
        """Read the names of some kinds as places, each place once, the likeliest first."""
        found: dict[str, Reading] = {}
        for name in names:
            place = self._records.get_place(name.place)
            if place and name.kind in kinds:
                part = name.name if name.kind == "region" else None
                doubt = name.kind in ("loose", "code") if guess is None else guess
                kind = "region" if part else "place"
                reading = Reading(place.code, part or place.name, kind, guess=doubt, region=name.region)
                found.setdefault(place.code, reading)
        return sorted(found.values(), key=self._likelihood)

    def _contested(self, key: str, names: list[Name]) -> list[Reading]:
        """Read a name that is asked about even if one meaning is likelier: each row of the table is a meaning."""
        readings = []
        for name in names:
            place = self._records.get_place(name.place)
            city = None if name.name else self.city_in(key, [Area(name.place)])
            if city:
                readings.append(reading_of(city))
            elif place:
                readings.append(
                    Reading(place.code, name.name or place.name, "region" if name.name else "place")
                )
        return sorted(readings, key=self._likelihood)

    def _likelihood(self, reading: Reading) -> tuple[bool, int, str]:
        seat = reading.city or self._records.capital(reading.place)
        return reading.kind == "region", -(seat.population if seat else 0), reading.place

    def _beside_cities(self, key: str, regions: list[Reading]) -> list[Reading]:
        """Weigh a region: a city of its name in its place comes first (New York, Goa), a famous one beside it."""
        cities = self._names.find_cities(key)
        if cities and [region.place for region in regions] == [cities[0].city.place]:
            return [reading_of(cities[0].city)]
        known = {region.place for region in regions}
        rivals = [city for city in cities if city.rank >= WELL_KNOWN and city.city.place not in known]
        return regions + [reading_of(rival.city) for rival in rivals]

    def _lies_in(self, namesake: Namesake, area: Area) -> bool:
        if area.region:
            return namesake.region == area.region
        place = self._records.get_place(namesake.city.place)
        return place is not None and belongs(place, area.place)


def _choose(key: str, namesakes: Sequence[Namesake]) -> list[Reading]:
    """Choose among cities of one name: certain, guessed, or all of them when none stands out."""
    if not namesakes:
        return []
    best = namesakes[0]
    rivals = [rival for rival in namesakes[1:] if not _same_town(best.city, rival.city)]
    lead = best.rank / max(rivals[0].rank, 1.0) if rivals else CERTAIN
    large = best.city.capital or best.city.population >= LARGE
    clear = best.own or len(key) > SLIGHT or not key.isascii()
    if lead >= CERTAIN and large and clear:
        return [reading_of(best.city)]
    if lead >= LIKELY or all(rival.city.place == best.city.place for rival in rivals[:3]):
        return [reading_of(best.city).guessed()]
    first = {rival.city.place: rival for rival in reversed((best, *rivals))}
    return [reading_of(rival.city) for rival in sorted(first.values(), key=lambda rival: -rival.rank)]


def _is_part(name: Name) -> bool:
    """Whether a contested name means a region there, whose people have no citizenship of their own."""
    return name.kind == "contested" and name.name is not None


def _same_town(one: City, other: City) -> bool:
    return distance_km(one.latitude, one.longitude, other.latitude, other.longitude) < SAME_TOWN_KM
