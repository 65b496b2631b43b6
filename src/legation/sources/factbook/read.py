"""Read the pages of the book: each mission and each consulate that is named becomes a row."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from legation.errors import InputError, StopSource
from legation.model.codes import PostKind
from legation.model.place import Place
from legation.places import Gazetteer
from legation.places.text import fold
from legation.sources.draft import Draft
from legation.sources.factbook.cities import Named, find_named, parse_cities
from legation.sources.factbook.prose import (
    MAIL,
    SITE,
    parse_address,
    parse_numbers,
    parse_point,
    plain,
    says_no_post,
)
from legation.sources.row import Row
from legation.sources.say import say_emails, say_phones, say_website
from legation.sources.snapshot import Snapshot
from legation.sources.standing import find_city_of_name, spot
from legation.sources.table import check_length

SOURCE: Final = "factbook"
NAMES: Final = Path(__file__).with_name("names.toml")
CONSULATES: Final[dict[str, PostKind]] = {
    "consulate(s) general": "consulate general",
    "consulate general": "consulate general",
    "consul general(s)": "consulate general",
    "consulate(s)": "consulate",
    "consulates": "consulate",
    "consulate": "consulate",
    "honorary consulate(s)": "honorary consulate",
    "consular agency(ies)": "consulate",
    "consular agency": "consulate",
}
TOWN: Final = 100_000
"""A part of an address that is the name of so large a city is not a street's."""


class Entry(msgspec.Struct, frozen=True):
    """A field of a page."""

    text: str = ""


Section = dict[str, Entry | str | int]


class Government(msgspec.Struct, frozen=True):
    """The part of a page that is read."""

    names: Section = msgspec.field(default_factory=dict, name="Country name")
    here: Section = msgspec.field(default_factory=dict, name="Diplomatic representation in the US")
    abroad: Section = msgspec.field(default_factory=dict, name="Diplomatic representation from the US")


class Page(msgspec.Struct, frozen=True):
    """A page on one country or territory."""

    government: Government = msgspec.field(default_factory=Government, name="Government")


def read(snapshot: Snapshot, gazetteer: Gazetteer) -> Iterator[Row]:
    """Read every page of a snapshot; see `legation.sources.row.Reader`."""
    for path in snapshot.paths:
        if path.parent.name != "meta":
            yield from read_page(path, parse_page(path), snapshot.seen, gazetteer)


def parse_page(path: Path) -> Page:
    """Decode a page.

    Raises:
        StopSource: not a page of the book.
    """
    try:
        page = msgspec.json.decode(path.read_bytes(), type=Page)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        message = f"{path} is not a page of the book: {error}. Capture it anew, or remove it."
        raise StopSource("unfit-snapshot", message, SOURCE, path.name) from error
    for section in (page.government.here, page.government.abroad):
        for said in texts(section).values():
            check_length(said, path, SOURCE)
    return page


def read_page(path: Path, page: Page, seen: str, gazetteer: Gazetteer) -> Iterator[Row]:
    """The rows of a page: the mission here and its consulates, the American one there and its consulates."""
    fields = page.government
    if not fields.here and not fields.abroad:
        return
    place = find_place(path.stem, texts(fields.names), gazetteer)
    if place is None:
        yield Row(path.stem, path.name, set_aside="a page on no place of the register")
        return
    if place.kind == "territory":
        # What stands under "embassy" on such a page is a consulate or a bureau, and the page does not say which.
        yield Row(path.stem, path.name, set_aside="a page on a territory, which has no missions")
        return
    code = place.code
    yield from _read_mission(path.stem, path.name, texts(fields.here), (code, "US"), seen, gazetteer)
    yield from _read_mission(path.stem, path.name, texts(fields.abroad), ("US", code), seen, gazetteer)


def texts(section: Section) -> dict[str, str]:
    """The fields of a section as plain text; counters are none."""
    said = {name: value.text if isinstance(value, Entry) else value for name, value in section.items()}
    return {name: value for name, value in said.items() if isinstance(value, str)}


