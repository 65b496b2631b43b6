"""Advice of the Netherlands: the colour stands only in the prose of `introduction`.

Sentence by sentence: a colour said of "the rest", or of the country itself, is national; every colour counts for the
highest region. Where only regions have a colour, the least severe is taken for the country, as the ministry's own map
does. A page without a colour has no level.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from lxml import html

from legation.model.situation import Statement
from legation.sources.captured import Table
from legation.sources.codes import PlaceCodes
from legation.sources.reading import (
    Read,
    Reading,
    Remark,
    one_a_place,
    parse_day,
    parse_json,
    parse_rows,
    parse_url,
)

SOURCE: Final = "advice_nl"
COLOURS: Final = {"groen": 1, "geel": 2, "oranje": 3, "rood": 4}
SENTENCE: Final = re.compile(r"(?<=[.!?])\s+")
COLOUR: Final = re.compile(r"\b(groen|geel|oranje|rood)\b", re.IGNORECASE)
LONGEST: Final = 20_000


def read_advice(body: bytes, codes: PlaceCodes, seen: str) -> Reading:
    """Read a list of `traveladvice` documents."""
    rows = parse_rows(parse_json(body, SOURCE), SOURCE)
    found = [part for row in rows for part in _read_document(row, codes, seen)]
    return one_a_place(
        (part for part in found if isinstance(part, Statement)),
        (part for part in found if isinstance(part, Remark)),
    )


def _read_document(row: dict[str, Any], codes: PlaceCodes, seen: str) -> Iterator[Statement | Remark]:
    place = codes.get_code(row.get("isocode"))
    if place is None:
        yield Remark("unknown-place", str(row.get("location"))[:80])
        return
    colours = find_colours(str(row.get("introduction"))[:LONGEST])
    if colours is None:
        yield Remark("no-level", place)
        return
    national, regional = colours
    updated, url = parse_day(row.get("lastmodified"), seen), parse_url(row.get("canonical"))
    wording = f"kleurcode {_colour(national)}"
    yield Statement(place, national, regional, wording=wording, updated=updated, url=url, derived=True)


def find_colours(introduction: str) -> tuple[int, int] | None:
    """National level and highest level of the colours in the prose; None when there is no colour code."""
    text = " ".join(" ".join(html.fromstring(f"<div>{introduction}</div>").itertext()).split())
    said = [sentence for sentence in SENTENCE.split(text) if "kleurcode" in sentence.lower()]
    levels = [[COLOURS[colour.lower()] for colour in COLOUR.findall(sentence)] for sentence in said]
    rest = [
        max(found) for sentence, found in zip(said, levels, strict=True) if found and "rest van" in sentence
    ]
    every = [level for found in levels for level in found]
    if not every:
        return None
    return (rest[0] if rest else min(every), max(every))


def _colour(level: int) -> str:
    return next(colour for colour, number in COLOURS.items() if number == level)


FORMS: Final[dict[str, Read | Table]] = {"advice": read_advice}
