"""Files that the real tools write; cities and streets are real, offices and contacts invented."""

import json
from pathlib import Path

import osmium
import pytest

from legation.errors import StopSource
from legation.model.claims import Value
from legation.places import Gazetteer
from legation.sources.openstreetmap.read import read
from legation.sources.row import Row
from legation.sources.snapshot import Snapshot

LISBON = (38.71, -9.14)
EMBASSY = {
    "office": "diplomatic",
    "diplomatic": "embassy",
    "embassy": "high_commission",
    "country": "NZ",
    "target": "PT;CV",
    "contact:phone": "+1 202 555 0123; +1 202 555 0124",
    "email": "post@example.org",
    "website": "https://example.org/",
    "opening_hours": "Mo-Fr 09:00-12:00",
    "addr:street": "Rua Inventada",
    "addr:housenumber": "1",
    "addr:postcode": "1000",
    "addr:city": "Lisboa",
    "building:levels": "2",
}
SAID: dict[str, Value] = {
    "kind": "high commission",
    "sending": "NZ",
    "receiving": "PT",
    "accredited": ["PT", "CV"],
    "position": "38.71,-9.14",
    "city": "Lisboa",
    "phones": ["+12025550123", "+12025550124"],
    "emails": ["post@example.org"],
    "website": "https://example.org/",
    "hours": "Mo-Fr 09:00-12:00",
    "address": "Rua Inventada 1, 1000 Lisboa",
}


def read_file(path: Path, gazetteer: Gazetteer) -> list[Row]:
    return list(read(Snapshot("openstreetmap", "2026-01-31", (path,)), gazetteer))


def read_pbf(folder: Path, gazetteer: Gazetteer, tags: dict[str, str], number: int = 1) -> list[Row]:
    path = folder / "diplomatic-2026-01-31.osm.pbf"
    with osmium.SimpleWriter(str(path), overwrite=True) as writer:
        writer.add_node(osmium.osm.mutable.Node(id=number, location=(LISBON[1], LISBON[0]), tags=tags))
    return read_file(path, gazetteer)


def read_answer(folder: Path, gazetteer: Gazetteer, *elements: object) -> list[Row]:
    path = folder / "diplomatic-2026-01-31.json"
    path.write_text(json.dumps({"version": 0.6, "elements": elements}))
    return read_file(path, gazetteer)


def values(row: Row) -> dict[str, Value]:
    return {claim.field: claim.value for claim in row.claims if claim.field != "near"}


def without_city(said: dict[str, Value]) -> dict[str, Value]:
    return {field: value for field, value in said.items() if field not in ("city", "district")}


def test_an_extract_and_an_answer_say_the_same(tmp_path: Path, gazetteer: Gazetteer) -> None:
    (extracted,) = read_pbf(tmp_path, gazetteer, EMBASSY)
    node = {"type": "node", "id": 1, "lat": LISBON[0], "lon": LISBON[1], "tags": EMBASSY}
    (answered,) = read_answer(tmp_path, gazetteer, node)
    assert extracted.record == answered.record == "node/1"
    assert values(extracted) == values(answered)
    assert without_city(values(extracted)) == without_city(SAID)
    assert ("leftover", "other tags") in {(remark.code, remark.value) for remark in extracted.remarks}


def test_ways_and_relations_stand_in_their_middle(tmp_path: Path, gazetteer: Gazetteer) -> None:
    path = tmp_path / "diplomatic-2026-01-31.osm.pbf"
    corners = [(-9.141, 38.709), (-9.139, 38.709), (-9.139, 38.711), (-9.141, 38.711)]
    refs = [1, 2, 3, 4, 1]
    with osmium.SimpleWriter(str(path), overwrite=True) as writer:
        for number, location in enumerate(corners, start=1):
            writer.add_node(osmium.osm.mutable.Node(id=number, location=location))
        writer.add_way(osmium.osm.mutable.Way(id=5, nodes=refs, tags=EMBASSY))
        writer.add_way(osmium.osm.mutable.Way(id=6, nodes=refs))
        writer.add_relation(
            osmium.osm.mutable.Relation(id=7, members=[("w", 6, "outer")], tags=EMBASSY | {"country": "AU"})
        )
    rows = read_file(path, gazetteer)
    assert [row.record for row in rows] == ["way/5", "relation/7"]
    assert [values(row)["position"] for row in rows] == ["38.71,-9.14", "38.71,-9.14"]
    center = {"lat": LISBON[0], "lon": LISBON[1]}
    (answered,) = read_answer(
        tmp_path, gazetteer, {"type": "way", "id": 5, "center": center, "tags": EMBASSY}
    )
    assert values(answered) == values(rows[0])


