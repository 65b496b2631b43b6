"""Compile `data/places` (docs/reference/places.md) into the tables that `legation.places` reads."""

import sqlite3
import struct
from array import array
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec
from msgspec.structs import replace

from legation.errors import TornData
from legation.model.place import Place

SCHEMA: Final = """
CREATE TABLE places (
    code TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, receiving TEXT NOT NULL, nationality TEXT NOT NULL,
    covered_by TEXT NOT NULL, claimants TEXT NOT NULL, controlled_by TEXT, alpha3 TEXT, wikidata TEXT NOT NULL,
    capital TEXT, latitude REAL, longitude REAL, neighbours TEXT NOT NULL, note TEXT
) WITHOUT ROWID;
CREATE TABLE place_names (
    key TEXT, kind TEXT, place TEXT, region TEXT, name TEXT, languages TEXT, PRIMARY KEY (key, kind, place)
) WITHOUT ROWID;
CREATE TABLE cities (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, place TEXT NOT NULL, latitude REAL NOT NULL, longitude REAL NOT NULL,
    population INTEGER NOT NULL, timezone TEXT, region TEXT, weight INTEGER NOT NULL, capital INTEGER NOT NULL,
    cell INTEGER NOT NULL
);
CREATE TABLE city_names (
    key TEXT, city INTEGER, own INTEGER, famous INTEGER, PRIMARY KEY (key, city)
) WITHOUT ROWID;
CREATE TABLE outlines (
    id INTEGER PRIMARY KEY, place TEXT NOT NULL, west REAL, south REAL, east REAL, north REAL, wkb BLOB NOT NULL
);
CREATE TABLE disputed_areas (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, claimants TEXT NOT NULL,
    west REAL, south REAL, east REAL, north REAL, wkb BLOB NOT NULL
);
CREATE INDEX famous_city_names ON city_names (key) WHERE famous;
CREATE INDEX regions_by_code ON place_names (region) WHERE kind = 'region';
CREATE INDEX cities_by_cell ON cities (cell);
CREATE INDEX capitals_by_place ON cities (place) WHERE capital;
CREATE INDEX outlines_by_box ON outlines (west, east, south, north, place);
"""

SHORT: Final = 4
FAMOUS, FAMOUS_ELSEWHERE = 8_000_000, 80_000_000
"""Weight (people times names) from which a misspelling of a city's own name, or of another name of it, is looked for:
the first thousands of the world, in names of more than four letters."""

T = TypeVar("T")
Ring = list[tuple[float, float]]
Row = tuple[object, ...]


class Shape(msgspec.Struct, frozen=True):
    """A GeoJSON MultiPolygon."""

    coordinates: list[list[Ring]]


class Owner(msgspec.Struct, frozen=True):
    """Whose outline it is."""

    place: str


class Feature(msgspec.Struct, frozen=True):
    """One line of `borders.geojsonl`."""

    properties: Owner
    geometry: Shape


class DisputedArea(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of `disputed.toml`; the outline need not be closed."""

    name: str
    claimants: tuple[str, ...]
    outline: Ring


class Disputed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`disputed.toml`."""

    area: tuple[DisputedArea, ...]


def load(connection: sqlite3.Connection, data: Path) -> None:
    """Insert everything in `data/places`.

    Raises:
        TornData: a line that cannot be read; names file and line.
    """
    folder = data / "places"
    cities = list(_cities(folder / "cities.tsv"))
    insert(connection, "cities", 11, cities)
    weights = {city[0]: city[8] for city in cities}
    insert(connection, "city_names", 4, _city_names(folder / "city-names.tsv", weights))
    insert(connection, "place_names", 6, _place_names(folder / "names.tsv"))
    insert(connection, "outlines", 7, _outlines(folder / "borders.geojsonl"))
    insert(connection, "disputed_areas", 8, _disputed(folder / "disputed.toml"))
    insert(connection, "places", 15, _places(folder, cities))


def insert(connection: sqlite3.Connection, table: str, width: int, rows: Iterable[Row]) -> None:
    """Insert rows of `width` values; in the order of the key they go in fastest."""
    connection.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * width)})", rows)


def _lines(path: Path, width: int) -> Iterator[list[str]]:
    """Yield the cells of each line after the heading."""
    for number, line in enumerate(_text(path).split("\n")[1:], start=2):
        if not line:
            continue
        cells = line.split("\t")
        if len(cells) != width:
            raise torn(path, number, f"{width} cells expected, {len(cells)} found")
        yield cells


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode()
    except (FileNotFoundError, UnicodeDecodeError) as error:
        raise torn(path, 0, str(error)) from None


