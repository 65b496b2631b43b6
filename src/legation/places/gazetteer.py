"""From what a person types, or a point, to a place of the register."""

import sqlite3
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import isfinite
from typing import Final

from msgspec.structs import replace

from legation.errors import AmbiguousInput, Candidate, UnknownInput, UnreadableInput
from legation.model.place import City, Match, Place
from legation.places.asked import Questions
from legation.places.names import Names
from legation.places.nearby import Nearby
from legation.places.outlines import NEAR_BORDER_KM, OFF_SHORE_KM, Outlines
from legation.places.phrases import Phrases
from legation.places.question import without_fillers
from legation.places.reading import Area, Reading
from legation.places.records import Records
from legation.places.spelling import Spelling, errors
from legation.places.text import fold
from legation.places.words import Words
from legation.places.written import find_point, legible, printable

TERRITORIAL_SEA_KM: Final = 22.2  # twelve nautical miles, UNCLOS art. 3
GIVE: Final = 'give a country, a city, an ISO code or "latitude,longitude"'
GIVE_CITIZEN: Final = "give a nationality, a country or an ISO code"


class Gazetteer:
    """Reads places, nationalities and points, from the tables of `legation.store.gazetteer`.

    Args:
        connection: an open store; rows as plain tuples.

    Example:
        >>> gazetteer.parse_place("Moskau").place.code  # doctest: +SKIP
        'RU'
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._records = Records(connection)
        self._words = Words(self._records, Names(connection))
        self._phrases = Phrases(self._words)
        self._spelling = Spelling(connection)
        self._nearby = Nearby(connection)
        self._outlines = Outlines(connection)
        self._named = lru_cache(maxsize=4096)(self._read_named)
        self._place = lru_cache(maxsize=2048)(self._read_place)
        self._citizenship = lru_cache(maxsize=1024)(self._read_citizenship)
        self._point = lru_cache(maxsize=2048)(self._read_point)
        exact, close = (self._exact_citizenship, self._exact_place), (self._citizenship, self._place)
        self._questions = Questions(self._phrases, self._words, exact, close)

    def get_place(self, code: str) -> Place | None:
        """Return the place of a code of the register."""
        return self._records.get_place(code)

    def get_place_of_item(self, item: str) -> Place | None:
        """Return the place that a Wikidata item ("Q55") stands for."""
        return self._records.get_place_of_item(item)

    def get_city(self, identifier: int) -> City | None:
        """Return the city with a GeoNames identifier."""
        return self._records.get_city(identifier)

    def places(self) -> tuple[Place, ...]:
        """Return the whole register, in the order of codes."""
        return self._records.places()

    def names(self) -> Iterator[tuple[str, str, int]]:
        """Yield every folded name of a whole place (place, 0) and of a city (place, identifier)."""
        return self._records.names()

    def capital(self, place: str) -> City | None:
        """Return the seat of government of a place."""
        return self._records.capital(place)

    def find_place(self, name: str) -> Place | None:
        """Find a place by one of its names, in any language: no city, no region, no likely spelling."""
        return self._named(name)

    def find_land(self, name: str) -> Place | None:
        """Find the place that a name means or that the region of that name lies in ("West Bank", "Texas")."""
        found = self._words.read_places(fold(name)) or self._words.read_regions(fold(name))
        return self._records.get_place(found[0].place) if len(found) == 1 else None

    def get_region(self, code: str) -> Match | None:
        """Return a first-order region by its code (`US.TX`), as if it had been named; None for an unknown one."""
        found = self._records.region(code)
        return self._match(Reading(*found, "region", region=code), code) if found else None

    def find_nationality(self, word: str) -> Place | None:
        """Find whose citizens a word or name means ("Canadian", "Canada"), exactly."""
        found = self._phrases.read_citizen(word)
        place = self._records.get_place(found[0].place) if len(found) == 1 and not found[0].guess else None
        return self._records.get_place(place.nationality) if place else None

    def find_city(self, name: str, place: str) -> City | None:
        """Find a city by its name in any language, within a place."""
        return self._words.city_in(fold(name), [Area(place)])

    def names_around(self, match: Match) -> frozenset[str]:
        """Return the folded names of a city or region that was asked for, and of the regions the city lies in."""
        if match.name == match.place.name and match.city is None:
            return frozenset()
        regions = self._records.region_names(match.city.id) if match.city else ()
        return frozenset({fold(match.name), *([fold(match.city.name)] if match.city else []), *regions})

    def known_city(self, latitude: float, longitude: float, place: str | None = None) -> City | None:
        """Find the city a person knows for a door at this point: Berlin for Mitte, Lima for Miraflores."""
        return self._nearby.known_city(latitude, longitude, place)

    def parse_place(self, text: str) -> Match:
        """Read a place: a name in any language, a city, a code, a flag, coordinates.

        Raises:
            UnreadableInput: empty, too long, control characters.
            AmbiguousInput: several places of that name; the candidates name them.
            UnknownInput: nothing of that name, or coordinates far out at sea.
        """
        return self._place(text)

    def parse_citizenship(self, text: str) -> Match:
        """Read a citizenship: a demonym, a nationality, a place, a code, a flag.

        Raises:
            UnreadableInput: empty, too long, control characters.
            AmbiguousInput: several places of that name; the candidates name them.
            UnknownInput: nothing of that name.
        """
        return self._citizenship(text)

    def parse_citizenships(self, text: str) -> tuple[Match, ...]:
        """Read the citizenships of one person: "dutch", "dutch and turkish", "NL, TR", "NL+TR"; each once.

        Raises:
            InputError: as `parse_citizenship`, for the whole where its parts are not all nationalities.
        """
        bare = legible(text, "citizenship")
        return self._questions.read_several(bare) or (self._citizenship(text),)

    def parse_citizen(self, text: str) -> Place:
        """Read whose citizen someone is; `parse_citizenship` says too whether that is a guess.

        Raises:
            InputError: as `parse_citizenship`.
        """
        return self._citizenship(text).place

    def parse_point(self, latitude: float, longitude: float) -> Match:
        """Find the place at a point, or the one whose coast is near; WGS84 degrees.

        Notes of the match: `near-border` within 10 km of another place, `disputed-territory`.

        Raises:
            UnreadableInput: not numbers of degrees.
            UnknownInput: far out at sea.
        """
        return self._point(latitude, longitude)

    def parse_question(self, words: str) -> tuple[tuple[Match, ...], Match]:
        """Read "dutch in moscow", "NL RU", "dutch and turkish in moscow": whose citizen, and where.

        Words around that say nothing of either ("my son was robbed, he is …") make it a guess.

        Raises:
            InputError: one of the two is missing, unknown or ambiguous.
        """
        bare = legible(words, "question")
        citizenships, match = self._questions.read(bare)
        return tuple(replace(one, given=words) for one in citizenships), replace(match, given=words)

    def _read_named(self, name: str) -> Place | None:
        found = self._words.read_name(fold(name))
        sure = len(found) == 1 and found[0].kind == "place" and not found[0].guess
        return self._records.get_place(found[0].place) if sure else None

    def _exact_place(self, text: str) -> Match | None:
        if point := find_point(text):
            return replace(self._point(*point), given=text)
        readings = self._phrases.read_place(text)
        match = self._match(self._one(readings, text, "place"), text) if readings else None
        if match and match.place.kind == "organisation":
            message = f"{match.name} is not a place to be in: {GIVE}."
            raise UnknownInput("unknown-place", message, text)
        return match

    def _exact_citizenship(self, text: str) -> Match | None:
        readings = self._phrases.read_citizen(text)
        match = self._match(self._one(readings, text, "citizenship"), text) if readings else None
        if match and not match.place.nationality:
            message = f"{match.name} has no citizens of its own: give one of its states."
            raise UnknownInput("unknown-citizenship", message, text)
        return match

    def _read_place(self, text: str) -> Match:
        bare = legible(text, "place")
        if match := self._exact_place(bare):
            return replace(match, given=text)
        return self._match(self._one(self._close(bare, cities=True), bare, "place"), text)

    def _read_citizenship(self, text: str) -> Match:
        bare = legible(text, "citizenship")
        if match := self._exact_citizenship(bare) or self._exact_citizenship(without_fillers(bare)):
            return replace(match, given=text)
        return self._match(self._one(self._close(bare, cities=False), bare, "citizenship"), text)

    def _close(self, text: str, *, cities: bool) -> list[Reading]:
        """Read the closest known spelling; several, when they are equally close and mean different places."""
        key = fold(text)
        if self._words.is_nothing(key):
            return []
        names = self._spelling.closest(key, cities)
        nearest = [name for name in names if errors(key, name) == errors(key, names[0])]
        read = self._words.read_name if cities else self._phrases.read_citizen
        found = {reading.place: reading.guessed() for name in nearest for reading in read(name)}
        return list(found.values())

    def _one(self, readings: Sequence[Reading], text: str, what: str) -> Reading:
        if len(readings) == 1:
            return readings[0]
        shown = printable(text)
        candidates = [self._candidate(reading) for reading in readings]
        if candidates:
            meanings = ", or ".join(_in_words(candidate) for candidate in candidates)
            message = f"“{shown}” may mean {meanings}: add the country, or use its code."
            raise AmbiguousInput(f"ambiguous-{what}", message, text, candidates)
        names = () if self._words.is_nothing(fold(text)) else self._spelling.suggest(fold(text))
        near = {
            reading.place: self._candidate(reading)
            for name in names
            for reading in self._words.read_name(name)[:1]
        }
        message = f"No {what} is known by “{shown}”: {GIVE if what == 'place' else GIVE_CITIZEN}."
        raise UnknownInput(f"unknown-{what}", message, text, list(near.values()))

    def _candidate(self, reading: Reading) -> Candidate:
        place = self._records.get_place(reading.place)
        within = place.name if place and reading.kind in ("city", "region") else None
        return Candidate(
            reading.place, reading.name, "place" if reading.kind == "point" else reading.kind, within
        )

    def _match(self, reading: Reading, given: str) -> Match:
        place = self._records.get_place(reading.place)
        if place is None:
            raise UnknownInput("unknown-place", f"There is no place {reading.place} on the register.", given)
        centre = self._records.largest_city(reading.region) if reading.region else None
        city = reading.city or centre
        latitude, longitude = (city.latitude, city.longitude) if city else (None, None)
        words = (("region-centre", centre is not None), ("disputed-territory", place.disputed))
        notes = tuple(note for note, holds in words if holds)
        return Match(
            place, given, reading.name, city, latitude, longitude, reading.guess, notes, reading.region
        )

    def _read_point(self, latitude: float, longitude: float) -> Match:
        given = f"{latitude},{longitude}"
        if not (isfinite(latitude) and isfinite(longitude) and abs(latitude) <= 90 and abs(longitude) <= 180):
            message = (
                f"{given} is not on the globe: latitude goes from -90 to 90, longitude from -180 to 180."
            )
            raise UnreadableInput("unreadable-point", message, given)
        near = self._outlines.near(latitude, longitude, NEAR_BORDER_KM)
        near = near or self._outlines.near(latitude, longitude, OFF_SHORE_KM)
        if not near:
            message = (
                f"{given} is out at sea, more than {OFF_SHORE_KM:.0f} km from any coast: give the next port."
            )
            raise UnknownInput("unknown-point", message, given)
        place = self._records.get_place(near[0].place)
        if place is None:
            raise UnknownInput("unknown-point", f"There is no place {near[0].place} on the register.", given)
        city = self._nearby.known_city(latitude, longitude, place.code)
        disputed = place.disputed or self._outlines.is_disputed(latitude, longitude)
        words = (("near-border", len(near) > 1), ("disputed-territory", disputed))
        notes = tuple(note for note, holds in words if holds)
        at_sea = near[0].km > TERRITORIAL_SEA_KM
        return Match(
            place, given, city.name if city else place.name, city, latitude, longitude, at_sea, notes
        )


def _in_words(candidate: Candidate) -> str:
    inside = f" in {candidate.within}" if candidate.within else ""
    return f"{candidate.name}{inside} ({candidate.code})"
