"""Read the offices that are posts; a country's file also names the posts elsewhere that look after it."""

import re
from collections.abc import Iterator
from typing import Final

from legation.places import Gazetteer
from legation.sources.contact import clean
from legation.sources.pages.card import Card, House, Part
from legation.sources.pages.files import Places, places_of
from legation.sources.pages.post import Page, read_posts
from legation.sources.pages.sentences import find_closure
from legation.sources.pages.sign import OFFICE_OF, Sign, read_sign
from legation.sources.row import Row
from legation.sources.snapshot import Snapshot
from legation.sources.unitedkingdom_posts.offices import Office, Organisation, read_listing

HOUSE: Final = House("GB", lines=frozenset({"442070085000", "02070085000"}))
SUFFIX: Final = "_organisations"
PLACES: Final[dict[str, Places]] = {
    "bonaire st eustatius saba": ("BQ",),
    "british antarctic territory": ("AQ",),
    "burma": ("MM",),
    "congo": ("CG",),
    "cote d ivoire": ("CI",),
    "georgia": ("GE",),
    "pitcairn island": ("PN",),
    "saint barthelemy": ("BL",),
    "st helena ascension and tristan da cunha": ("SH",),
    "st martin": ("MF",),
    "the occupied palestinian territories": ("PS",),
    "turks and caicos islands": ("TC",),
}
CONSULAR = re.compile(
    r"(?:[A-Z][a-z]+ )?consular (?:section|services|enquiries|information|office)\b", re.IGNORECASE
)
"""A section of the post whose organisation lists it."""
EMERGENCY = re.compile(r"emergenc|24[ -]?h|out[- ]of[- ]hours|after[- ]hours|duty", re.IGNORECASE)
FAX = re.compile(r"fax|facsimile", re.IGNORECASE)
OTHER = re.compile(
    r"visa|passport|press|trade|commerc|textphone|council|defence|invest|biometric|legalis", re.IGNORECASE
)
CLOCK: Final = r"(?:[ap]\.?\s?m\b\.?|h(?:ou)?rs\b)"
EXACT: Final = rf"(?:[01]?[0-9]|2[0-4])(?:[:.]?\s?[0-5][0-9](?:\s*{CLOCK})?|\s*{CLOCK})"
TO: Final = r"\s*(?:\((?:local|GMT)[^)]{0,20}\)\s*)?(?:-|–|—|to|until|till|and)\s*"
OPENING = re.compile(
    rf"(?<![0-9/.+-])(?:{EXACT}{TO}(?:noon|midday|[0-2]?[0-9](?![0-9]{{3}}))|(?:[01]?[0-9]|2[0-4]){TO}{EXACT}(?![0-9]))"
    r"|\bby appointment only\b|\bappointments? (?:is|are) (?:required|necessary)\b",
    re.IGNORECASE,
)
"""A span of the clock, one end of it exact ("9 to 11.30", "0830 - 1530hrs"), or an appointment instead of hours."""
ASIDE = re.compile(
    r",? (?:main contact|consular (?:section|enquiries|services))\b.*|\s*:.*| (?:has|and) .*|\s*\(.*",
    re.IGNORECASE,
)
OFFICES: Final = {
    "british consular services sylhet": Sign("GB", "office", "Sylhet"),
    "british nationals assistance office goa": Sign("GB", "office", "Goa"),
}
"""Offices that help British people and are called neither consulate nor embassy."""
LONGEST: Final = 12_000
"""Characters of HTML on opening times that are read."""


