"""Feeds of changes: newest first, escaped, with stable identifiers."""

import xml.etree.ElementTree as ET

from legation.model.situation import ChangeShown, Levels, PlaceShown
from legation.render.atom import change_line, render_atom

ATOM = "{http://www.w3.org/2005/Atom}"
PLACE = PlaceShown("ZZ", "Invented & <Sons>")
CALM, GRAVE = Levels(1, 1), Levels(2, 4)


def change(day: int, before: Levels | None = CALM, after: Levels | None = GRAVE) -> ChangeShown:
    moment = f"2026-03-{day:02}T00:00:00Z"
    return ChangeShown(PLACE, "CA", moment, moment, before, after)


def test_a_feed_lists_the_newest_first() -> None:
    feed = ET.fromstring(render_atom([change(1), change(3), change(2)], "A & B", "ZZ").encode())  # noqa: S314
    assert [entry.findtext(f"{ATOM}updated") for entry in feed.iterfind(f"{ATOM}entry")] == [
        "2026-03-03T00:00:00Z",
        "2026-03-02T00:00:00Z",
        "2026-03-01T00:00:00Z",
    ]
    assert feed.findtext(f"{ATOM}updated") == "2026-03-03T00:00:00Z"
    assert (
        feed.findtext(f"{ATOM}entry/{ATOM}title")
        == "CA on Invented & <Sons>: level 1 to level 2, parts up to 4"
    )
    assert len({entry.findtext(f"{ATOM}id") for entry in feed.iterfind(f"{ATOM}entry")}) == 3


def test_an_empty_feed_is_a_feed() -> None:
    feed = ET.fromstring(render_atom([], "None").encode())  # noqa: S314
    assert feed.findtext(f"{ATOM}updated")


def test_lines() -> None:
    assert change_line(change(1, None)) == "CA on Invented & <Sons>: listed, level 2, parts up to 4"
    assert change_line(change(1, Levels(3), None)) == "CA on Invented & <Sons>: no longer listed, level 3"
    assert change_line(change(1, Levels(2), Levels(2, None, True))).endswith(
        "level 2 to level 2, other levels for parts"
    )
    assert change_line(change(1, Levels(None), Levels(4, 4))).endswith("no level to level 4")
