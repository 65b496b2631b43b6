"""Rows in the shape of the captures; states, cities and items of states are real, posts and contacts invented."""

from pathlib import Path
from typing import Any

import pytest

from legation.model.claims import Value
from legation.places import Gazetteer
from legation.sources.row import Row
from legation.sources.snapshot import Snapshot
from legation.sources.wikidata.read import read

ENTITY = "http://www.wikidata.org/entity/"
ROW = {
    "operator": "Netherlands",
    "operatorQID": "Q55",
    "jurisdictions": "Belgium|Luxembourg",
    "jurisdictionQIDs": "Q31|Q32",
    "country": "Belgium",
    "countryQID": "Q31",
    "city": "Uccle",
    "cityQID": "Q203312",
    "address": "",
    "latitude": "50.7985",
    "longitude": "4.3424",
    "phone": "+1-202-555-0123",
    "email": "mailto:post@example.org",
    "website": "https://example.org/",
    "facebook": "",
    "type": "embassy",
    "typeQID": "Q3917681",
    "creation": "1919-01-01T00:00:00Z",
    "QID": "Q9000001",
}


def read_rows(folder: Path, gazetteer: Gazetteer, *changes: dict[str, str], **columns: str) -> list[Row]:
    """Write a table of rows that differ from ROW as told, and read it."""
    header = list(ROW | columns)
    lines = [";".join(header) + ";"]
    for change in changes:
        cells = ROW | columns | change
        lines.append(";".join(_address(column, cells[column]) for column in header))
    path = folder / "missions-2022-11-16.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return list(read(Snapshot("wikidata", "2022-11-16", (path,)), gazetteer))


def _address(column: str, cell: str) -> str:
    return "|".join(ENTITY + item for item in cell.split("|")) if "QID" in column and cell else cell


def read_row(folder: Path, gazetteer: Gazetteer, change: dict[str, str] | None = None, **columns: str) -> Row:
    (row,) = read_rows(folder, gazetteer, change or {}, **columns)
    return row


def values(row: Row) -> dict[str, Value]:
    """What a row claims, the derived value before the stated."""
    ordered = sorted(row.claims, key=lambda claim: claim.source == "derived")
    return {claim.field: claim.value for claim in ordered}


def test_a_whole_row_becomes_claims(tmp_path: Path, gazetteer: Gazetteer) -> None:
    row = read_row(tmp_path, gazetteer)
    assert row.record == "Q9000001"
    assert row.locator == "missions-2022-11-16.csv:2"
    assert values(row) == {
        "kind": "embassy",
        "sending": "NL",
        "receiving": "BE",
        "accredited": ["BE", "LU"],
        "position": "50.7985,4.3424",
        "near": "50.85045,4.34878",
        "city": "Brussels",
        "district": "Uccle",
        "phones": ["+12025550123"],
        "emails": ["post@example.org"],
        "website": "https://example.org/",
        "opened": "1919",
    }
    assert {claim.seen for claim in row.claims} == {"2022-11-16"}
    assert not row.remarks


@pytest.mark.parametrize(
    ("change", "field", "value"),
    [
        ({"creation": "1919-05-02T00:00:00Z"}, "opened", "1919-05-02"),
        ({"typeQID": "Q19600600"}, "kind", "high commission"),
        ({"typeQID": "Q5|Q3917681"}, "kind", "embassy"),
        ({"operatorQID": "Q1155502"}, "sending", "CN"),
        ({"operatorQID": "Q29999"}, "sending", "NL"),
        ({"countryQID": "Q55"}, "receiving", "BE"),
        ({"phone": "+27-2543"}, "phones", ["+27-2543"]),
        ({"jurisdictionQIDs": "Q55|Q31"}, "accredited", ["BE"]),
        ({"jurisdictionQIDs": "Q31|Q1065"}, "accredited", ["BE"]),
    ],
)
def test_what_single_cells_mean(
    tmp_path: Path, gazetteer: Gazetteer, change: dict[str, str], field: str, value: Value
) -> None:
    assert values(read_row(tmp_path, gazetteer, change))[field] == value


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"typeQID": "Q431071"}, "a province's office gives no consular help"),
        ({"typeQID": "Q5"}, "class Q5 is not in mapping.toml"),
        ({"operatorQID": "Q1202"}, "a province's office gives no consular help"),
        ({"operatorQID": "Q5"}, "operator Q5 is not in mapping.toml"),
        ({"countryQID": "Q15180"}, "the receiving state no longer exists"),
        ({"countryQID": ""}, "country missing is not in mapping.toml"),
        ({"jurisdictionQIDs": "Q1065"}, "a mission to an organisation gives no consular help"),
        ({"operatorQID": "Q31"}, "stands in the sending state itself"),
        ({"QID": "P31"}, "its item is not an item"),
        ({"QID": "Q11782064"}, "a mission to an organisation gives no consular help"),
    ],
)
def test_what_is_set_aside(tmp_path: Path, gazetteer: Gazetteer, change: dict[str, str], reason: str) -> None:
    row = read_row(tmp_path, gazetteer, change)
    assert row.set_aside == reason
    assert not row.claims