def read(snapshot: Snapshot, gazetteer: Gazetteer) -> Iterator[Row]:
    """Read every file of a snapshot; see `legation.sources.row.Reader`."""
    pages = []
    for path in snapshot.paths:
        title = path.stem.removesuffix(SUFFIX).replace("-", " ")
        places = places_of(title, PLACES, gazetteer)
        if not places:
            yield Row(path.name, path.name, set_aside="a file of a place that is not on the register")
            continue
        cards: list[Card] = []
        for number, organisation in enumerate(read_listing(path, snapshot.source).results, start=1):
            yield from _unread(organisation, path.name, gazetteer, snapshot.seen)
            cards += _cards(organisation, number, gazetteer, snapshot.seen)
        pages.append(Page(path.name, places, tuple(cards)))
    # Who looked after which place in 2018 is history; the current pages and the arrangements say who does.
    yield from (row for row in read_posts(pages, snapshot, gazetteer, HOUSE) if row.about == "post")


def _cards(organisation: Organisation, number: int, gazetteer: Gazetteer, seen: str) -> Iterator[Card]:
    """An entry for each office that is a post."""
    main = organisation.offices.main
    for office in [*([main] if main else []), *organisation.offices.other]:
        sign = _sign(organisation, office, office is main, gazetteer)
        if sign and is_reachable(office) and not is_closed(office, seen):
            yield _card(organisation, office, sign, number)


def _unread(organisation: Organisation, name: str, gazetteer: Gazetteer, seen: str) -> Iterator[Row]:
    """A row set aside for each office that is none."""
    main = organisation.offices.main
    if main is None and not organisation.offices.other:
        yield Row(f"{name} {organisation.title}", name, set_aside="an organisation without an office")
    for office in [*([main] if main else []), *organisation.offices.other]:
        if not is_reachable(office):
            yield Row(f"{name} {office.title}", name, set_aside="an office that gives no way to reach it")
        elif is_closed(office, seen):
            yield Row(
                f"{name} {office.title}", name, set_aside="an office that was closed then; events say when"
            )
        elif not _sign(organisation, office, office is main, gazetteer):
            yield Row(
                f"{name} {office.title}",
                name,
                set_aside="an office for trade, aid, visas, passports or the press",
            )


def _sign(organisation: Organisation, office: Office, main: bool, gazetteer: Gazetteer) -> Sign | None:
    """The post that an office is, by its own name; a main office also by that of its organisation."""
    for title in (office.title, organisation.title) if main else (office.title,):
        bare = ASIDE.sub("", OFFICE_OF.sub("", clean(title)))
        if sign := OFFICES.get(bare.lower()) or read_sign(bare, gazetteer, HOUSE.sending):
            return sign
    section = CONSULAR.match(clean(office.title)) is not None
    return read_sign(ASIDE.sub("", clean(organisation.title)), gazetteer, HOUSE.sending) if section else None


def is_reachable(office: Office) -> bool:
    """Whether there is a number, a mail or times; a closed post kept an empty entry."""
    details = office.details
    return bool(office.contact_numbers or details.email or details.access_and_opening_times)


def is_closed(office: Office, seen: str) -> bool:
    """Whether it says so: years later that does not tell whether it still is."""
    return any(find_closure(clean(said), seen) for said in (office.title, office.details.description) if said)


def _card(organisation: Organisation, office: Office, sign: Sign, number: int) -> Card:
    parts: list[tuple[Part, str]] = [
        ("address", line) for said in office.address.label.value.splitlines() if (line := clean(said))
    ]
    parts += [(_part(phone.label, phone.number), clean(phone.number)) for phone in office.contact_numbers]
    if office.details.email:
        parts.append(("emails", clean(office.details.email)))
    for said in (office.details.access_and_opening_times, office.details.description):
        if said and OPENING.search(re.sub("<[^>]*>", " ", said)):
            parts.append(("hours", said[:LONGEST]))
            break
    if said := office.details.description:
        parts.append(("prose", clean(said)))
    parts.append(("prose", clean(office.title)))
    return Card(sign, clean(office.title), number, office.web_url or organisation.web_url, tuple(parts))


def _part(label: str, number: str) -> Part:
    """What a number is for, by its label."""
    if "@" in number:
        return "other" if OTHER.search(label) else "emails"
    if FAX.search(label):
        return "fax"
    if OTHER.search(label):
        return "other"
    return "emergency_phones" if EMERGENCY.search(label) else "phones"
