"""Entries in the shape of the Philippine list; states and cities are real, the rest invented."""

import json
from pathlib import Path

import pytest

from legation.errors import StopSource
from legation.model.claims import Value
from legation.places import Gazetteer
from legation.sources.philippines.numbers import parse_numbers
from legation.sources.philippines.read import read
from legation.sources.row import Row
from legation.sources.snapshot import Snapshot

EMBASSY: dict[str, str | None] = {
    "slug": "netherlands",
    "country": "NETHERLANDS",
    "office_name": "Embassy of the Kingdom of the Netherlands",
    "address": "1/F Invented Tower, Paseo de Nada, Makati City",
    "contact": "8555-0101; 8555-0102 F",
    "email": "post@example.org; visa@example.org",
    "website": "post.example.org/ph",
    "representative": "H.E. NOBODY",
    "title": None,
}
CONSULATE = EMBASSY | {
    "office_name": "Consulate of the Netherlands (Cebu)",
    "address": "2 Invented Street, Cebu City",
    "contact": "(032) 255-0101 to 05",
    "title": "Consul a.h.",
}


def read_entries(
    folder: Path, gazetteer: Gazetteer, section: str, *entries: dict[str, str | None]
) -> list[Row]:
    path = folder / "diplomatic-2025-06.json"
    path.write_text(json.dumps({section: list(entries)}))
    return list(read(Snapshot("philippines", "2025-06-01", (path,)), gazetteer))


def values(row: Row) -> dict[str, Value]:
    ordered = sorted(row.claims, key=lambda claim: claim.source == "derived")
    return {claim.field: claim.value for claim in ordered}


def test_an_embassy_becomes_claims(tmp_path: Path, gazetteer: Gazetteer) -> None:
    (row,) = read_entries(tmp_path, gazetteer, "Diplomatic Mission", EMBASSY)
    assert values(row) == {
        "kind": "embassy",
        "sending": "NL",
        "receiving": "PH",
        "city": "Manila",
        "district": "Makati City",
        "near": "14.60420,120.98220",
        "address": "1/F Invented Tower, Paseo de Nada, Makati City",
        "phones": ["+63285550101"],
        "emails": ["post@example.org", "visa@example.org"],
        "website": "https://post.example.org/ph",
    }


def test_a_consul_ad_honorem_is_honorary(tmp_path: Path, gazetteer: Gazetteer) -> None:
    honorary, career = read_entries(
        tmp_path, gazetteer, "Foreign Consulate", CONSULATE, CONSULATE | {"title": "Consul General"}
    )
    assert (values(honorary)["kind"], values(honorary)["city"]) == ("honorary consulate", "Cebu City")
    assert values(career)["kind"] == "consulate general"


@pytest.mark.parametrize(
    ("address", "city"),
    [
        ("1 Invented Street, Tanauan City, Batangas", "Tanauan"),
        ("1 Invented Street, Zambales", "Cebu City"),  # only the brackets name a town
        ("1 Invented Street, Davao City 8000", "Davao"),
    ],
)
def test_the_town_of_an_address(tmp_path: Path, gazetteer: Gazetteer, address: str, city: str) -> None:
    (row,) = read_entries(tmp_path, gazetteer, "Foreign Consulate", CONSULATE | {"address": address})
    assert values(row)["city"] == city


@pytest.mark.parametrize(
    ("section", "change", "reason"),
    [
        ("International Organization", {}, "an organisation"),
        ("Diplomatic Mission", {"office_name": "Delegation of a Union"}, "an organisation"),
        ("Diplomatic Mission", {"country": "ATLANTIS"}, "ATLANTIS is no state"),
    ],
)
def test_what_is_no_state_is_set_aside(
    tmp_path: Path, gazetteer: Gazetteer, section: str, change: dict[str, str | None], reason: str
) -> None:
    (row,) = read_entries(tmp_path, gazetteer, section, EMBASSY | change)
    assert (row.claims, row.set_aside) == ((), reason)


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("8555-0101; 8555-0102 F", ["0285550101"]),
        ("8555-0101 TL; 8555-0102 TF", ["0285550101", "0285550102"]),
        ("8555-0101 to 68", ["0285550101"]),
        ("(032) 255-0101; 255-0102; Manila: 8555-0101", ["0322550101", "0322550102", "0285550101"]),
        ("845 0101", ["845 0101"]),  # seven digits and no area: kept as said
        ("8555-0101 ext. 3", ["8555-0101 ext. 3"]),
    ],
)
def test_local_numbers(said: str, numbers: list[str]) -> None:
    assert parse_numbers(said) == numbers


def test_hostile_entries_end_as_harmless_text(tmp_path: Path, gazetteer: Gazetteer) -> None:
    hostile = EMBASSY | {
        "address": "=cmd|' /C calc'!A0\u202e\x07, Makati City",
        "website": "javascript:alert(1)",
        "contact": "8555-0101;" * 900,
        "email": "<script>@example.org",
    }
    (row,) = read_entries(tmp_path, gazetteer, "Diplomatic Mission", hostile)
    said = values(row)
    assert said["address"] == "=cmd|' /C calc'!A0, Makati City"
    assert said["phones"] == ["+63285550101"]
    assert {"website", "emails"}.isdisjoint(said)


def test_what_is_no_list_stops_the_source(tmp_path: Path, gazetteer: Gazetteer) -> None:
    path = tmp_path / "diplomatic-2025-06.json"
    path.write_text('{"Diplomatic Mission": "none"}')
    with pytest.raises(StopSource, match="not the diplomatic list"):
        list(read(Snapshot("philippines", "2025-06-01", (path,)), gazetteer))
