"""Pages in the shape of the book; states and cities are real, addresses and contacts invented."""

import json
from pathlib import Path

import pytest

from legation.errors import StopSource
from legation.model.claims import Value
from legation.places import Gazetteer
from legation.sources.factbook.cities import Named, find_named, parse_cities
from legation.sources.factbook.prose import parse_numbers, parse_point, plain
from legation.sources.factbook.read import read
from legation.sources.row import Row
from legation.sources.snapshot import Snapshot

HERE = {
    "chief of mission": "Ambassador Nobody",
    "chancery": "1 Invented Street NW, Washington, DC 20000",
    "telephone": "[1] (202) 555-0123",
    "email address and website": "<br>post@example.org<br><br>https://embassy.example.org/",
    "consulate(s) general": "Chicago, Portland (OR), Tamuning (Guam)",
    "honorary consulate(s)": "Houston",
}
ABROAD = {
    "embassy": "<p>2 Invented&nbsp;Avenue, Pretoria</p>",
    "telephone": "[1] (202) 555-0199",
    "consulate(s) general": "Cape Town, Durban (suspended status); note - a third was closed",
}


def read_page(
    folder: Path,
    gazetteer: Gazetteer,
    here: dict[str, str],
    abroad: dict[str, str],
    name: str = "South Africa",
) -> list[Row]:
    government = {
        "Country name": {"conventional short form": {"text": name}},
        "Diplomatic representation in the US": {field: {"text": text} for field, text in here.items()},
        "Diplomatic representation from the US": {field: {"text": text} for field, text in abroad.items()},
    }
    path = folder / "zz.json"
    path.write_text(json.dumps({"Government": government, "count": 3}))
    return list(read(Snapshot("factbook", "2026-01-01", (path,)), gazetteer))


def values(row: Row) -> dict[str, Value]:
    return {claim.field: claim.value for claim in row.claims}


def test_a_page_gives_the_missions_of_both_sides(tmp_path: Path, gazetteer: Gazetteer) -> None:
    rows = {row.record: row for row in read_page(tmp_path, gazetteer, HERE, ABROAD)}
    assert values(rows["zz/ZA-US"]) == {
        "kind": "embassy",
        "sending": "ZA",
        "receiving": "US",
        "city": "Washington",
        "near": "38.89511,-77.03637",
        "address": "1 Invented Street NW, Washington, DC 20000",
        "accredited": ["US"],
        "phones": ["+12025550123"],
        "emails": ["post@example.org"],
        "website": "https://embassy.example.org/",
    }
    guam = values(rows["zz/ZA-US/consulate(s) general/Tamuning"])
    assert (guam["kind"], guam["receiving"]) == ("consulate general", "GU")
    assert values(rows["zz/ZA-US/honorary consulate(s)/Houston"])["kind"] == "honorary consulate"
    assert values(rows["zz/US-ZA"])["address"] == "2 Invented Avenue, Pretoria"
    assert values(rows["zz/US-ZA/consulate(s) general/Cape Town"])["city"] == "Cape Town"
    assert (
        rows["zz/US-ZA/consulate(s) general/Durban"].set_aside == "listed as suspended status, to be reviewed"
    )
    assert len(rows) == 8


@pytest.mark.parametrize(
    "said",
    [
        "the US does not have an embassy in South Africa; the Ambassador to Botswana is accredited to it",
        "none; another embassy represents the US",
        "US Embassy Pretoria operations suspended in 2014",
    ],
)
def test_prose_in_place_of_an_address_is_no_post(tmp_path: Path, gazetteer: Gazetteer, said: str) -> None:
    _, there = read_page(tmp_path, gazetteer, {"chancery": "1 A Street, Washington"}, {"embassy": said})
    assert there.claims == ()
    assert str(there.set_aside).startswith("no embassy: ")


def test_a_page_on_a_territory_is_set_aside(tmp_path: Path, gazetteer: Gazetteer) -> None:
    (row,) = read_page(tmp_path, gazetteer, HERE, ABROAD, "Bermuda")
    assert row.set_aside == "a page on a territory, which has no missions"


@pytest.mark.parametrize(
    ("said", "place", "numbers"),
    [
        ("[49] (30) 8305-0", "DE", ["+49 (30) 8305-0"]),
        ("[20-2] 2797-3300", "EG", ["+20 2 2797-3300"]),
        ("[246] 227-4000", "BB", ["246 227-4000"]),  # an area code, never +246
        ("011 [52]-55-5080-2000", "MX", ["+52 55-5080-2000"]),
        ("[011] (509) 2229-8000", "HT", ["+509 2229-8000"]),
        ("[592] 225-4900 through 4909", "GY", ["+592 225-4900"]),
        ("[1] (202) 555-0123, [1] (202) 555-0124", "US", ["+1 (202) 555-0123", "+1 (202) 555-0124"]),
    ],
)
def test_numbers_with_their_code_in_brackets(said: str, place: str, numbers: list[str]) -> None:
    assert parse_numbers(said, place) == numbers


def test_cities_with_brackets(gazetteer: Gazetteer) -> None:
    named = parse_cities("Kansas City (MO),Minneapolis/St. Paul (MN), Chennai (Madras); note - and so on")
    assert named == [Named("Kansas City", "MO"), Named("Minneapolis", "MN"), Named("Chennai", "Madras")]
    found = find_named(Named("Springfield", "IL"), "US", gazetteer)
    assert found is not None
    assert round(found[1].latitude) == 40


def test_a_point_in_place_of_an_address() -> None:
    assert parse_point("55,75566° N, 37,58028° E") == "55.75566,37.58028"
    assert parse_point("1.5° S, 2.5° W") == "-1.5,-2.5"


def test_hostile_text_is_plain_text(tmp_path: Path, gazetteer: Gazetteer) -> None:
    hostile = HERE | {
        "chancery": "1 <script>alert(1)</script> Street\u202e, Washington",
        "email address and website": 'javascript:alert(1) https://evil.example.org"onclick=x',
        "telephone": "[1] (202) 555-0123, " * 400,
    }
    row = read_page(tmp_path, gazetteer, hostile, ABROAD)[0]
    said = values(row)
    assert said["address"] == "1 alert(1) Street, Washington"
    assert said["website"] == "https://evil.example.org"
    assert said["phones"] == ["+12025550123"]
    assert plain("&lt;img src=x&gt;") == ""


def test_what_is_no_page_stops_the_source(tmp_path: Path, gazetteer: Gazetteer) -> None:
    path = tmp_path / "zz.json"
    path.write_bytes(b"<html>\xff")
    with pytest.raises(StopSource, match="not a page"):
        list(read(Snapshot("factbook", "2026-01-01", (path,)), gazetteer))


def test_a_city_alone_is_no_address(tmp_path: Path, gazetteer: Gazetteer) -> None:
    said = values(read_page(tmp_path, gazetteer, HERE | {"chancery": "Washington"}, ABROAD)[0])
    assert "address" not in said
    assert said["city"] == "Washington"
