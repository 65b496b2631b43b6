"""Changes as an Atom feed (RFC 4287)."""

from collections.abc import Iterable, Sequence
from typing import Final
from xml.etree import ElementTree

import msgspec

from legation.model.situation import ChangeShown, Levels

NAMESPACE: Final = "http://www.w3.org/2005/Atom"
FEED: Final = "tag:legation.example,2026:situation"
NEVER: Final = "2000-01-01T00:00:00Z"
MOST: Final = 200


class FeedEntry(msgspec.Struct, frozen=True):
    """An entry of a feed.

    Attributes:
        title: in one line. summary: in a sentence.
        subject: what it is about; with `at` it makes the entry's identifier.
        at: UTC moment. category: code of a place.
    """

    title: str
    subject: str
    at: str
    summary: str
    category: str


def render_atom(changes: Sequence[ChangeShown], title: str, subject: str = "all") -> str:
    """The newest changes of advice, newest first, 200 at most.

    Args:
        changes: what to list.
        title: of the feed.
        subject: the place's code, or `all`: it makes the feed's identifier.
    """
    return render_feed(title, subject, map(change_entry, changes))


def change_entry(change: ChangeShown) -> FeedEntry:
    """A change of advice as an entry of a feed."""
    return FeedEntry(
        change_line(change),
        f"{change.place.code}/{change.issuer}",
        change.effective,
        f"First said {change.seen[:10]}, in effect {change.effective[:10]}.",
        change.place.code,
    )


def render_feed(title: str, subject: str, entries: Iterable[FeedEntry]) -> str:
    """A feed of the newest entries, newest first, 200 at most.

    Args:
        title: of the feed.
        subject: what it is about: it makes the feed's identifier.
        entries: in any order.
    """
    ElementTree.register_namespace("", NAMESPACE)
    newest = sorted(entries, key=lambda entry: (entry.at, entry.subject), reverse=True)[:MOST]
    feed = ElementTree.Element(_tag("feed"))
    _add(feed, "title", title)
    _add(feed, "id", f"{FEED}/{subject}")
    _add(feed, "updated", newest[0].at if newest else NEVER)
    author = ElementTree.SubElement(feed, _tag("author"))
    _add(author, "name", "legation")
    for one in newest:
        entry = ElementTree.SubElement(feed, _tag("entry"))
        _add(entry, "title", one.title)
        _add(entry, "id", f"{FEED}/{one.subject}/{one.at}")
        _add(entry, "updated", one.at)
        _add(entry, "summary", one.summary)
        ElementTree.SubElement(entry, _tag("category"), term=one.category)
    return ElementTree.tostring(feed, encoding="unicode", xml_declaration=True) + "\n"


def change_line(change: ChangeShown) -> str:
    """A change in one line: who, on what, from which level to which."""
    said = f"{change.issuer} on {change.place.name}:"
    if change.before is None or change.after is None:
        levels = change.after or change.before
        return (
            f"{said} {'listed' if change.after else 'no longer listed'}, {_levels(levels) if levels else ''}"
        )
    return f"{said} {_levels(change.before)} to {_levels(change.after)}"


def _levels(levels: Levels) -> str:
    level, regional = levels.level, levels.regional_max
    said = f"level {level}" if level else "no level"
    if levels.regional:
        return f"{said}, other levels for parts"
    return f"{said}, parts up to {regional}" if regional and regional != level else said


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, _tag(name)).text = text
