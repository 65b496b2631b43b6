"""Files in the form of the captures; states and cities are real, posts and contacts are not."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from legation.errors import StopSource
from legation.places import Gazetteer
from legation.sources.row import Row
from tests.sources.reading import read_rows, values

PHONE = {"label": "Telephone", "number": "+44 20 7946 0123"}


def office(title: str, kind: str = "Embassy", **changes: Any) -> dict[str, Any]:
    made: dict[str, Any] = {
        "title": title,
        "format": "World Office",
        "web_url": "https://example.org/office",
        "details": {
            "email": "a@example.org",
            "description": "",
            "access_and_opening_times": "",
            "type": kind,
        },
        "address": {"label": {"value": "1 Invented Street\nMr Invented Person\nAndorra la Vella\nAndorra"}},
        "contact_numbers": [PHONE],
    }
    details = {**made["details"], **changes.pop("details", {})}
    return {**made, **changes, "details": details}


def read(
    folder: Path, gazetteer: Gazetteer, main: dict[str, Any] | None, *other: dict[str, Any]
) -> list[Row]:
    offices = {"other": list(other)} | ({"main": main} if main else {})
    organisation = {
        "title": "British Embassy Andorra la Vella",
        "web_url": "https://example.org/",
        "offices": offices,
    }
    text = msgspec.json.encode({"results": [organisation], "total": 1}).decode()
    return read_rows("unitedkingdom_posts", folder, gazetteer, {"andorra_organisations.json": text})


def test_every_fact_of_an_office_is_read(tmp_path: Path, gazetteer: Gazetteer) -> None:
    numbers = [
        PHONE,
        {"label": "Fax", "number": "+44 20 7946 0124"},
        {"label": "Emergency consular assistance (24 hours)", "number": "+44 20 7946 0125"},
        {"label": "Visa enquiries", "number": "+44 20 7946 0126"},
        {"label": "Consular email", "number": "b@example.org"},
    ]
    times = {"access_and_opening_times": "<p>Monday to Friday: 9am to 4pm</p>"}
    main = office("British Embassy Andorra la Vella, main contact", contact_numbers=numbers, details=times)
    (row,) = read(tmp_path, gazetteer, main)
    said = values(row)
    assert row.record == "GB AD Andorra la Vella embassy"
    assert said["phones"] == ["+442079460123"]
    assert said["emergency_phones"] == ["+442079460125"]
    assert said["emails"] == ["b@example.org", "a@example.org"]
    assert said["hours"] == "<p>Monday to Friday: 9am to 4pm</p>"
    assert said["address"] == "1 Invented Street, Andorra la Vella, Andorra"
    assert said["website"] == "https://example.org/office"
    assert {remark.value for remark in row.remarks if remark.code == "leftover"} == {"fax", "other", "prose"}


def test_sections_and_consulates_next_door_are_parts_of_the_embassy(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    section = office(
        "Consular section", "Other", contact_numbers=[{"label": "Tel", "number": "+44 20 7946 0127"}]
    )
    consulate = office("British Consulate Andorra la Vella", "Consulate", contact_numbers=[])
    (row,) = read(tmp_path, gazetteer, office("British Embassy Andorra la Vella"), section, consulate)
    assert values(row)["phones"] == ["+442079460123", "+442079460127"]


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (office("Press enquiries", "Other"), "an office for trade, aid, visas, passports or the press"),
        (
            office("British Consulate Perm", details={"description": "It is closed."}),
            "an office that was closed then; events say when",
        ),
        (
            office("British Consulate Perm", contact_numbers=[], details={"email": ""}),
            "an office that gives no way to reach it",
        ),
    ],
)
def test_offices_set_aside(tmp_path: Path, gazetteer: Gazetteer, made: dict[str, Any], reason: str) -> None:
    (row,) = read(tmp_path, gazetteer, None, made)
    assert row.set_aside == reason


def test_an_organisation_without_an_office(tmp_path: Path, gazetteer: Gazetteer) -> None:
    (row,) = read(tmp_path, gazetteer, None)
    assert row.set_aside == "an organisation without an office"


@pytest.mark.parametrize("text", ["", "[]", '{"results": [{"title": 1}]}', '{"results": ['])
def test_a_torn_file_stops_the_source(tmp_path: Path, gazetteer: Gazetteer, text: str) -> None:
    with pytest.raises(StopSource, match="is no list of organisations"):
        read_rows("unitedkingdom_posts", tmp_path, gazetteer, {"andorra_organisations.json": text})


@pytest.mark.parametrize(
    "said",
    [
        "Monday to Thursday (Local Time): 0830 - 1530hrs",
        "Monday to Friday, 09.00 to 11.00",
        "9am to noon",
        "public access is by appointment only",
    ],
)
def test_hours_are_kept_in_whichever_way_the_clock_is_written(
    said: str, tmp_path: Path, gazetteer: Gazetteer
) -> None:
    main = office("British Embassy Andorra la Vella", details={"access_and_opening_times": f"<p>{said}</p>"})
    (row,) = read(tmp_path, gazetteer, main)
    assert values(row)["hours"] == f"<p>{said}</p>"


@pytest.mark.parametrize("said", ["call +44 20 7946-2170 2200", "Tel: 02-3210-5500", "14 June - 15 June"])
def test_a_number_or_a_date_is_no_hour(said: str, tmp_path: Path, gazetteer: Gazetteer) -> None:
    main = office("British Embassy Andorra la Vella", details={"access_and_opening_times": f"<p>{said}</p>"})
    (row,) = read(tmp_path, gazetteer, main)
    assert "hours" not in values(row)


def test_hours_in_the_description_are_read_when_the_field_for_them_has_none(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    details = {
        "access_and_opening_times": "<p>Thursday 14 June - Eid</p>",
        "description": "Monday to Friday 0800-1615",
    }
    (row,) = read(tmp_path, gazetteer, office("British Embassy Andorra la Vella", details=details))
    assert values(row)["hours"] == "Monday to Friday 0800-1615"


def test_a_section_of_another_post_keeps_its_numbers_to_that_post(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    other = office(
        "The Consular Section of the British Consulate-General Barcelona",
        "Consulate",
        contact_numbers=[{"label": "Telephone", "number": "+44 20 7946 0199"}],
        address={"label": {"value": "2 Invented Street\nBarcelona\nSpain"}},
    )
    rows = {
        row.record: values(row)
        for row in read(tmp_path, gazetteer, office("British Embassy Andorra la Vella"), other)
    }
    assert rows["GB AD Andorra la Vella embassy"]["phones"] == ["+442079460123"]
    assert rows["GB ES Barcelona consulate general"]["phones"] == ["+442079460199"]
