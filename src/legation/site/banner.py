"""The consular notice for other people's pages: as HTML, text and data, and as oEmbed for editors."""

import gettext
import re
from typing import Final
from urllib.parse import urlsplit

import msgspec

from legation.errors import UnknownInput
from legation.find.words import running_name
from legation.model.place import Place
from legation.render.components import environment
from legation.render.components.banner import Banner
from legation.site.address import Address, parse_address, write_address
from legation.site.edition import Edition
from legation.site.language import direction, translations
from legation.site.page import JSON, MEDIA_TYPES, Page
from legation.site.question import known_place

WIDTH: Final = 600
HEIGHT: Final = 96


class OEmbed(msgspec.Struct, frozen=True):
    """What an editor puts into a page (oembed.com, 2.3.4.4)."""

    html: str
    title: str
    width: int = WIDTH
    height: int = HEIGHT
    version: str = "1.0"
    type: str = "rich"
    provider_name: str = "legation"
    cache_age: int = 3600


def banner(edition: Edition, code: str, day: str, language: str = "en", origin: str = "") -> Banner:
    """The notice on a place.

    Args:
        edition: the data.
        code: of the place.
        day: ISO date.
        language: of the words, one of the site's.
        origin: of the site that the link leads to.

    Raises:
        UnknownInput: no such place.
    """
    place = known_place(edition, code)
    said = translations(language).gettext
    title, question = words(place, edition.labels(language).get(place.code, place.name), language)
    return Banner(
        country=place.code,
        language=language,
        title=title,
        question=question,
        link=said("Find your country’s embassy."),
        href=origin + write_address(Address("place", language, place.code)),
        headline=edition.headline(place.code, day, language),
        direction=direction(language),
        close=said("Close"),
    )


def words(place: Place, label: str, language: str) -> tuple[str, str]:
    """Title and question; only English puts the name into the sentence, for others would have to inflect it."""
    if language == "en":
        name = running_name(place)
        return f"Consular assistance in {name}.", f"Are you in {name} and need consular assistance?"
    said = translations(language).gettext
    return f"{said('Consular assistance')}: {label}.", said("Are you there and need consular assistance?")


def banner_html(shown: Banner) -> str:
    """The notice as an HTML fragment without styles."""
    templates = environment(gettext.NullTranslations())
    return templates.get_template("banner/template.html").render(this=shown)


def banner_text(shown: Banner) -> str:
    """The notice as one line of text, with its address."""
    parts = (shown.title, shown.headline, shown.question, shown.link, shown.href)
    return " ".join(part for part in parts if part) + "\n"


def banner_page(edition: Edition, day: str, origin: str, path: str) -> Page | None:
    """`/banner/en/ru.json` and `.html`: what the web component and server-side includes load."""
    found = re.fullmatch(r"/banner/([a-z]{2})/([a-z]{2})\.(json|html)", path)
    if not found or not parse_address(f"/{found[1]}/"):
        return None
    shown = banner(edition, found[2].upper(), day, found[1], origin)
    if found[3] == "json":
        return Page(msgspec.json.encode(shown), JSON, max_age=3600)
    return Page(banner_html(shown).encode(), MEDIA_TYPES["html"], max_age=3600)


def oembed(edition: Edition, day: str, origin: str, url: str, form: str) -> Page:
    """The notice for the page of a place.

    Raises:
        UnknownInput: not the address of a place of this site, or a form other than JSON.
    """
    if form not in ("", "json"):
        raise UnknownInput("unknown-form", f"{form[:20]!r} is not served: ask for format=json.", form)
    try:
        address = parse_address(urlsplit(url).path)
    except ValueError:
        address = None
    if address is None or address.place is None or (origin and not url.startswith(f"{origin}/")):
        raise UnknownInput("unknown-url", "Give the address of a place of this site as url.", url)
    shown = banner(edition, address.place, day, address.language, origin)
    return Page(msgspec.json.encode(OEmbed(banner_html(shown), shown.title)), JSON, max_age=3600)