@pytest.mark.parametrize(
    ("change", "remarks"),
    [
        ({"website": "javascript:alert(1)"}, {("website", "javascript:alert(1)")}),
        ({"email": "=cmd|' /C calc'!A0"}, {("email", "=cmd"), ("email", "' /C calc'!A0")}),
        ({"phone": "<script>"}, {("phone", "<script>")}),
        ({"creation": "long ago"}, {("creation", "long ago")}),
        ({"jurisdictionQIDs": "Q31|Q1439"}, {("leftover", "district")}),
        ({"facebook": "someone"}, {("leftover", "facebook")}),
        ({"countryQID": "Q55"}, {("receiving", "NL -> BE (coordinates)")}),
    ],
)
def test_what_is_left_out_is_remarked(
    tmp_path: Path, gazetteer: Gazetteer, change: dict[str, str], remarks: set[tuple[str, str]]
) -> None:
    row = read_row(tmp_path, gazetteer, change)
    assert {(remark.code, remark.value) for remark in row.remarks} == remarks
    assert "<script>" not in str(row.claims)
    assert "javascript" not in str(row.claims)


def test_a_column_that_nobody_maps_is_remarked(tmp_path: Path, gazetteer: Gazetteer) -> None:
    row = read_row(tmp_path, gazetteer, mood="cheerful")
    assert [(remark.code, remark.value) for remark in row.remarks] == [("leftover", "mood")]


@pytest.mark.parametrize(
    ("columns", "closed"),
    [
        ({"typeQID": "Q80905563"}, "2022-11-16"),
        ({"dissolved": "2020-05-01T00:00:00Z"}, "2020-05-01"),
        ({"state": "permanently closed"}, "2022-11-16"),
        ({"state": "in use"}, None),
    ],
)
def test_closings(tmp_path: Path, gazetteer: Gazetteer, columns: dict[str, str], closed: str | None) -> None:
    assert values(read_row(tmp_path, gazetteer, columns, **columns)).get("closed") == closed


def test_a_district_without_a_point_gets_the_city_of_other_rows_that_name_it(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    nowhere: dict[str, Any] = {"latitude": "", "longitude": "", "QID": "Q9000002"}
    first, second = read_rows(tmp_path, gazetteer, {}, nowhere)
    assert values(second)["city"] == "Brussels"
    assert values(second)["district"] == "Uccle"
    assert "position" not in values(second)
    assert values(first)["near"] == values(second)["near"]


def test_a_quarter_that_no_row_with_a_point_names_is_looked_up(tmp_path: Path, gazetteer: Gazetteer) -> None:
    central = {"country": "China", "countryQID": "Q148", "city": "Central", "cityQID": "Q14767"}
    row = read_row(tmp_path, gazetteer, central | {"latitude": "", "longitude": ""})
    said = values(row)
    assert (said["receiving"], said["city"], said["district"]) == ("HK", "Hong Kong", "Central")


def test_a_consulate_general_that_serves_another_place_is_put_there(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    jerusalem = {"country": "Israel", "countryQID": "Q801", "city": "Jerusalem", "cityQID": "Q1218"}
    door = {"latitude": "31.775", "longitude": "35.22426", "jurisdictionQIDs": "", "typeQID": "Q372690"}
    row = read_row(tmp_path, gazetteer, jerusalem | door | {"QID": "Q6729530"})
    said = values(row)
    assert (said["receiving"], said["city"], said["position"]) == ("PS", "East Jerusalem", "31.775,35.22426")
    assert {claim.value for claim in row.claims if claim.field == "receiving"} == {"IL", "PS"}


def test_a_torn_row_is_named_and_the_others_stay(tmp_path: Path, gazetteer: Gazetteer) -> None:
    read_rows(tmp_path, gazetteer, {}, {"QID": "Q9000002"})
    path = tmp_path / "missions-2022-11-16.csv"
    path.write_bytes(path.read_bytes()[:-200])
    whole, torn = read(Snapshot("wikidata", "2022-11-16", (path,)), gazetteer)
    assert whole.set_aside is None
    assert (torn.locator, torn.set_aside) == ("missions-2022-11-16.csv:3", "wrong number of fields")