@pytest.mark.parametrize(
    ("tags", "kind"),
    [
        ({"amenity": "embassy", "country": "NZ"}, "embassy"),
        ({"office": "diplomatic", "diplomatic": "consulate", "country": "NZ"}, "consulate"),
        (
            {
                "office": "diplomatic",
                "diplomatic": "consulate",
                "consulate": "consulate_general",
                "country": "nz",
            },
            "consulate general",
        ),
        (
            {
                "office": "diplomatic",
                "diplomatic": "consulate",
                "consulate": "honorary_consul",
                "country": "NZ",
            },
            "honorary consulate",
        ),
        ({"office": "diplomatic", "embassy": "nunciature", "country": "VA"}, "nunciature"),
    ],
)
def test_kinds(tmp_path: Path, gazetteer: Gazetteer, tags: dict[str, str], kind: str) -> None:
    (row,) = read_pbf(tmp_path, gazetteer, tags)
    assert values(row)["kind"] == kind


@pytest.mark.parametrize(
    ("tags", "reason"),
    [
        (EMBASSY | {"embassy": "residence"}, "no post: embassy/residence"),
        (EMBASSY | {"diplomatic": "liaison", "embassy": ""}, "no post: liaison"),
        (EMBASSY | {"country": ""}, "country is not said"),
        (EMBASSY | {"country": "Narnia"}, "country is NARNIA"),
        (EMBASSY | {"country": "PT", "target": ""}, "nothing says where it stands"),
    ],
)
def test_what_is_no_post_abroad_is_set_aside(
    tmp_path: Path, gazetteer: Gazetteer, tags: dict[str, str], reason: str
) -> None:
    (row,) = read_pbf(tmp_path, gazetteer, tags)
    assert (row.claims, row.set_aside) == ((), reason)


def test_other_elements_are_not_read(tmp_path: Path, gazetteer: Gazetteer) -> None:
    assert read_pbf(tmp_path, gazetteer, {"amenity": "cafe"}) == []


def test_hostile_tags_end_as_harmless_text(tmp_path: Path, gazetteer: Gazetteer) -> None:
    hostile = EMBASSY | {
        "website": "javascript:alert(1)",
        "addr:street": "<script>alert(1)</script>\u202eRua",
        "contact:phone": "+1 202 555 0123;" * 5_000,
    }
    node = {"type": "node", "id": 1, "lat": LISBON[0], "lon": LISBON[1], "tags": hostile}
    (row,) = read_answer(tmp_path, gazetteer, node)
    said = values(row)
    assert "website" not in said
    assert said["phones"] == ["+12025550123"]
    assert said["address"] == "<script>alert(1)</script>Rua 1, 1000 Lisboa"


def varint(number: int) -> bytes:
    """A number as Protocol Buffers write it."""
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*out, number])


def block(kind: bytes, blob: bytes) -> bytes:
    """A file block: its header's length, the header with kind and size, the blob."""
    header = b"\x0a" + varint(len(kind)) + kind + b"\x18" + varint(len(blob))
    return len(header).to_bytes(4, "big") + header + blob


def test_ids_of_two_to_the_40_need_no_memory(tmp_path: Path, gazetteer: Gazetteer) -> None:
    (row,) = read_pbf(tmp_path, gazetteer, EMBASSY, number=2**40)
    assert row.record == f"node/{2**40}"


def test_a_block_that_claims_two_to_the_40_bytes_of_nodes_is_refused(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    read_pbf(tmp_path, gazetteer, EMBASSY)
    path = tmp_path / "diplomatic-2026-01-31.osm.pbf"
    whole = path.read_bytes()
    first = 4 + int.from_bytes(whole[:4], "big")
    claim = b"\x10" + varint(2**40) + b"\x1a" + varint(3) + b"\x78\x9c\x03"
    torn = (
        whole[:first] + block(b"OSMData", claim),
        block(b"OSMHeader", claim),
        whole[:-7],
        b"<html>Too many requests</html>",
    )
    for content in torn:
        path.write_bytes(content)
        with pytest.raises(StopSource, match="cannot be read"):
            read_file(path, gazetteer)


@pytest.mark.parametrize(
    "text", ['{"elements": 1}', '{"elements": [{"type": "moon"}]}', "<html>", "[" * 100_000]
)
def test_what_is_no_answer_stops_the_source(tmp_path: Path, gazetteer: Gazetteer, text: str) -> None:
    path = tmp_path / "diplomatic-2026-01-31.json"
    path.write_text(text)
    with pytest.raises(StopSource, match="cannot be read"):
        read_file(path, gazetteer)


@pytest.mark.parametrize("depth", [1, 20])
def test_xml_with_entities_that_multiply_is_refused(tmp_path: Path, gazetteer: Gazetteer, depth: int) -> None:
    entities = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(depth))
    path = tmp_path / "diplomatic-2026-01-31.osm"
    node = f'<node id="1" lat="38.7" lon="-9.1"><tag k="office" v="&l{depth};"/></node>'
    path.write_text(f'<!DOCTYPE osm [<!ENTITY l0 "lol">{entities}]><osm version="0.6">{node}</osm>')
    with pytest.raises(StopSource, match="cannot be read"):
        read_file(path, gazetteer)
