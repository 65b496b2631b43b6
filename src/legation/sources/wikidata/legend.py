"""What the items in a snapshot's columns mean: whose posts, in which places, in which cities."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Final

from legation.model.place import City
from legation.places import Gazetteer
from legation.sources.standing import Usual, city_at, match_at
from legation.sources.table import Line
from legation.sources.wikidata.mapping import PlaceEntry, mapping

ENTITY: Final = "http://www.wikidata.org/entity/"
SURE_ROWS: Final = 3
SURE_SHARE: Final = 0.75
"""A name surely means a city when three rows or more, and three in four, lie there; a province's name does not."""


class Legend:
    """The meanings of items (bare: "Q55") in one snapshot.

    Args:
        lines: its rows.
        gazetteer: the places.
    """

    def __init__(self, lines: Iterable[Line], gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._place = cache(self._read_place)
        self.cities = usual_cities((line.cells for line in lines if line.cells), gazetteer) | known_quarters(
            gazetteer
        )

    def operator(self, item: str) -> PlaceEntry | None:
        """The state that an operator is or belongs to, or why it is none."""
        return mapping().operator.get(item) or self._place(item)

    def country(self, item: str) -> PlaceEntry | None:
        """The place that a country or jurisdiction is, or why it is none."""
        return mapping().country.get(item) or self._place(item)

    def _read_place(self, item: str) -> PlaceEntry | None:
        place = self.gazetteer.get_place_of_item(item)
        return PlaceEntry(place.name, place.code) if place else None


def known_quarters(gazetteer: Gazetteer) -> dict[str, Usual]:
    """The cities of the quarters of `mapping.toml`, which too few rows with a point name to tell by."""
    entries = mapping().city
    found = {item: gazetteer.find_city(entry.city, entry.place) for item, entry in entries.items()}
    return {item: Usual(city.place, city, sure=True) for item, city in found.items() if city}


def usual_cities(rows: Iterable[dict[str, str]], gazetteer: Gazetteer) -> dict[str, Usual]:
    """Where most rows that name a city's item have their point; of equals the first by code and number."""
    votes: dict[str, Counter[tuple[str, int]]] = defaultdict(Counter)
    cities: dict[int, City] = {}
    for row in rows:
        point = parse_position(row.get("latitude", ""), row.get("longitude", ""))
        match = match_at(gazetteer, point) if point and row.get("cityQID") else None
        if point is None or match is None:
            continue
        city = city_at(gazetteer, point, match.place.code)
        if city:
            cities[city.id] = city
        votes[bare(row["cityQID"])][match.place.code, city.id if city else 0] += 1
    return {item: _elect(counted, cities) for item, counted in votes.items()}


def _elect(counted: Counter[tuple[str, int]], cities: dict[int, City]) -> Usual:
    (place, city), won = min(counted.items(), key=lambda vote: (-vote[1], vote[0]))
    return Usual(place, cities.get(city), won >= SURE_ROWS and won >= SURE_SHARE * counted.total())


def parse_position(latitude: str, longitude: str) -> tuple[float, float] | None:
    """A point rounded to a metre; None when it is none, off the globe, or the zero point in the sea."""
    try:
        point = (round(float(latitude), 5), round(float(longitude), 5))
    except ValueError:
        return None
    on_globe = -90 <= point[0] <= 90 and -180 <= point[1] <= 180
    return point if on_globe and point != (0, 0) else None


def bare(item: str) -> str:
    """An item without its address: "Q55"."""
    return item.removeprefix(ENTITY)
