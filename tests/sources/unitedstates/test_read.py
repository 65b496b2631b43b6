"""Pages in the form of the captures; states and cities are real, posts and contacts are not."""

from pathlib import Path

import pytest

from legation.errors import StopSource
from legation.places import Gazetteer
from legation.sources.snapshot import Snapshot
from legation.sources.unitedstates.read import read
from tests.sources.reading import read_pages, read_rows, values

HEAD = """# Embassies and Consulates

[#### Embassies and Consulates](javascript:void(0); "Embassies and Consulates")

"""
GERMANY = (
    HEAD
    + """[**U.S. Embassy Berlin**](https://example.org/berlin/?_ga=2.1)**1 Invented Street
10117 Berlin
Germany
Telephone:** +(49) (30) 5550-0123
**Emergency After-Hours Telephone:** 1-202-555-0199 and dial 1
**Fax:** +(49) (30) 5550-0124
**Email:** [Berlin@example.org](mailto:other@example.org)The consular district includes Berlin, Brandenburg, and Saxony.

## Consulates

[U.S. CONSULATE GENERAL MUNICH](https://example.org/munich)2 Invented Street
80539 Munich
Telephone: 011-49-30-5550-0125
Emergency: Please contact the U.S. Embassy in Berlin
Business Hours: Monday to Friday 9 am to 4 pm

**Consular Agencies**

[**Hamburg**](https://example.org/hamburg)3 Invented Street
20457 Hamburg

[**U.S. Mission to the Invented Organization**](https://example.org/io)
Telephone: +1 202 555 0100
"""
)
ANDORRA = (
    HEAD
    + """[U.S. Embassy Berlin](https://example.org/)
10117 Berlin, Germany
Telephone: +1 202 555 0111

The U.S. Embassy in Moscow suspended operations on March 11, 2019.

From outside the United States: 1-202-501-4444
"""
)


def test_every_fact_of_an_entry_is_read(tmp_path: Path, gazetteer: Gazetteer) -> None:
    row = read_pages("unitedstates", tmp_path, gazetteer, {"Germany.md": GERMANY})["US DE Berlin embassy"]
    said = values(row)
    assert row.locator == "Germany.md:5"
    assert (said["kind"], said["sending"], said["receiving"], said["city"]) == (
        "embassy",
        "US",
        "DE",
        "Berlin",
    )
    assert said["address"] == "1 Invented Street, 10117 Berlin, Germany"
    assert said["phones"] == ["+493055500123"]
    assert said["emergency_phones"] == ["+12025550199"]
    assert said["emails"] == ["Berlin@example.org"]
    assert said["website"] == "https://example.org/berlin/"
    assert said["districts"] == ["Berlin", "Brandenburg", "Saxony"]
    assert {remark.value for remark in row.remarks if remark.code == "leftover"} == {"fax", "prose"}


def test_consulates_agencies_and_what_is_none(tmp_path: Path, gazetteer: Gazetteer) -> None:
    rows = read_rows("unitedstates", tmp_path, gazetteer, {"Germany.md": GERMANY})
    said = {row.record: values(row) for row in rows if row.claims}
    assert said["US DE Munich consulate general"]["phones"] == ["+493055500125"]
    assert said["US DE Munich consulate general"]["hours"] == "Monday to Friday 9 am to 4 pm"
    assert said["US DE Hamburg consulate"]["website"] == "https://example.org/hamburg"
    assert [row.set_aside for row in rows if row.set_aside] == [
        "no post that a list of posts could hold: U.S. Mission to the Invented Organization"
    ]
    remarks = {remark.value for row in rows for remark in row.remarks if remark.code == "no number"}
    assert remarks == {"Germany.md:15 Please contact the U.S. Embassy in Berlin"}


