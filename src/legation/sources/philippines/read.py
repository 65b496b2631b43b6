"""Read the list: embassies and consulates become claims, organisations are set aside."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from legation.errors import InputError, SkipRecord, StopSource
from legation.model.codes import PostKind
from legation.places import Gazetteer
from legation.places.text import fold
from legation.sources.contact import clean
from legation.sources.draft import Draft
from legation.sources.philippines.numbers import parse_numbers
from legation.sources.row import Row
from legation.sources.say import say_emails, say_phones, say_place, say_website
from legation.sources.snapshot import Snapshot
from legation.sources.standing import find_named_city
from legation.sources.table import check_length

SOURCE: Final = "philippines"
EMBASSIES: Final = "Diplomatic Mission"
ORGANISATIONS: Final = "International Organization"
STATES: Final = {
    "KOREA": "KR",
    "CONGO": "CG",
    "COTE D' IVOIRE": "CI",
    "GEORGIA": "GE",
    "SOVEREIGN MILITARY ORDER OF MALTA": "XM",
}
PROVINCES: Final = frozenset(
    {"albay", "aurora", "bataan", "batangas", "bulacan", "cavite", "cebu", "laguna", "palawan", "pampanga"}
    | {"pangasinan", "rizal", "tarlac", "zambales"}
)
"""Names that end an address after the town, some of them also names of a city."""
BRACKET = re.compile(r"\(([^()]+)\)\s*$")


def read(snapshot: Snapshot, gazetteer: Gazetteer) -> Iterator[Row]:
    """Read every entry of a snapshot; see `legation.sources.row.Reader`."""
    for path in snapshot.paths:
        for section, entries in parse_list(path).items():
            for number, entry in enumerate(entries, start=1):
                yield read_entry(section, number, entry, path.name, snapshot.seen, gazetteer)


def parse_list(path: Path) -> dict[str, list[dict[str, str | None]]]:
    """Decode the list.

    Raises:
        StopSource: not a list of entries by section.
    """
    try:
        listed = msgspec.json.decode(path.read_bytes(), type=dict[str, list[dict[str, str | None]]])
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        message = f"{path} is not the diplomatic list: {error}. Capture it anew, or remove it."
        raise StopSource("unfit-snapshot", message, SOURCE, path.name) from error
    for entry in (entry for entries in listed.values() for entry in entries):
        for said in filter(None, entry.values()):
            check_length(said, path, SOURCE)
    return listed


def read_entry(
    section: str, number: int, entry: dict[str, str | None], file: str, seen: str, gazetteer: Gazetteer
) -> Row:
    """Map one entry, or set it aside."""
    cells = {field: said for field, said in entry.items() if said is not None}
    name = clean(cells.pop("office_name", "") or cells.pop("organization_name", ""))
    country, title = clean(cells.pop("country", "")), clean(cells.pop("title", ""))
    record = f"{country}/{name}/{title}"
    draft = Draft(cells, SOURCE, seen, record, f"{file}:{section} {number}")
    try:
        draft.say("kind", kind_of(section, name, title, draft.locator))
        draft.say("sending", state_of(country, gazetteer, draft.locator))
    except SkipRecord as skip:
        return draft.set_aside(skip.message)
    draft.say("receiving", "PH")
    address = draft.pop("address")
    say_place(draft, gazetteer, city_of(address, name, gazetteer), "PH")
    draft.say("address", address)
    say_phones(draft, "phones", parse_numbers(draft.pop("contact")), "PH")
    say_emails(draft, [part.strip() for part in re.split(r"[;,]|\s/\s", draft.pop("email")) if part.strip()])
    say_website(draft, [draft.pop("website")])
    return draft.mapped()


def kind_of(section: str, name: str, title: str, locator: str) -> PostKind:
    """The kind of a post: the consul's title says whether the office is honorary (a.h., ad honorem).

    Raises:
        SkipRecord: an organisation, a delegation.
    """
    if section == ORGANISATIONS or name.startswith("Delegation"):
        raise SkipRecord("no-state", "an organisation", SOURCE, locator)
    if section == EMBASSIES:
        return (
            "nunciature" if "Nunciature" in name else "high commission" if "High Comm" in name else "embassy"
        )
    if "a.h." in title:
        return "honorary consulate"
    return "consulate general" if "Consulate General" in name or "Consul General" in title else "consulate"


def state_of(country: str, gazetteer: Gazetteer, locator: str) -> str:
    """The code of a sending state.

    Raises:
        SkipRecord: no state by that name.
    """
    if code := STATES.get(country):
        return code
    try:
        match = gazetteer.parse_place(country)
    except InputError as error:
        raise SkipRecord("unknown-state", f"{country or 'nobody'} is no state", SOURCE, locator) from error
    if match.city is not None or match.guess:
        raise SkipRecord("unknown-state", f"{country} is no state", SOURCE, locator)
    return match.place.code


def city_of(address: str, name: str, gazetteer: Gazetteer) -> str:
    """The town in an address: its last part, or the one before a province; else the one in brackets behind the name."""
    parts = [re.sub(r"\d{4}\b|\bCty\b", " ", part).strip(" .") for part in address.split(",")]
    tail = [part for part in parts if part][-2:]
    if len(tail) == 2 and fold(tail[1]) in PROVINCES:
        tail = [tail[1], tail[0]]
    bracket = BRACKET.search(name)
    for part in (
        *reversed(tail[-1:] if fold(tail[-1]) not in PROVINCES else tail),
        *([bracket[1]] if bracket else []),
    ):
        if find_named_city(gazetteer, part, "PH"):
            return part
    return next((part for part in tail if find_named_city(gazetteer, part, "PH")), "")
