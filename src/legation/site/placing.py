"""Put the notice into other people's pages, and take it out again, without touching another byte.

A page is read as an article; the notice goes in only when it is sure which place the article is about, and never beside
a notice that is there already. It stands between two comments, after the opening tag of the article, of the main
part, or of the body; what lies between them is ours, so a second run changes nothing and a removal leaves what was.
"""

import re
from collections.abc import Callable
from typing import Final, Literal

import msgspec

from legation.errors import InputError
from legation.news.article import read
from legation.news.index import Index
from legation.news.notice import notice_place
from legation.site.banner import banner, banner_html
from legation.site.edition import Edition

Outcome = Literal["placed", "unchanged", "removed", "not-sure", "has-notice", "no-page", "unreadable"]
"""What became of a page; in the order in which a summary lists them."""

LARGEST: Final = 5_000_000
"""Bytes of a page that is read; a larger one is left alone."""

OURS: Final = re.compile(rb"<!--legation:notice [A-Z]{2}-->.*?<!--/legation:notice-->", re.DOTALL)
ELEMENT: Final = re.compile(rb"<consular-notice\b", re.IGNORECASE)
NO_MARKUP: Final = (
    b"script",
    b"style",
    b"textarea",
    b"title",
    b"template",
    b"noscript",
    b"iframe",
    b"xmp",
    b"svg",
)
INNER: Final = (b"article", b"main")


class Desk(msgspec.Struct, frozen=True):
    """What a notice is made with.

    Attributes:
        edition: the data. index: the names that articles are read with.
        day: ISO date that the situation is told of. language: of the notice's words.
        origin: of the site that the link leads to: `https://help.example.org`.
    """

    edition: Edition
    index: Index
    day: str
    language: str = "en"
    origin: str = ""


class Placed(msgspec.Struct, frozen=True):
    """A page and what became of it.

    Attributes:
        body: the bytes, changed only between our comments.
        outcome: see `Outcome`.
        country: code of the place whose notice stands on it now.
    """

    body: bytes
    outcome: Outcome
    country: str | None = None


class Choice(msgspec.Struct, frozen=True):
    """Which notice belongs on a page: its markup, empty for none, and the place or the reason."""

    markup: bytes
    outcome: Outcome
    country: str | None = None


Choose = Callable[[bytes, Desk], Choice]


def choose_notice(bare: bytes, desk: Desk) -> Choice:
    """Read a page without a notice of ours, and choose."""
    if ELEMENT.search(bare):
        return Choice(b"", "has-notice")
    try:
        article = read(bare, careful=False, statements=False, index=desk.index)
    except InputError:
        return Choice(b"", "unreadable")
    if article.notice is not None:
        return Choice(b"", "has-notice")
    sure = notice_place(article)
    if sure is None:
        return Choice(b"", "not-sure")
    shown = banner_html(banner(desk.edition, sure.code, desk.day, desk.language, desk.origin))
    # Character references fit every charset that pages are written in.
    text = " ".join(shown.split()).encode("ascii", "xmlcharrefreplace")
    markup = b"<!--legation:notice %s-->%s<!--/legation:notice-->" % (sure.code.encode(), text)
    return Choice(markup, "placed", sure.code)


def place_notice(body: bytes, desk: Desk, choose: Choose = choose_notice) -> Placed:
    """Put the right notice on a page; never raises for what a page may hold.

    Args:
        body: the page.
        desk: what the notice is made with.
        choose: chooses it; a server keeps what was chosen.
    """
    bare = OURS.sub(b"", body)
    at = find_place(bare) if len(bare) <= LARGEST else None
    if at is None:
        return Placed(body, "no-page")
    choice = choose(bare, desk)
    if not choice.markup:
        return Placed(bare, "removed" if bare != body else choice.outcome)
    fresh = bare[:at] + choice.markup + bare[at:]
    return Placed(fresh, "unchanged" if fresh == body else "placed", choice.country)


def remove_notice(body: bytes) -> Placed:
    """Take our notice out of a page."""
    bare = OURS.sub(b"", body)
    return Placed(bare, "removed" if bare != body else "unchanged")


def find_place(page: bytes) -> int | None:
    """Where in a page the notice goes; None when it has no body, or is not written in bytes like ASCII's."""
    if page[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in page[:1000]:
        return None
    body, at = None, 0
    while (at := page.find(b"<", at)) >= 0:
        if page.startswith(b"<!--", at):
            at = after(page, b"-->", at + 4)
            continue
        found = re.compile(rb"<([a-zA-Z][a-zA-Z0-9]*)").match(page, at)
        if not found:
            at += 1
            continue
        name, end = found[1].lower(), end_of_tag(page, found.end())
        if name in INNER and body is not None:
            return end
        if name == b"body":
            body = end
        at = after_element(page, name, end) if name in NO_MARKUP else end
    return body


def end_of_tag(page: bytes, at: int) -> int:
    """Just past the `>` that ends a tag; one inside quotes does not. A tag that never ends takes the rest."""
    while at < len(page):
        found = re.compile(rb"[>\"']").search(page, at)
        if not found:
            return len(page)
        if found[0] == b">":
            return found.end()
        at = after(page, found[0], found.end())
    return len(page)


def after_element(page: bytes, name: bytes, at: int) -> int:
    """Just past the end tag of an element whose content is no markup of the page."""
    found = re.compile(rb"</" + name + rb"\b[^>]*>", re.IGNORECASE).search(page, at)
    return found.end() if found else len(page)


def after(page: bytes, sought: bytes, at: int) -> int:
    """Just past the next occurrence; the end when there is none."""
    found = page.find(sought, at)
    return found + len(sought) if found >= 0 else len(page)
