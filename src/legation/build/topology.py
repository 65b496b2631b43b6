"""Read TopoJSON outlines (delta-coded arcs that neighbours share) into valid polygons within ±180 degrees."""

from collections.abc import Iterator

import msgspec
import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

Ring = NDArray[np.float64]
WORLD = shapely.box(-180, -90, 180, 90)


class Transform(msgspec.Struct, frozen=True):
    """Integer steps to degrees."""

    scale: tuple[float, float]
    translate: tuple[float, float]


class Named(msgspec.Struct, frozen=True):
    """The one property we read."""

    name: str


class Polygon(msgspec.Struct, frozen=True, tag="Polygon"):
    """Rings of arc numbers; ~n is arc n reversed."""

    arcs: list[list[int]]
    properties: Named
    id: str | None = None

    @property
    def polygons(self) -> list[list[list[int]]]:
        """The one polygon, as a MultiPolygon gives its several."""
        return [self.arcs]


class MultiPolygon(msgspec.Struct, frozen=True, tag="MultiPolygon"):
    """Several polygons of one feature."""

    arcs: list[list[list[int]]]
    properties: Named
    id: str | None = None

    @property
    def polygons(self) -> list[list[list[int]]]:
        """All polygons."""
        return self.arcs


class Collection(msgspec.Struct, frozen=True):
    """The features of one object."""

    geometries: list[Polygon | MultiPolygon]


class Objects(msgspec.Struct, frozen=True):
    """world-atlas names its object `countries`."""

    countries: Collection


class Topology(msgspec.Struct, frozen=True):
    """A TopoJSON file."""

    transform: Transform
    arcs: list[list[tuple[int, int]]]
    objects: Objects

    def outlines(self) -> Iterator[tuple[str | None, str, BaseGeometry]]:
        """Yield (ISO number, name, geometry) of every feature."""
        arcs = [self._line(arc) for arc in self.arcs]
        for feature in self.objects.countries.geometries:
            parts = [shape([_ring(arcs, numbers) for numbers in polygon]) for polygon in feature.polygons]
            yield feature.id, feature.properties.name, shapely.union_all(parts)

    def _line(self, arc: list[tuple[int, int]]) -> Ring:
        steps = np.cumsum(np.array(arc, dtype=np.float64), axis=0)
        line: Ring = steps * np.array(self.transform.scale) + np.array(self.transform.translate)
        return line


def _ring(arcs: list[Ring], numbers: list[int]) -> Ring:
    lines = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in numbers]
    return np.concatenate([lines[0], *(line[1:] for line in lines[1:])])


def shape(rings: list[Ring]) -> BaseGeometry:
    """Make one valid polygon of rings that may run across the antimeridian or round a pole."""
    unwrapped = [unwrap(ring) for ring in rings if len(ring) >= 4]
    if not unwrapped:
        return shapely.Polygon()
    whole = areas(shapely.make_valid(shapely.Polygon(unwrapped[0], unwrapped[1:])))
    moved = [translate(whole, xoff=turn) for turn in (-360.0, 0.0, 360.0)]
    return areas(shapely.union_all([shapely.intersection(part, WORLD) for part in moved]))


def polygons(geometry: BaseGeometry) -> list[shapely.Polygon]:
    """Keep the areas; cutting and mending leave lines and points behind."""
    return [part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon" and part.area > 0]


def areas(geometry: BaseGeometry) -> BaseGeometry:
    """Join the areas of a geometry."""
    return shapely.union_all(polygons(geometry))


def unwrap(ring: Ring) -> Ring:
    """Make longitudes run on past 180 instead of jumping; close a ring round the pole along the pole."""
    steps = np.diff(ring[:, 0])
    jumps = np.where(steps > 180, -360.0, np.where(steps < -180, 360.0, 0.0))
    run = ring.copy()
    run[1:, 0] += np.cumsum(jumps)
    if abs(run[-1, 0] - run[0, 0]) < 180:
        return run
    pole = 90.0 if run[:, 1].mean() > 0 else -90.0
    return np.concatenate([run, [[run[-1, 0], pole], [run[0, 0], pole], run[0]]])
