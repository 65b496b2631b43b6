"""What crawlers ask for: robots.txt and the sitemap, a file for each language."""

from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import escape

from legation.model.situation import LANGUAGES
from legation.site.address import Address, write_address
from legation.site.edition import Edition
from legation.site.page import MEDIA_TYPES, Page

NAMESPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"


def robots(origin: str) -> Page:
    """Everything may be crawled but what is asked in words."""
    lines = ["User-agent: *", *(f"Disallow: /{language}/find" for language in LANGUAGES)]
    if origin:
        lines.append(f"Sitemap: {origin}/sitemap.xml")
    return Page("".join(f"{line}\n" for line in lines).encode(), MEDIA_TYPES["txt"], max_age=86_400)


def sitemap(edition: Edition, origin: str, path: str) -> Page | None:
    """The index, or the addresses of one language; none without a known origin (they must be absolute)."""
    if not origin:
        return None
    if path == "/sitemap.xml":
        entries = (
            f"<sitemap><loc>{escape(origin)}/sitemap-{language}.xml</loc></sitemap>" for language in LANGUAGES
        )
        return document("sitemapindex", entries)
    language = path.removeprefix("/sitemap-").removesuffix(".xml")
    if language not in LANGUAGES or path != f"/sitemap-{language}.xml":
        return None
    return document(
        "urlset",
        (f"<url><loc>{escape(origin + page)}</loc></url>" for page in worth_finding(edition, language)),
    )


def worth_finding(edition: Edition, language: str) -> Iterator[str]:
    """The home page, every place and every state; the answers are found from there."""
    yield write_address(Address("home", language))
    for code in edition.inhabited:
        yield write_address(Address("place", language, code))
    for code in edition.citizenships:
        yield write_address(Address("abroad", language, code))


def document(root: str, entries: Iterator[str]) -> Page:
    """A sitemap file (sitemaps.org, 0.9)."""
    body = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{NAMESPACE}">\n'
        + "\n".join(entries)
        + f"\n</{root}>\n"
    )
    return Page(body.encode(), MEDIA_TYPES["xml"], max_age=86_400)
