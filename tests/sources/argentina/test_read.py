"""Rows in the shape of the Argentine list; cities are real, posts, people and contacts invented."""

import csv
from pathlib import Path

import pytest

from legation.errors import StopSource
from legation.model.claims import Value
from legation.places import Gazetteer
from legation.sources.argentina.accredited import parse_states
from legation.sources.argentina.districts import parse_districts
from legation.sources.argentina.numbers import find_numbers
from legation.sources.argentina.read import read
from legation.sources.row import Row
from legation.sources.snapshot import Snapshot

ROW = {
    "sede_id": "CDALL",
    "sede_desc_ingles": "Consulate  General  and  Promotion  Center  in  Dallas",
    "pais_iso_2": "US",
    "ciudad_ingles": "Dallas",
    "estado": "Activo",
    "titular_nombre": "Fulana",
    "direccion": "100  Invented  Street",
    "codigo_postal": "75000",
    "telefono_principal": "00  1  (202)  555  0101  (Sección  Consular)",
    "telefonos_adicionales": "",
    "celular_guardia": "emergencias:  +1  202  555  0199  whatsapp",
    "celulares_adicionales": "",
    "correo_electronico": "post@example.org / visas@example.org;",
    "correos_electronicos_adicionales": "",
    "sitio_web": "post.example.org",
    "sitios_web_adicionales": "",
    "atencion_dia_desde": "Lunes",
    "atencion_dia_hasta": "Viernes",
    "atencion_hora_desde": "09:00:00",
    "atencion_hora_hasta": "13:00:00",
    "atencion_comentario": "con  cita  previa",
    "concurrencias": "BAHAMASBELICE",
    "circunscripcion": "Estados  de  Texas  y  Oklahoma,  excepto  Houston  que  tiene  lo  suyo",
}


def read_rows(folder: Path, gazetteer: Gazetteer, *changes: dict[str, str]) -> list[Row]:
    path = folder / "lista-sedes-datos-2025.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(ROW))
        table.writeheader()
        table.writerows(ROW | change for change in changes)
    return list(read(Snapshot("argentina", "2025-01-01", (path,)), gazetteer))


def values(row: Row) -> dict[str, Value]:
    return {claim.field: claim.value for claim in row.claims}


def read_values(folder: Path, gazetteer: Gazetteer, **change: str) -> dict[str, Value]:
    (row,) = read_rows(folder, gazetteer, change)
    return values(row)


def test_a_whole_row_becomes_claims(tmp_path: Path, gazetteer: Gazetteer) -> None:
    (row,) = read_rows(tmp_path, gazetteer, {})
    assert (row.record, row.locator, row.set_aside) == ("CDALL", "lista-sedes-datos-2025.csv:2", None)
    assert values(row) == {
        "kind": "consulate general",
        "sending": "AR",
        "receiving": "US",
        "near": "32.78306,-96.80667",
        "city": "Dallas",
        "phones": ["+12025550101"],
        "emergency_phones": ["+12025550199"],
        "emails": ["post@example.org", "visas@example.org"],
        "website": "https://post.example.org",
        "address": "100 Invented Street, 75000",
        "hours": "Lunes a Viernes 09:00 a 13:00\ncon cita previa",
        "accredited": ["BS", "BZ", "US"],
        "districts": ["Texas", "Oklahoma", "Oklahoma City", "-Houston"],
    }
    assert [(remark.code, remark.value) for remark in row.remarks] == [("leftover", "titular_nombre")]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"sede_desc_ingles": "Permanent Mission to an Organisation"}, "a mission to an organisation"),
        ({"sede_desc_ingles": "Argentines abroad"}, "an office at home"),
        ({"sede_desc_ingles": "Library in Dallas"}, "Library in Dallas is not in mapping.toml"),
        ({"pais_iso_2": "ZZ"}, "country ZZ is not on the register"),
        ({"estado": "Inactivo"}, "listed as Inactivo, to be reviewed"),
    ],
)
def test_what_is_no_open_post_to_a_state_is_set_aside(
    tmp_path: Path, gazetteer: Gazetteer, change: dict[str, str], reason: str
) -> None:
    (row,) = read_rows(tmp_path, gazetteer, change)
    assert (row.claims, row.set_aside) == ((), reason)


def test_an_empty_form_says_no_hours(tmp_path: Path, gazetteer: Gazetteer) -> None:
    empty = {"atencion_hora_desde": "00:00:00", "atencion_hora_hasta": "00:00:00", "atencion_comentario": ""}
    assert "hours" not in read_values(tmp_path, gazetteer, **empty)


@pytest.mark.parametrize(
    ("country", "city", "receiving", "known"),
    [
        ("CN", "Hong Kong", "HK", "Hong Kong"),
        ("CN", "Taiwan", "TW", "Taipei"),
        ("UK", "London", "GB", "London"),
    ],
)
def test_places_that_the_list_files_elsewhere(
    tmp_path: Path, gazetteer: Gazetteer, country: str, city: str, receiving: str, known: str
) -> None:
    said = read_values(tmp_path, gazetteer, pais_iso_2=country, ciudad_ingles=city)
    assert (said["receiving"], said["city"]) == (receiving, known)


