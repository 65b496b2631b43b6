"""What crawlers ask for: robots.txt and the sitemap, a file for each language and place."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from xml.sax.saxutils import escape

from legation.model.situation import LANGUAGES
from legation.site.address import Address, write_address
from legation.site.edition import Edition
from legation.site.page import MEDIA_TYPES, Page

SITEMAP: Final = re.compile(r"/sitemap(?:-(?P<language>[a-z]{2})(?:-(?P<place>[a-z]{2}))?)?\.xml")
NAMESPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"


def robots(origin: str) -> Page:
    """Everything may be crawled but what is asked in words."""
    lines = ["User-agent: *", *(f"Disallow: /{language}/find" for language in LANGUAGES)]
    if origin:
        lines.append(f"Sitemap: {origin}/sitemap.xml")
    return Page("".join(f"{line}\n" for line in lines).encode(), MEDIA_TYPES["txt"], max_age=86_400)


def sitemap(edition: Edition, origin: str, path: str, languages: Sequence[str] = LANGUAGES) -> Page | None:
    """The index, the places and states of one language, or what belongs to one place in it.

    So no file comes near the limits (50,000 addresses, 50 MB), and none takes long to make. There is none without a
    known origin: addresses must be absolute.
    """
    found = SITEMAP.fullmatch(path)
    if not origin or not found:
        return None
    language, code = found["language"], (found["place"] or "").upper()
    if language is None:
        files = (f"/sitemap-{one}{part}.xml" for one in languages for part in ("", *parts(edition)))
        return document("sitemapindex", "sitemap", origin, files)
    if language not in languages or (code and code not in edition.inhabited):
        return None
    pages = belonging_to(edition, language, code) if code else worth_finding(edition, language)
    return document("urlset", "url", origin, pages)


def parts(edition: Edition) -> Iterator[str]:
    """The endings of the files of one language."""
    return (f"-{code.lower()}" for code in edition.inhabited)


def worth_finding(edition: Edition, language: str) -> Iterator[str]:
    """The home page, every place and every state."""
    yield write_address(Address("home", language))
    for code in edition.inhabited:
        yield write_address(Address("place", language, code))
    for code in edition.citizenships:
        yield write_address(Address("abroad", language, code))


def belonging_to(edition: Edition, language: str, place: str) -> Iterator[str]:
    """The answers in a place and the posts there."""
    for who in (*map(str.lower, edition.citizenships), "refugee", "stateless"):
        yield write_address(Address("answer", language, place, who))
    for post in edition.standing(place):
        yield write_address(Address("post", language, post=post.id))


def document(root: str, entry: str, origin: str, paths: Iterable[str]) -> Page:
    """A sitemap file (sitemaps.org, 0.9)."""
    entries = "\n".join(f"<{entry}><loc>{escape(origin + path)}</loc></{entry}>" for path in paths)
    body = f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{NAMESPACE}">\n{entries}\n</{root}>\n'
    return Page(body.encode(), MEDIA_TYPES["xml"], max_age=86_400)
