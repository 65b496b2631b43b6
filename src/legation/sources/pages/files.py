"""The pages of a snapshot: a Markdown file each, named after its place, or one JSON object of HTML by name."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import msgspec

from legation.places import Gazetteer
from legation.sources.pages.lines import Line, parse_html, parse_markdown
from legation.sources.pages.whereabouts import find_place
from legation.sources.snapshot import Snapshot
from legation.sources.table import check_length, decoded, unfit

LARGEST: Final = 200_000
"""Bytes of a page; the longest known has 9,000."""
Places = tuple[str, ...]


class Text(msgspec.Struct, frozen=True):
    """A page: the name of what it is about, its name in locators, its lines."""

    title: str
    name: str
    lines: list[Line]


def read_pages(snapshot: Snapshot, heading: str) -> Iterator[Text]:
    """Each page's lines, in order of the files and of the pages in them.

    Raises:
        StopSource: a file that is not UTF-8, too large, torn, or without the heading of these pages.
    """
    for path in snapshot.paths:
        text = decoded(path, snapshot.source)
        if text.startswith("{"):
            yield from _read_bundle(path, text, snapshot.source)
            continue
        if len(text) > LARGEST:
            raise unfit(path, snapshot.source, 1, f"has more than {LARGEST:,} characters")
        for number, line in enumerate(text.splitlines(), start=1):
            check_length(line, path, snapshot.source, number)
        lines = parse_markdown(text)
        if not lines or lines[0].text != heading:
            raise unfit(path, snapshot.source, 1, f"does not begin with “{heading}”")
        yield Text(path.stem, path.name, lines)


def _read_bundle(path: Path, text: str, source: str) -> Iterator[Text]:
    """The pages of a file as `legation update` writes it."""
    try:
        pages = msgspec.json.decode(text, type=dict[str, str])
    except msgspec.DecodeError as error:
        raise unfit(path, source, 1, f"is not pages by name: {error}") from error
    for title in sorted(pages):
        if len(pages[title]) > LARGEST:
            raise unfit(path, source, 1, f"has more than {LARGEST:,} characters on {title[:80]!r}")
        lines = parse_html(pages[title])
        for line in lines:
            check_length(line.text, path, source)
        yield Text(title, f"{path.name.removeprefix('.').removesuffix('.part')} {title}", lines)


def places_of(title: str, by_name: Mapping[str, Places], gazetteer: Gazetteer) -> Places:
    """The codes of the places that a page is about; none when its title is not known.

    Args:
        title: what the page is about.
        by_name: titles that the gazetteer does not know, or knows two places by.
        gazetteer: the places.
    """
    if title in by_name:
        return by_name[title]
    bare = re.sub(r"^The | \(.*\)$", "", title)
    code = find_place(title, gazetteer) or find_place(bare, gazetteer)
    return (code,) if code else ()
