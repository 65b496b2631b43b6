"""The cities of a list such as `Chicago, St. Paul (MN), Tamuning (Guam), Perm (suspended status)`."""

import re

import msgspec

from legation.errors import InputError
from legation.model.place import City
from legation.places import Gazetteer
from legation.sources.standing import find_city_of_name

ITEM = re.compile(r"(?P<city>[^(),;/]+)(?:/[^(),;]*)?(?:\((?P<bracket>[^()]*)\))?\s*(?:,|;|$)")
AMERICAN_STATE = re.compile(r"[A-Z]{2}")
AT_REST = re.compile(r"suspend|closed|closure|not operational", re.I)


class Named(msgspec.Struct, frozen=True):
    """A city as a list names it, with what stands in brackets behind it."""

    name: str
    bracket: str = ""

    @property
    def at_rest(self) -> bool:
        """Whether the brackets say that the post does not work."""
        return AT_REST.search(self.bracket) is not None


def parse_cities(said: str) -> list[Named]:
    """The cities of a list; what follows `note` is prose."""
    listed = re.split(r";\s*note\b", said, flags=re.I)[0]
    return [
        Named(match["city"].strip(), (match["bracket"] or "").strip())
        for match in ITEM.finditer(listed)
        if match["city"].strip()
    ]


def find_named(named: Named, receiving: str, gazetteer: Gazetteer) -> tuple[str, City] | None:
    """The place and city meant: brackets hold an American state, a territory, or another name of the city."""
    if AMERICAN_STATE.fullmatch(named.bracket) and (
        city := _read(f"{named.name}, {named.bracket}", "US", gazetteer)
    ):
        return "US", city
    place = _territory(named.bracket, receiving, gazetteer) if named.bracket else receiving
    city = find_city_of_name(gazetteer, named.name, place)
    return (place, city) if city else None


def _read(text: str, place: str, gazetteer: Gazetteer) -> City | None:
    try:
        city = gazetteer.parse_place(text).city
    except InputError:
        return None
    return city if city and city.place == place else None


def _territory(bracket: str, receiving: str, gazetteer: Gazetteer) -> str:
    """The territory of the receiving state that brackets name, else the state itself."""
    try:
        place = gazetteer.parse_place(bracket).place
    except InputError:
        return receiving
    return place.code if place.kind == "territory" and place.nationality == receiving else receiving