def torn(path: Path, number: int, why: str) -> TornData:
    """Name the file and the line that cannot be read; line 0 is the whole file."""
    where = f"{path.name}, line {number}" if number else path.name
    return TornData("torn-data", f"{where}: {why}; restore the file from the repository.", f"{path}:{number}")


def _cities(path: Path) -> Iterator[Row]:
    for number, cells in enumerate(_lines(path, 10), start=2):
        identifier, name, place, latitude, longitude, population, timezone, region, names, capital = cells
        try:
            north, east, people = float(latitude), float(longitude), int(population)
            weight = people * (1 + int(names))
            about = timezone or None, region or None, weight, int(capital), cell(north, east)
            yield int(identifier), name, place, north, east, people, *about
        except ValueError as error:
            raise torn(path, number, str(error)) from None


def cell(latitude: float, longitude: float) -> int:
    """Number the one-degree cell of a point; the next to the east is one more, the next to the north 360 more."""
    return int(latitude + 90) * 360 + int(longitude + 180) % 360


def _city_names(path: Path, weights: dict[object, Any]) -> Iterator[Row]:
    for key, own, others in _lines(path, 3):
        long = len(key) > SHORT
        for city in map(int, own.split()):
            yield key, city, 1, int(long and weights.get(city, 0) >= FAMOUS)
        for city in map(int, others.split()):
            yield key, city, 0, int(long and weights.get(city, 0) >= FAMOUS_ELSEWHERE)


def _place_names(path: Path) -> Iterator[Row]:
    for key, kind, place, region, name, languages in _lines(path, 6):
        yield key, kind, place, region or None, name or None, languages or None


def _outlines(path: Path) -> Iterator[Row]:
    decoder = msgspec.json.Decoder(Feature)
    for number, line in enumerate(_text(path).splitlines(), start=1):
        try:
            feature = decoder.decode(line)
        except msgspec.DecodeError as error:
            raise torn(path, number, str(error)) from None
        for rings in feature.geometry.coordinates:
            yield None, feature.properties.place, *_box(rings[0]), well_known(rings)


def _disputed(path: Path) -> Iterator[Row]:
    for area in _toml(path, Disputed).area:
        ring = [*area.outline, area.outline[0]]
        yield None, area.name, msgspec.json.encode(area.claimants).decode(), *_box(ring), well_known([ring])


def _box(ring: Ring) -> tuple[float, float, float, float]:
    east, north = zip(*ring, strict=True)
    return min(east), min(north), max(east), max(north)


def well_known(rings: list[Ring]) -> bytes:
    """Write a polygon as well-known binary (OGC 06-103r4), little-endian."""
    parts = [struct.pack("<BII", 1, 3, len(rings))]
    for ring in rings:
        numbers = array("d", chain.from_iterable(ring))
        parts += (struct.pack("<I", len(ring)), struct.pack(f"<{len(numbers)}d", *numbers))
    return b"".join(parts)


def _places(folder: Path, cities: list[Row]) -> Iterator[Row]:
    seats = {(city[2], city[1]): (city[3], city[4]) for city in cities if city[9]}
    neighbours: dict[str, list[str]] = {}
    for code, neighbour in _lines(folder / "neighbours.tsv", 2):
        neighbours.setdefault(code, []).append(neighbour)
    for place in read_register(folder / "register.toml"):
        seat = seats.get((place.code, place.capital)) or seats.get((place.receiving, place.capital))
        latitude, longitude = seat or (None, None)
        beside = tuple(neighbours.get(place.code, ()))
        yield _row(replace(place, latitude=latitude, longitude=longitude, neighbours=beside))


def _row(place: Place) -> Row:
    """Order the fields of a place as its table has them; lists become JSON."""
    values = msgspec.structs.astuple(place)
    return tuple(
        msgspec.json.encode(value).decode() if isinstance(value, tuple) else value for value in values
    )


def read_register(path: Path) -> list[Place]:
    """Read the register, in the order of its codes; what is left out is the place itself."""
    entries = _toml(path, dict[str, dict[str, str | list[str]]])
    try:
        return [_place(code, entries[code]) for code in sorted(entries)]
    except msgspec.ValidationError as error:
        raise torn(path, 0, str(error)) from None


def _toml(path: Path, shape: type[T]) -> T:
    try:
        return msgspec.toml.decode(_text(path), type=shape)
    except msgspec.DecodeError as error:
        raise torn(path, 0, str(error)) from None


def _place(code: str, entry: dict[str, str | list[str]]) -> Place:
    own = {"code": code, "receiving": code, "nationality": code}
    return msgspec.convert(own | entry, Place)
