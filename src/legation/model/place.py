"""A place on the register: a state, a territory, or a piece of land that several claim."""

import msgspec

from legation.model.codes import PlaceKind


class Place(msgspec.Struct, frozen=True, omit_defaults=True):
    """One entry of `data/places/register.toml`.

    Attributes:
        code: ISO 3166-1 alpha-2, or a user-assigned code of the register (XK, XA …).
        name: the name in English that a person knows.
        kind: state, territory (of a sovereign), de-facto, disputed, organisation.
        receiving: the code under which missions for this place are accredited: itself, except for
            a de facto territory without an ISO code (Abkhazia: GE).
        nationality: the state whose nationals its citizens are (Bermuda: GB); itself for a state; empty for an
            organisation that has no citizens of its own.
        covered_by: further receiving states whose foreign missions also look after this place, nearest
            first (Greenland: DK; Macau: HK, CN; Vatican City: IT).
        claimants: states that claim it, when disputed; the register takes no side.
        controlled_by: who in fact controls it, when disputed.
        alpha3: ISO 3166-1 alpha-3, where there is one.
        wikidata: item identifiers, the main one first (sources use several: Denmark and its realm).
        capital: name of the seat of government.
        latitude, longitude: of that seat, WGS84 degrees.
        neighbours: codes of places with a common land border.
        note: one sentence in our words, for a disputed or unusual place.
    """

    code: str
    name: str
    kind: PlaceKind = "state"
    receiving: str = ""
    nationality: str = ""
    covered_by: tuple[str, ...] = ()
    claimants: tuple[str, ...] = ()
    controlled_by: str | None = None
    alpha3: str | None = None
    wikidata: tuple[str, ...] = ()
    capital: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    neighbours: tuple[str, ...] = ()
    note: str | None = None

    @property
    def disputed(self) -> bool:
        """Whether more than one state claims it, or its statehood is contested."""
        return self.kind in ("disputed", "de-facto")


class City(msgspec.Struct, frozen=True, omit_defaults=True):
    """A populated place.

    Attributes:
        id: GeoNames identifier.
        name: the name in English where it has one ("Moscow").
        place: code of the place it lies in (a place of the register, not only ISO).
        latitude, longitude: WGS84 degrees.
        population: inhabitants, 0 where not known.
        timezone: IANA name.
        capital: whether it is the seat of government of its place.
    """

    id: int
    name: str
    place: str
    latitude: float
    longitude: float
    population: int = 0
    timezone: str | None = None
    capital: bool = False


class Match(msgspec.Struct, frozen=True):
    """What an input was taken to mean.

    Attributes:
        place: the place of the register.
        given: the input as typed.
        name: what to show ("Moscow", "Russia").
        city: the city, when one was named or a point was resolved to one; of a region, its largest.
        latitude, longitude: the asked point: of the coordinates or the city; None for a whole country.
        guess: True for a fuzzy or a city-only reading: show it as "did you mean".
        notes: codes of caveats: "near-border", "disputed-territory", "region-centre".
        region: the first-order region asked for, as GeoNames numbers it ("US.TX").
    """

    place: Place
    given: str
    name: str
    city: City | None = None
    latitude: float | None = None
    longitude: float | None = None
    guess: bool = False
    notes: tuple[str, ...] = ()
    region: str | None = None