def test_the_page_of_the_place_itself_is_believed(tmp_path: Path, gazetteer: Gazetteer) -> None:
    rows = read_rows("unitedstates", tmp_path, gazetteer, {"Andorra.md": ANDORRA, "Germany.md": GERMANY})
    berlin = next(row for row in rows if row.record == "US DE Berlin embassy")
    assert values(berlin)["phones"] == ["+493055500123"]
    assert "phones: Andorra.md:5 says +12025550111" in {remark.value for remark in berlin.remarks}
    closed = next(row for row in rows if row.record == "US RU Moscow embassy")
    assert values(closed)["closed"] == "2019-03-11"
    helped = next(row for row in rows if row.record == "AD" and row.about == "place")
    assert values(helped) == {"helped-by": ["US Berlin, DE", "US Moscow, RU"]}


def test_an_entry_without_a_name_is_the_embassy(tmp_path: Path, gazetteer: Gazetteer) -> None:
    text = HEAD + "**1 Invented Street,\nAndorra la Vella, Andorra\nPhone:** +1 202 555 0123\n"
    rows = read_pages("unitedstates", tmp_path, gazetteer, {"Andorra.md": text})
    assert values(rows["US AD Andorra la Vella embassy"])["phones"] == ["+12025550123"]


def test_a_line_of_the_ministry_is_no_line_of_the_post(tmp_path: Path, gazetteer: Gazetteer) -> None:
    text = HEAD + "[U.S. Embassy Berlin](https://example.org/)\nTelephone: 1-202-501-4444\n"
    rows = read_pages("unitedstates", tmp_path, gazetteer, {"Germany.md": text})
    assert "phones" not in values(rows["US DE Berlin embassy"])


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("Atlantis.md", HEAD, "a page of a place that is not on the register"),
        ("Germany.md", HEAD, "a page that names no post"),
    ],
)
def test_pages_set_aside(tmp_path: Path, gazetteer: Gazetteer, name: str, content: str, reason: str) -> None:
    (row,) = read_rows("unitedstates", tmp_path, gazetteer, {name: content})
    assert row.set_aside == reason


@pytest.mark.parametrize(
    "content", [b"", b"<html>Sorry</html>", b"\xff\xfe\x00", b"# Embassies and Consulates" + b" x" * 200_000]
)
def test_a_torn_page_stops_the_source(tmp_path: Path, gazetteer: Gazetteer, content: bytes) -> None:
    path = tmp_path / "Germany.md"
    path.write_bytes(content)
    with pytest.raises(StopSource, match="legation update unitedstates"):
        list(read(Snapshot("unitedstates", "2026-01-31", (path,)), gazetteer))


def test_hostile_values_end_as_harmless_text(tmp_path: Path, gazetteer: Gazetteer) -> None:
    text = HEAD + (
        "[U.S. Embassy Berlin](javascript:alert(1))\n=cmd|' /C calc'!A0 \u202e<script>\nBerlin, Germany\n"
        "Website: [x](data:text/html,1)\nTelephone: "
        + "+1 202 555 0123 " * 500
        + "\nEmail: <script>@example.org\n"
    )
    said = values(
        read_pages("unitedstates", tmp_path, gazetteer, {"Germany.md": text})["US DE Berlin embassy"]
    )
    assert "website" not in said
    assert "phones" not in said
    assert "emails" not in said
    assert said["address"] == "=cmd|' /C calc'!A0 <script>, Berlin, Germany"


def test_when_a_number_is_answered_is_said_as_that(tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = GERMANY.replace(
        "+(49) (30) 5550-0123",
        "+(49) (30) 5550-0123 (Monday - Thursday 8 a.m. – 5 p.m., Friday 8 a.m. – 12:30p.m.)",
    )
    said = values(
        read_pages("unitedstates", tmp_path, gazetteer, {"Germany.md": page})["US DE Berlin embassy"]
    )
    assert said["hours"] == "Telephone: Monday - Thursday 8 a.m. – 5 p.m., Friday 8 a.m. – 12:30p.m."
    assert said["phones"] == ["+493055500123"]


@pytest.mark.parametrize("place", ["Germany", "Munich, Germany"])
def test_a_city_or_a_country_alone_is_no_address(place: str, tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = GERMANY.replace("2 Invented Street\n80539 Munich", place)
    said = values(
        read_pages("unitedstates", tmp_path, gazetteer, {"Germany.md": page})[
            "US DE Munich consulate general"
        ]
    )
    assert "address" not in said
