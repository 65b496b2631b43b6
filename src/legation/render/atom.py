"""Changes of advice as an Atom feed (RFC 4287)."""

from collections.abc import Sequence
from typing import Final
from xml.etree import ElementTree

from legation.model.situation import ChangeShown, Levels

NAMESPACE: Final = "http://www.w3.org/2005/Atom"
FEED: Final = "tag:legation.example,2026:situation"
NEVER: Final = "2000-01-01T00:00:00Z"
MOST: Final = 200


def render_atom(changes: Sequence[ChangeShown], title: str, subject: str = "all") -> str:
    """The newest changes, newest first, 200 at most.

    Args:
        changes: what to list.
        title: of the feed.
        subject: the place's code, or `all`: it makes the feed's identifier.
    """
    ElementTree.register_namespace("", NAMESPACE)
    newest = sorted(
        changes, key=lambda change: (change.effective, change.place.code, change.issuer), reverse=True
    )
    feed = ElementTree.Element(_tag("feed"))
    _add(feed, "title", title)
    _add(feed, "id", f"{FEED}/{subject}")
    _add(feed, "updated", newest[0].effective if newest else NEVER)
    author = ElementTree.SubElement(feed, _tag("author"))
    _add(author, "name", "legation")
    for change in newest[:MOST]:
        entry = ElementTree.SubElement(feed, _tag("entry"))
        _add(entry, "title", change_line(change))
        _add(entry, "id", f"{FEED}/{change.place.code}/{change.issuer}/{change.effective}")
        _add(entry, "updated", change.effective)
        _add(entry, "summary", f"First said {change.seen[:10]}, in effect {change.effective[:10]}.")
        ElementTree.SubElement(entry, _tag("category"), term=change.place.code)
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
