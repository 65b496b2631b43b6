"""Read the pages "Embassies and Consulates", one a country."""

from collections.abc import Iterator
from typing import Final

from legation.places import Gazetteer
from legation.sources.pages.card import House, find_cards, find_closed, find_nameless
from legation.sources.pages.files import Places, places_of, read_pages
from legation.sources.pages.post import Page, read_posts
from legation.sources.pages.sign import Sign
from legation.sources.row import Row
from legation.sources.snapshot import Snapshot

HEADING: Final = "Embassies and Consulates"
PLACES: Final[dict[str, Places]] = {
    "Bonaire, Sint Eustatius and Saba": ("BQ",),
    "French West Indies": ("MQ", "GP", "MF", "BL"),
    "Georgia": ("GE",),
    "Israel, the West Bank and Gaza": ("IL", "PS"),
}
HOUSE: Final = House(
    "US",
    {
        "consular section": Sign("US", "embassy", None),
        "the american institute in taiwan, taipei main office": Sign("US", "de facto embassy", "Taipei"),
        "the american institute in taiwan, kaohsiung branch office": Sign(
            "US", "de facto consulate", "Kaohsiung"
        ),
    },
    frozenset({"18884074747", "12025014444"}),
)


def read(snapshot: Snapshot, gazetteer: Gazetteer) -> Iterator[Row]:
    """Read every page of a snapshot; see `legation.sources.row.Reader`."""
    pages = []
    for text in read_pages(snapshot, HEADING):
        lines = text.lines
        places = places_of(text.title, PLACES, gazetteer)
        if not places:
            yield Row(text.name, text.name, set_aside="a page of a place that is not on the register")
            continue
        cards = [*find_cards(lines, gazetteer, HOUSE), *find_closed(lines, gazetteer, HOUSE)]
        cards = cards or find_nameless(lines, gazetteer, HOUSE)
        if not cards:
            yield Row(text.name, text.name, set_aside="a page that names no post")
        pages.append(Page(text.name, places, tuple(cards)))
    yield from read_posts(pages, snapshot, gazetteer, HOUSE)
