"""Read an extract in one of the binary or XML formats of the map, with pyosmium.

An extract is gone through up to three times: for the tagged elements, for the ways of tagged relations, for the
nodes of all these ways. So memory follows the number of diplomatic offices, not what a file claims of itself.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import fmean

import msgspec
import osmium
from osmium.osm import osm_entity_bits

from legation.sources.openstreetmap.element import MOST, Element, is_diplomatic

Point = tuple[float, float]


class Tagged(msgspec.Struct, frozen=True):
    """An element, and the ids of the nodes (of a way) or ways (of a relation) that give its place."""

    element: Element
    parts: tuple[int, ...] = ()


def read_extract(path: Path) -> Iterator[Element]:
    """The diplomatic offices of an extract.

    Raises:
        RuntimeError: not an extract, a torn one, or one whose blocks claim more than the format allows.
        ValueError: more offices than there can be.
    """
    tagged = list(_tagged(path))
    ways = _ways(path, {part for one in tagged if one.element.kind == "relation" for part in one.parts})
    ways |= {one.element.id: one.parts for one in tagged if one.element.kind == "way"}
    nodes = _nodes(path, {node for parts in ways.values() for node in parts})
    for one in tagged:
        yield msgspec.structs.replace(one.element, point=one.element.point or _middle(one, ways, nodes))


def _tagged(path: Path) -> Iterator[Tagged]:
    found = 0
    for one in osmium.FileProcessor(str(path), osm_entity_bits.OBJECT):
        tags = {tag.k: tag.v for tag in one.tags}
        if not is_diplomatic(tags):
            continue
        found += 1
        if found > MOST:
            raise ValueError(f"more than {MOST:,} diplomatic offices")
        if isinstance(one, osmium.osm.Node):
            point = (one.location.lat, one.location.lon) if one.location.valid() else None
            yield Tagged(Element("node", one.id, tags, point))
        elif isinstance(one, osmium.osm.Way):
            yield Tagged(Element("way", one.id, tags), tuple(node.ref for node in one.nodes))
        elif isinstance(one, osmium.osm.Relation):
            outer = tuple(member.ref for member in one.members if member.type == "w")
            yield Tagged(Element("relation", one.id, tags), outer)


def _ways(path: Path, wanted: set[int]) -> dict[int, tuple[int, ...]]:
    if not wanted:
        return {}
    found: dict[int, tuple[int, ...]] = {}
    for way in osmium.FileProcessor(str(path), osm_entity_bits.WAY):
        if isinstance(way, osmium.osm.Way) and way.id in wanted:
            found[way.id] = tuple(node.ref for node in way.nodes)
    return found


def _nodes(path: Path, wanted: set[int]) -> dict[int, Point]:
    if not wanted:
        return {}
    found: dict[int, Point] = {}
    for node in osmium.FileProcessor(str(path), osm_entity_bits.NODE):
        if isinstance(node, osmium.osm.Node) and node.id in wanted and node.location.valid():
            found[node.id] = (node.location.lat, node.location.lon)
    return found


def _middle(one: Tagged, ways: Mapping[int, tuple[int, ...]], nodes: Mapping[int, Point]) -> Point | None:
    """The mean of the corners: within a few metres of the middle of a building."""
    refs = one.parts if one.element.kind == "way" else [ref for way in one.parts for ref in ways.get(way, ())]
    corners = [nodes[ref] for ref in dict.fromkeys(refs) if ref in nodes]
    if not corners:
        return None
    return fmean(corner[0] for corner in corners), fmean(corner[1] for corner in corners)
