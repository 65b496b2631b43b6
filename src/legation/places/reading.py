"""What words may stand for."""

import msgspec

from legation.model.place import City, Place


class Reading(msgspec.Struct, frozen=True):
    """One thing that words may stand for: a place, and a city or region in it (`region`: its code, `US.TX`)."""

    place: str
    name: str
    kind: str = "place"
    city: City | None = None
    guess: bool = False
    region: str | None = None

    def guessed(self) -> "Reading":
        """Return the same, marked as a guess."""
        return msgspec.structs.replace(self, guess=True)


class Area(msgspec.Struct, frozen=True):
    """Where something lies: a place, or a first-order region of it (`US.TX`)."""

    place: str
    region: str | None = None


def reading_of(city: City) -> Reading:
    """Read a city as what was meant."""
    return Reading(city.place, city.name, "city", city)


def belongs(place: Place, code: str) -> bool:
    """Whether someone may say that the place lies in `code`: it is that, is a territory of it, or is claimed by it."""
    return code in (place.code, place.receiving, place.nationality, place.controlled_by, *place.claimants)
