"""Read the pages "Local contacts": local emergency numbers, and the posts that help Australians there."""

from collections.abc import Iterator
from typing import Final

import msgspec

from legation.places import Gazetteer
from legation.sources.pages.card import Card, House, find_cards, find_closed
from legation.sources.pages.files import Places, places_of, read_pages
from legation.sources.pages.lines import Line
from legation.sources.pages.post import Page, read_posts
from legation.sources.pages.sentences import is_honorary
from legation.sources.pages.services import read_numbers
from legation.sources.row import Row
from legation.sources.snapshot import Snapshot

HEADING: Final = "Local contacts"
PLACES: Final[dict[str, Places]] = {
    "Georgia": ("GE",),
    "Israel and the Occupied Palestinian Territories": ("IL", "PS"),
}
HOUSE: Final = House("AU", lines=frozenset({"61262613305", "1300555135"}))


def read(snapshot: Snapshot, gazetteer: Gazetteer) -> Iterator[Row]:
    """Read every page of a snapshot; see `legation.sources.row.Reader`."""
    pages = []
    for text in read_pages(snapshot, HEADING):
        lines = text.lines
        places = places_of(text.title, PLACES, gazetteer)
        if not places:
            yield Row(text.name, text.name, set_aside="a page of a place that is not on the register")
            continue
        start = next((at for at, line in enumerate(lines) if is_consular(line)), len(lines))
        yield from read_numbers(text.name, places, lines[1:start], snapshot.source, snapshot.seen)
        cards = [*find_cards(lines[start:], gazetteer, HOUSE), *find_closed(lines[start:], gazetteer, HOUSE)]
        if not cards:
            yield Row(text.name, text.name, set_aside="a page that names no post")
        pages.append(Page(text.name, places, tuple(honoured(cards, lines[start:]))))
    yield from read_posts(pages, snapshot, gazetteer, HOUSE)


def is_consular(line: Line) -> bool:
    """Whether a heading begins the part on posts."""
    return line.level > 0 and line.text.lower().startswith("consular")


def honoured(cards: list[Card], lines: list[Line]) -> Iterator[Card]:
    """The cards, with those of consulates that a sentence says are led by an honorary consul as honorary ones."""
    own = [
        card for card in cards if card.sign and card.sign.sending == "AU" and card.sign.kind == "consulate"
    ]
    for card in cards:
        words = "" if len(own) == 1 else (card.sign.where or card.title if card.sign else card.title)
        if card in own and card.sign and any(is_honorary(line.text, words) for line in lines):
            yield msgspec.structs.replace(
                card, sign=msgspec.structs.replace(card.sign, kind="honorary consulate")
            )
        else:
            yield card
