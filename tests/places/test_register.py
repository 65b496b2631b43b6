"""The register of places holds together."""

import json
import sqlite3
from pathlib import Path

import pytest

from legation.errors import AmbiguousInput
from legation.model.place import Place
from legation.places import Gazetteer
from legation.store.gazetteer import read_register

REGISTER = Path(__file__).resolve().parents[2] / "data" / "places" / "register.toml"
PLACES = read_register(REGISTER)
CODES = {place.code for place in PLACES}
AREAS = "SELECT name, claimants FROM disputed_areas ORDER BY id"
ASSIGNED_BY_US = {"EU", "XA", "XC", "XK", "XL", "XM", "XN", "XS", "XT"}


def test_it_holds_iso_3166_and_what_we_assign() -> None:
    assert len(CODES - ASSIGNED_BY_US) == 249
    assert CODES >= ASSIGNED_BY_US


def test_it_is_sorted_and_codes_are_unique() -> None:
    headings = [
        line[1:-1] for line in REGISTER.read_text(encoding="utf-8").splitlines() if line.startswith("[")
    ]
    assert headings == sorted(set(headings))


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.code)
def test_every_reference_leads_somewhere(place: Place, gazetteer: Gazetteer) -> None:
    assert place.receiving in CODES
    assert place.nationality in CODES or place.kind == "organisation"
    named = {*place.covered_by, *place.claimants, place.controlled_by or place.code}
    assert named <= CODES
    assert place.code not in place.covered_by
    found = gazetteer.get_place(place.code)
    assert found
    assert set(found.neighbours) <= CODES


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.code)
def test_who_receives_and_whose_citizens_is_settled_in_one_step(place: Place, gazetteer: Gazetteer) -> None:
    receiving = gazetteer.get_place(place.receiving)
    assert receiving
    assert receiving.receiving == receiving.code
    if nationality := gazetteer.get_place(place.nationality):
        assert nationality.nationality == nationality.code


def test_items_and_alpha_3_codes_are_unique() -> None:
    items = [item for place in PLACES for item in place.wikidata]
    alpha3 = [place.alpha3 for place in PLACES if place.alpha3]
    assert len(items) == len(set(items))
    assert len(alpha3) == len(set(alpha3))


def test_disputed_places_say_who_claims_and_controls_them() -> None:
    for place in PLACES:
        if place.disputed:
            assert len(place.claimants) >= 2, place.code
            assert place.note, place.code


def test_disputed_areas_are_claimed_by_places_of_the_register(connection: sqlite3.Connection) -> None:
    areas = [(name, json.loads(claimants)) for name, claimants in connection.execute(AREAS)]
    assert len(areas) >= 10
    assert all(set(claimants) <= CODES and len(claimants) > 1 for _, claimants in areas)
    assert areas == sorted(areas)


def test_seats_have_coordinates(gazetteer: Gazetteer) -> None:
    lacking = [place.code for place in gazetteer.places() if place.capital and place.latitude is None]
    assert lacking == []


def test_neighbours_are_mutual(gazetteer: Gazetteer) -> None:
    pairs = {(place.code, other) for place in gazetteer.places() for other in place.neighbours}
    assert pairs == {(other, one) for one, other in pairs}
    assert ("FR", "BR") not in pairs
    assert {("GF", "BR"), ("XC", "UA"), ("VA", "IT"), ("GI", "ES"), ("XK", "RS")} <= pairs


def test_each_place_is_found_by_its_code_its_name_and_its_item(gazetteer: Gazetteer) -> None:
    for place in gazetteer.places():
        for item in place.wikidata:
            assert gazetteer.get_place_of_item(item) == place
        if place.kind == "organisation":
            continue
        assert gazetteer.parse_place(place.code).place == place
        assert place.code in meanings(gazetteer, place.name)


def meanings(gazetteer: Gazetteer, name: str) -> list[str]:
    try:
        match = gazetteer.parse_place(name)
    except AmbiguousInput as error:
        return [candidate.code for candidate in error.candidates]
    return [] if match.guess else [match.place.code]


def test_every_city_lies_in_a_place_of_the_register(connection: sqlite3.Connection) -> None:
    assert {code for (code,) in connection.execute("SELECT DISTINCT place FROM cities")} <= CODES


def test_every_name_means_a_place_of_the_register(connection: sqlite3.Connection) -> None:
    query = "SELECT DISTINCT place FROM place_names WHERE kind != 'nothing'"
    assert {code for (code,) in connection.execute(query)} <= CODES
