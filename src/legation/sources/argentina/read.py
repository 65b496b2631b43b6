"""Read the Argentine list: each row becomes claims on one post, or is set aside with a reason."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from legation.errors import SkipRecord
from legation.places import Gazetteer
from legation.sources.argentina.accredited import parse_states
from legation.sources.argentina.districts import parse_districts
from legation.sources.argentina.mapping import longest, mapping
from legation.sources.argentina.numbers import calling_code, calling_code_of, find_numbers
from legation.sources.contact import clean, clean_lines
from legation.sources.draft import Draft
from legation.sources.row import Row
from legation.sources.say import say_emails, say_phones, say_place, say_website
from legation.sources.snapshot import Snapshot
from legation.sources.table import Line, parse_table

SOURCE: Final = "argentina"
REQUIRED: Final = frozenset(
    {
        "sede_id",
        "sede_desc_ingles",
        "pais_iso_2",
        "ciudad_ingles",
        "estado",
        "direccion",
        "telefono_principal",
    }
    | {"celular_guardia", "correo_electronico", "atencion_hora_desde", "concurrencias", "circunscripcion"}
)
MAIL = re.compile(r"[^\s,;:/<>()]+@[A-Za-z0-9.-]+[A-Za-z]")
NUMBERS: Final = {
    "phones": ("telefono_principal", "telefonos_adicionales"),
    "emergency_phones": ("celular_guardia", "celulares_adicionales"),
}
Owners = dict[str, set[str]]
"""The receiving places of the rows that state a number."""


def read(snapshot: Snapshot, gazetteer: Gazetteer) -> Iterator[Row]:
    """Read every row of a snapshot; see `legation.sources.row.Reader`."""
    lines = [line for path in snapshot.paths for line in parse_table(path, SOURCE, ",", REQUIRED)]
    owners = owners_of(lines)
    for line in lines:
        yield read_line(line, owners, snapshot.seen, gazetteer)


def owners_of(lines: list[Line]) -> Owners:
    """Where each number of a list is stated: rows have been filled in with the number of the row above."""
    owners: Owners = defaultdict(set)
    for line in lines:
        if line.cells:
            place = receiving_of(line.cells)
            for column in (column for columns in NUMBERS.values() for column in columns):
                for number in find_numbers(line.cells.get(column, ""), place):
                    owners[number].add(place)
    return owners


def receiving_of(cells: dict[str, str]) -> str:
    """The code of the receiving place of a row."""
    country, city = clean(cells["pais_iso_2"]), clean(cells["ciudad_ingles"])
    known = mapping().receiving
    return known.get(f"{country} {city}") or known.get(country, country)


def read_line(line: Line, owners: Owners, seen: str, gazetteer: Gazetteer) -> Row:
    """Map one line, or set it aside."""
    if line.cells is None:
        return Row(line.locator, line.locator, set_aside="wrong number of fields")
    cells = dict(line.cells)
    receiving = receiving_of(cells)
    draft = Draft(cells, SOURCE, seen, clean(cells.pop("sede_id")), line.locator)
    try:
        _say_post(draft, receiving, gazetteer)
    except SkipRecord as skip:
        return draft.set_aside(skip.message)
    _say_contacts(draft, receiving, owners)
    _say_hours(draft)
    _say_reach(draft, receiving, gazetteer)
    return draft.mapped()


def _say_post(draft: Draft, receiving: str, gazetteer: Gazetteer) -> None:
    name = draft.pop("sede_desc_ingles")
    if aside := longest(mapping().set_aside, name):
        raise SkipRecord("no-post", mapping().set_aside[aside], SOURCE, draft.locator)
    kind = longest(mapping().kind, name)
    if kind is None:
        raise SkipRecord("unknown-kind", f"{name} is not in mapping.toml", SOURCE, draft.locator)
    if gazetteer.get_place(receiving) is None:
        raise SkipRecord(
            "unknown-place", f"country {receiving} is not on the register", SOURCE, draft.locator
        )
    state = draft.pop("estado")
    if state != "Activo":
        # A list that still calls closed posts active opens none; one that it calls inactive is for a person to look at.
        raise SkipRecord("inactive", f"listed as {state}, to be reviewed", SOURCE, draft.locator)
    if "temporariamente" in draft.cells["direccion"].lower():
        raise SkipRecord("elsewhere", "works from elsewhere for now, to be reviewed", SOURCE, draft.locator)
    draft.pop("pais_iso_2")
    draft.say("kind", mapping().kind[kind])
    draft.say("sending", "AR")
    draft.say("receiving", receiving)
    city = draft.pop("ciudad_ingles")
    say_place(draft, gazetteer, mapping().city.get(city, city), receiving)


def _say_contacts(draft: Draft, receiving: str, owners: Owners) -> None:
    for field, columns in NUMBERS.items():
        said = [number for column in columns for number in find_numbers(draft.pop(column), receiving)]
        say_phones(
            draft, field, [one for one in said if not _is_copied(draft, one, receiving, owners)], receiving
        )
    columns = ("correo_electronico", "correos_electronicos_adicionales")
    say_emails(draft, [match[0] for column in columns for match in MAIL.finditer(draft.pop(column))])
    say_website(draft, [draft.pop("sitio_web"), draft.pop("sitios_web_adicionales")])
    street, code = draft.pop("direccion"), draft.pop("codigo_postal")
    is_code = bool(re.search(r"[0-9]", code)) and code.strip("0- ") != "" and code not in street
    draft.say("address", f"{street}, {code}" if street and is_code else street)


def _is_copied(draft: Draft, number: str, receiving: str, owners: Owners) -> bool:
    """Whether a number is foreign here and at home in another row: Atlanta's, filled in for Barcelona."""
    code = calling_code(number)
    if code is None or code == calling_code_of(receiving):
        return False
    copied = any(calling_code_of(place) == code for place in owners[number] - {receiving})
    if copied:
        draft.remark("number of another post", number)
    return copied


def _say_hours(draft: Draft) -> None:
    days = " a ".join(filter(None, (draft.pop("atencion_dia_desde"), draft.pop("atencion_dia_hasta"))))
    since, until = draft.pop("atencion_hora_desde")[:5], draft.pop("atencion_hora_hasta")[:5]
    # Midnight to midnight is a form that nobody filled in.
    times = f"{since} a {until}" if since and until and since != until else ""
    comment = clean(draft.cells.pop("atencion_comentario", ""))
    draft.say("hours", clean_lines(f"{days if times else ''} {times}\n{comment}"))


def _say_reach(draft: Draft, receiving: str, gazetteer: Gazetteer) -> None:
    """Say which further states and which districts it serves."""
    said = draft.pop("concurrencias")
    try:
        if states := parse_states(said, gazetteer):
            draft.say("accredited", sorted({receiving, *states} - {"AR"}))
    except ValueError as error:
        draft.remark("concurrencias", str(error))
    draft.say("districts", parse_districts(draft.cells.pop("circunscripcion", ""), receiving, gazetteer))