def test_a_number_filled_in_from_the_row_above_is_left_out(tmp_path: Path, gazetteer: Gazetteer) -> None:
    madrid = {"sede_id": "CMADR", "pais_iso_2": "ES", "ciudad_ingles": "Madrid"}
    own, copied = read_rows(tmp_path, gazetteer, {}, madrid)
    assert values(own)["phones"] == ["+12025550101"]
    assert "phones" not in values(copied)
    assert {remark.value for remark in copied.remarks if remark.code == "number of another post"} == {
        "+12025550101",
        "+12025550199",
    }


@pytest.mark.parametrize(
    ("said", "place", "numbers"),
    [
        ("(1-202) 555 0101", "US", ["+12025550101"]),
        ("1 202 555 0101 (ARGE)", "US", ["+12025550101"]),
        ("00 1 202 555 0101 / 00 1 202 555 0102", "US", ["+12025550101", "+12025550102"]),
        ("+1 202 555 0101 - ONLY IN DISTRESS / NOT VISAS", "US", ["+12025550101"]),
        ("Mensajes/Whatsapp: +1 202 555 0101", "US", []),
        ("+1 202 555 01", "US", ["+1 202 555 01"]),
        ("-", "US", []),
    ],
)
def test_numbers_as_posts_write_them(said: str, place: str, numbers: list[str]) -> None:
    assert find_numbers(said, place) == numbers


def test_a_number_that_no_plan_knows_is_kept_and_marked(tmp_path: Path, gazetteer: Gazetteer) -> None:
    (row,) = read_rows(tmp_path, gazetteer, {"telefono_principal": "+1 202 555 01"})
    assert values(row)["phones"] == ["+1 202 555 01"]
    assert ("phone", "+1 202 555 01") in {(remark.code, remark.value) for remark in row.remarks}


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("SALOMÓN, ISLASVANUATU", ["SB", "VU"]),
        ("MICRONESIAMARSHALL, ISLAS", ["FM", "MH"]),
        ("TOGOREPÚBLICA DEL CONGO", ["TG", "CG"]),
        ("GEORGIA", ["GE"]),
        ("", []),
    ],
)
def test_states_glued_and_turned_round(gazetteer: Gazetteer, said: str, codes: list[str]) -> None:
    assert parse_states(said, gazetteer) == codes


def test_what_is_no_state_is_named(gazetteer: Gazetteer) -> None:
    with pytest.raises(ValueError, match="09:00 a 14:00"):
        parse_states("CHILE, 09:00 a 14:00 hs.", gazetteer)


@pytest.mark.parametrize(
    ("said", "names"),
    [
        (
            "Aceguá;  Água  Santa;  Porto  Alegre  (capital  estatal);",
            ["Aceguá", "Água Santa", "Porto Alegre"],
        ),
        ("Provincias de Ciudad Real, La Rioja y Ávila", ["Ciudad Real", "La Rioja", "Ávila"]),
        ("La oficina cumple un rol facilitador para toda tramitación", []),
        ("- - - -", []),
    ],
)
def test_districts_out_of_prose(gazetteer: Gazetteer, said: str, names: list[str]) -> None:
    assert parse_districts(said, "AQ", gazetteer) == names


def test_a_city_in_a_district_is_named_as_the_gazetteer_does(gazetteer: Gazetteer) -> None:
    assert parse_districts("Ciudad de Hamburgo", "DE", gazetteer) == ["Hamburgo", "Hamburg"]


def test_hostile_cells_end_as_harmless_text(tmp_path: Path, gazetteer: Gazetteer) -> None:
    hostile = {
        "ciudad_ingles": "Dal\u202elas\x00<script>alert(1)</script>",
        "sitio_web": "javascript:alert(1)",
        "correo_electronico": '"><img src=x onerror=alert(1)>@example.org',
        "telefono_principal": ("+1 202 555 0101; " * 500).strip(),
        "direccion": '=HYPERLINK("https://example.org/","x")',
        "circunscripcion": "Texas;" * 1_500,
    }
    (row,) = read_rows(tmp_path, gazetteer, hostile)
    said = values(row)
    assert "city" in said
    assert "website" not in said
    assert said["phones"] == ["+12025550101"]
    assert said["districts"] == ["Texas"]
    assert not any(
        ord(character) < 32 for value in said.values() for character in str(value) if character != "\n"
    )


def test_a_file_without_its_columns_stops_the_source(tmp_path: Path, gazetteer: Gazetteer) -> None:
    path = tmp_path / "lista-sedes-datos-2025.csv"
    path.write_text("<html><body>Too many requests</body></html>\n")
    with pytest.raises(StopSource, match="lacks the column"):
        list(read(Snapshot("argentina", "2025-01-01", (path,)), gazetteer))