def find_place(stem: str, names: dict[str, str], gazetteer: Gazetteer) -> Place | None:
    """The place that a page is about, by the names it gives."""
    for said in (stem, *(plain(names.get(f"conventional {form} form", "")) for form in ("short", "long"))):
        if code := _known_names().get(said):
            return gazetteer.get_place(code)
        if said in ("", "none", stem):
            continue
        try:
            match = gazetteer.parse_place(said)
        except InputError:
            continue
        if match.city is None and not match.guess:
            return match.place
    return None


@cache
def _known_names() -> dict[str, str]:
    return msgspec.toml.decode(NAMES.read_bytes(), type=dict[str, str])


def _read_mission(
    stem: str, locator: str, said: dict[str, str], states: tuple[str, str], seen: str, gazetteer: Gazetteer
) -> Iterator[Row]:
    """The embassy of one state in the other, then its consulates there."""
    sending, receiving = states
    consulates = {field: said.pop(field) for field in CONSULATES if field in said}
    draft = Draft(said, SOURCE, seen, f"{stem}/{sending}-{receiving}", locator)
    door = plain(said.pop("chancery", "") or said.pop("embassy", ""))
    if sending == receiving or not door or says_no_post(door):
        yield draft.set_aside(f"no embassy: {door[:60] or plain(said.get('text', 'nothing said'))[:60]}")
    else:
        yield _embassy(draft, door, sending, receiving, gazetteer)
    for field, cities in consulates.items():
        for named in parse_cities(plain(cities)):
            record = f"{stem}/{sending}-{receiving}/{field}/{named.name}"
            draft = Draft({}, SOURCE, seen, record, locator)
            yield _consulate(draft, CONSULATES[field], named, states, gazetteer)


def _embassy(draft: Draft, door: str, sending: str, receiving: str, gazetteer: Gazetteer) -> Row:
    draft.say("kind", "nunciature" if sending == "VA" else "embassy")
    draft.say("sending", sending)
    draft.say("receiving", receiving)
    point = parse_point(door)
    address = "" if point else parse_address(door)
    _say_city(draft, address, receiving, gazetteer)
    draft.say("position", point or "")
    draft.say("address", "" if find_city_of_name(gazetteer, address, receiving) else address)
    draft.say("accredited", [receiving])
    say_phones(draft, "phones", parse_numbers(plain(draft.cells.pop("telephone", "")), receiving), receiving)
    ways = plain(draft.cells.pop("email address and website", ""))
    say_emails(draft, MAIL.findall(ways))
    say_website(draft, SITE.findall(ways))
    return draft.mapped()


def _say_city(draft: Draft, address: str, receiving: str, gazetteer: Gazetteer) -> None:
    """Say the city of an address when one of its parts surely is one: else the only embassy there must be meant."""
    for part in reversed(re.split(r"[,;]| - ", address)):
        name = " ".join(re.sub(r"\b[A-Z]{0,3}[\d-]*\d[\w-]*\b|\bDC?\b", " ", part).split()).strip(" .-")
        city = find_city_of_name(gazetteer, name, receiving) if name else None
        if city and (city.capital or city.population >= TOWN):
            break
    else:
        seat = gazetteer.capital(receiving)
        city = seat if seat and f" {fold(seat.name)} " in f" {fold(address)} " else None
    if city:
        draft.derive("near", "{:.5f},{:.5f}".format(*spot(city)), "city")
        draft.say("city", city.name)


def _consulate(
    draft: Draft, kind: PostKind, named: Named, states: tuple[str, str], gazetteer: Gazetteer
) -> Row:
    if named.at_rest:
        return draft.set_aside(f"listed as {named.bracket}, to be reviewed")
    found = find_named(named, states[1], gazetteer)
    if found is None or found[0] == states[0]:
        return draft.set_aside(f"no city is known by the name {named.name}")
    place, city = found
    draft.say("kind", kind)
    draft.say("sending", states[0])
    draft.say("receiving", place)
    draft.say("city", city.name)
    draft.derive("near", "{:.5f},{:.5f}".format(*spot(city)), "city")
    return draft.mapped()
