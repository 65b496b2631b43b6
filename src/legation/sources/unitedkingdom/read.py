"""Read the pages "Getting help": local emergency numbers, and the post that helps British people there, as a link."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from legation.model.claims import Claim
from legation.places import Gazetteer
from legation.places.text import fold
from legation.sources.pages.card import Card, House
from legation.sources.pages.files import Places, places_of, read_pages
from legation.sources.pages.lines import Line
from legation.sources.pages.post import Page, read_posts
from legation.sources.pages.services import read_numbers
from legation.sources.pages.sign import Sign, read_sign
from legation.sources.pages.whereabouts import find_sign_city
from legation.sources.row import HELPED_BY, Row
from legation.sources.snapshot import Snapshot

HEADING: Final = "Getting help"
PLACES: Final[dict[str, Places]] = {
    "Antarctica_British Antarctic Territory": ("AQ",),
    "Bonaire_St Eustatius_Saba": ("BQ",),
    "Congo": ("CG",),
    "Cook Islands, Tokelau and Niue": ("CK", "TK", "NU"),
    "Georgia": ("GE",),
    "The Occupied Palestinian Territories": ("PS",),
    "Pitcairn Island": ("PN",),
    "St Helena, Ascension and Tristan da Cunha": ("SH",),
    "St Martin and St Barthélemy": ("MF", "BL"),
}
HOUSE: Final = House("GB")
POST_PAGE = re.compile(
    r"https://www\.contact\.service\.csd\.fcdo\.gov\.uk/posts/(?P<place>[a-z-]+)/(?P<post>[a-z-]+)"
)
NO_POST = re.compile(r"\bno British (?:Embassy|High Commission|Consulate|Embassies)\b", re.IGNORECASE)
SLUGS: Final = {
    "british-consulate-kyiv": "british-embassy-kyiv",
    "british-embassy-of-juba": "british-embassy-juba",
    "british-embassy-sana-a": "british-embassy-sanaa",
    "british-high-commission-nuku": "british-high-commission-nukualofa",
    "british-embassy-antanarivo": "british-embassy-antananarivo",
    "british-embassy-berne": "british-embassy-bern",
    "british-embassy-the-hague-aruba": "british-embassy-the-hague",
    "british-embassy-the-hague-bonaire-st-eustatius-saba": "british-embassy-the-hague",
    "british-embassy-the-hague-curacao": "british-embassy-the-hague",
    "british-embassy-the-hague-st-maarten": "british-embassy-the-hague",
}
"""Addresses that do not write a name as it is."""


def read(snapshot: Snapshot, gazetteer: Gazetteer) -> Iterator[Row]:
    """Read every page of a snapshot; see `legation.sources.row.Reader`."""
    pages = []
    for text in read_pages(snapshot, HEADING):
        lines = text.lines
        places = places_of(text.title, PLACES, gazetteer)
        if not places:
            yield Row(text.name, text.name, set_aside="a page of a place that is not on the register")
            continue
        yield from read_numbers(
            text.name, places, list(emergency_section(lines)), snapshot.source, snapshot.seen
        )
        if any(NO_POST.search(line.text) for line in lines):
            yield Row(text.name, text.name, set_aside="a page that says there is no British post")
            continue
        links = list(find_links(lines))
        if not links:
            yield Row(text.name, text.name, set_aside="a page that names no post")
        pages.append(Page(text.name, places, tuple(home_cards(links, places, gazetteer))))
        yield from read_helpers(text.name, places, links, snapshot, gazetteer)
    yield from read_posts(pages, snapshot, gazetteer, HOUSE)


def emergency_section(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines below the heading "Emergency services in …", up to the next of its level."""
    inside = 0
    for line in lines:
        if line.level and line.text.lower().startswith("emergency services"):
            inside = line.level
        elif inside and 0 < line.level <= inside:
            inside = 0
        elif inside:
            yield line


class PostLink(msgspec.Struct, frozen=True):
    """A link to the page of a post: the name in its address, where it stands on the page, where it leads."""

    name: str
    number: int
    url: str


def find_links(lines: Iterable[Line]) -> Iterator[PostLink]:
    """The links to pages of posts."""
    for line in lines:
        for link in line.links:
            if match := POST_PAGE.fullmatch(link.url):
                name = SLUGS.get(match["post"], match["post"]).replace("-", " ").title()
                yield PostLink(name, line.number, link.url)


def home_cards(links: Iterable[PostLink], places: Places, gazetteer: Gazetteer) -> Iterator[Card]:
    """An entry for each post that stands in the place its page is about; of one elsewhere nothing is said here."""
    for link in links:
        sign = read_sign(link.name, gazetteer, HOUSE.sending)
        if sign and (any(is_named(sign, place, gazetteer) for place in places)):
            yield Card(sign, link.name, link.number, link.url, ())


def is_named(sign: Sign, place: str, gazetteer: Gazetteer) -> bool:
    """Whether a name gives a city of the place, or the place itself: "British Embassy Algeria"."""
    whole = gazetteer.get_place(place)
    named = whole is not None and fold(sign.where or "") == fold(whole.name)
    return named or find_sign_city(sign, place, gazetteer) is not None


def read_helpers(
    page: str, places: Places, links: Iterable[PostLink], snapshot: Snapshot, gazetteer: Gazetteer
) -> Iterator[Row]:
    """For each place of a page the posts elsewhere that help there, as `GB Paris`."""
    signs = [sign for link in links if (sign := read_sign(link.name, gazetteer, HOUSE.sending))]
    for place in places:
        abroad = [f"GB {sign.where}" for sign in signs if not is_named(sign, place, gazetteer)]
        if abroad:
            claim = Claim(snapshot.source, snapshot.seen, page, place, HELPED_BY, sorted(set(abroad)))
            yield Row(place, page, (claim,), about="place")
