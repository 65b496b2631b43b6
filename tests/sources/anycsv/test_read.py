"""An invented ministry's list of invented posts; cities and states are real."""

from pathlib import Path

import pytest

from legation.errors import StopSource
from legation.model.claims import Value
from legation.places import Gazetteer
from legation.sources.anycsv.columns import parse_columns
from legation.sources.anycsv.read import reader_of
from legation.sources.row import Row
from legation.sources.snapshot import Snapshot

COLUMNS = """
delimiter = "|"
separator = " / "
constant = { sending = "CH" }
set_aside = { "Mission" = "a mission to an organisation" }

[column]
record = "Nr"
kind = "Art"
receiving = "Land"
city = "Ort"
phones = "Telefon"
emergency_phones = "Notfall"
emails = "Mail"
website = "Web"
hours = "Zeiten"
address = "Adresse"
latitude = "Breite"
longitude = "Länge"
accredited = "Zuständig"
districts = "Bezirk"

[kind]
"Botschaft" = "embassy"
"Generalkonsulat" = "consulate general"

[state]
"Bundesrepublik" = "DE"
"""
ROW = {
    "Nr": "17",
    "Art": "Generalkonsulat",
    "Land": "Bundesrepublik",
    "Ort": "München",
    "Telefon": "+1 202 555 0123 / +1 202 555 0124",
    "Notfall": "+1 202 555 0199",
    "Mail": "post@example.org",
    "Web": "www.example.org",
    "Zeiten": "Mon to Fri 9:00-12:00",
    "Adresse": "Erfundene Strasse 1",
    "Breite": "",
    "Länge": "",
    "Zuständig": "Germany / Austria",
    "Bezirk": "Bayern / Hamburg",
    "Leitung": "Niemand",
}


def read_row(folder: Path, gazetteer: Gazetteer, **change: str) -> Row:
    (folder / "columns.toml").write_text(COLUMNS, encoding="utf-8")
    path = folder / "list-2026.csv"
    row = ROW | change
    path.write_text("|".join(row) + "\n" + "|".join(row.values()) + "\n", encoding="utf-8")
    read = reader_of(parse_columns(folder / "columns.toml", "invented"))
    (found,) = read(Snapshot("invented", "2026-01-01", (path,)), gazetteer)
    return found


def values(row: Row) -> dict[str, Value]:
    return {claim.field: claim.value for claim in row.claims}


def test_a_row_becomes_claims(tmp_path: Path, gazetteer: Gazetteer) -> None:
    row = read_row(tmp_path, gazetteer)
    assert (row.record, {claim.source for claim in row.claims}) == ("17", {"invented", "derived"})
    assert values(row) == {
        "kind": "consulate general",
        "sending": "CH",
        "receiving": "DE",
        "city": "Munich",
        "near": "48.13743,11.57549",
        "phones": ["+12025550123", "+12025550124"],
        "emergency_phones": ["+12025550199"],
        "emails": ["post@example.org"],
        "website": "https://www.example.org",
        "hours": "Mon to Fri 9:00-12:00",
        "address": "Erfundene Strasse 1",
        "accredited": ["AT", "DE"],
        "districts": ["Bayern", "Hamburg"],
    }
    assert [(remark.code, remark.value) for remark in row.remarks] == [("leftover", "Leitung")]


def test_a_point_is_weighed_against_the_country(tmp_path: Path, gazetteer: Gazetteer) -> None:
    assert values(read_row(tmp_path, gazetteer, Breite="48.14", Länge="11.58"))["position"] == "48.14,11.58"
    wrong = read_row(tmp_path, gazetteer, Breite="0.0", Länge="x")
    assert "position" not in values(wrong)
    assert ("position", "0.0,x") in {(remark.code, remark.value) for remark in wrong.remarks}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"Art": "Mission"}, "a mission to an organisation"),
        ({"Art": "Kiosk"}, "Kiosk is not in the [kind] of columns.toml"),
        ({"Land": "Mordor"}, "Mordor is no state: add it to the [state] of columns.toml"),
        ({"Land": "CH"}, "stands in the sending state itself"),
        ({"Nr": ""}, "nothing identifies the row"),
    ],
)
def test_what_cannot_be_told_is_set_aside(
    tmp_path: Path, gazetteer: Gazetteer, change: dict[str, str], reason: str
) -> None:
    row = read_row(tmp_path, gazetteer, **change)
    assert (row.claims, row.set_aside) == ((), reason)


@pytest.mark.parametrize(
    ("columns", "fault"),
    [
        ('column = { record = "Nr" }', "nothing states kind, sending, receiving"),
        ('column = { colour = "Farbe" }', "Invalid enum value"),
        (COLUMNS + '"x" = 1', "Expected `str`"),
        (COLUMNS.replace('"embassy"', '"palace"'), "palace"),
        (COLUMNS.replace('delimiter = "|"', 'delimiter = "||"'), "a delimiter is one character"),
    ],
)
def test_a_faulty_mapping_is_refused(tmp_path: Path, columns: str, fault: str) -> None:
    (tmp_path / "columns.toml").write_text(columns, encoding="utf-8")
    with pytest.raises(StopSource, match=fault):
        parse_columns(tmp_path / "columns.toml", "invented")


def test_hostile_cells_end_as_harmless_text(tmp_path: Path, gazetteer: Gazetteer) -> None:
    hostile = {
        "Web": "javascript:alert(1)",
        "Adresse": "=1+1\u202e<b>x</b>",
        "Telefon": " / ".join(["+1 202 555 0123"] * 500),
        "Mail": "@SUM(A1:A9)",
    }
    said = values(read_row(tmp_path, gazetteer, **hostile))
    assert {"website", "emails"}.isdisjoint(said)
    assert said["address"] == "=1+1<b>x</b>"
    assert said["phones"] == ["+12025550123"]


def test_a_list_without_its_columns_stops(tmp_path: Path, gazetteer: Gazetteer) -> None:
    (tmp_path / "columns.toml").write_text(COLUMNS, encoding="utf-8")
    path = tmp_path / "list-2026.csv"
    path.write_text("a|b\n")
    read = reader_of(parse_columns(tmp_path / "columns.toml", "invented"))
    with pytest.raises(StopSource, match="lacks the column"):
        list(read(Snapshot("invented", "2026-01-01", (path,)), gazetteer))
