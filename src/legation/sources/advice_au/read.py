"""Advice of Australia: the destinations export, and three captures of the same in other shapes.

The overall level is a fixed phrase. Levels of parts stand in a text that begins each entry with its phrase; only the
phrases are read. "No travel advice" is no level.
"""

import html
import re
from collections.abc import Iterator
from typing import Any, Final

from legation.model.situation import Statement
from legation.sources.captured import Rows, Table, moment
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
    unfit,
)

SOURCE: Final = "advice_au"
WORDINGS: Final = {
    "Exercise normal safety precautions": 1,
    "Exercise a high degree of caution": 2,
    "Reconsider your need to travel": 3,
    "Do not travel": 4,
}
LEVELS: Final = {level: wording for wording, level in WORDINGS.items()}
PHRASE: Final = re.compile(r"(?:^|[,.]\s+)(" + "|".join(WORDINGS) + r")\b")


def read_export(body: bytes, codes: PlaceCodes, seen: str) -> Reading:
    """Read `destinations-export`: a list of destinations."""
    rows = parse_rows(parse_json(body, SOURCE), SOURCE)
    return _reading(part for row in rows for part in _read_destination(row, codes, seen))


def read_scraped(body: bytes, codes: PlaceCodes, seen: str) -> Reading:
    """Read the capture of 2026-07: countries with the levels of their parts, CC BY 4.0."""
    decoded = parse_json(body, SOURCE)
    rows = parse_rows(decoded.get("countries") if isinstance(decoded, dict) else None, SOURCE)
    return _reading(part for row in rows for part in _read_country(row, codes, seen))


def parse_levels(body: bytes, source: str) -> tuple[str, Rows]:
    """Moment and rows of the capture of 2025-02: levels by alpha-2 code."""
    decoded = parse_json(body, source)
    if not isinstance(decoded, dict) or "last_updated" not in decoded:
        raise unfit(source, "lacks the moment of its capture")
    rows = [
        {
            "destination": row["country"].get("alpha_2") if isinstance(row.get("country"), dict) else None,
            "risk_level": str(row.get("level")),
            "url": row.get("page_url"),
        }
        for row in parse_rows(decoded.get("advisories"), source)
    ]
    return moment(str(decoded["last_updated"])), rows


def read_levels(rows: Rows, codes: PlaceCodes, _: str) -> Reading:
    """Read levels by alpha-2 code."""
    return _reading(part for row in rows for part in _read_level(row, codes))


def read_table(rows: list[dict[str, Any]], codes: PlaceCodes, seen: str) -> Reading:
    """Read the rows of the web page's table, as captured."""
    return _reading(part for row in rows for part in _read_row(row, codes, seen))


def _reading(parts: Iterator[Statement | Remark]) -> Reading:
    found = list(parts)
    return one_a_place(
        (part for part in found if isinstance(part, Statement)),
        (part for part in found if isinstance(part, Remark)),
    )


def _read_destination(row: dict[str, Any], codes: PlaceCodes, seen: str) -> Iterator[Statement | Remark]:
    if "title" not in row or "field_overall_advice_level" not in row:
        raise unfit(SOURCE, "lacks title and overall level")
    name, wording = html.unescape(str(row["title"])), str(row["field_overall_advice_level"])
    parts = {
        WORDINGS[phrase] for phrase in PHRASE.findall(html.unescape(str(row.get("field_advice_levels"))))
    }
    updated = parse_day(str(row.get("changed")).partition(", ")[2], seen)
    yield from _named(name, wording, parts, updated, parse_url(row.get("field_url")), codes)


def _read_country(row: dict[str, Any], codes: PlaceCodes, seen: str) -> Iterator[Statement | Remark]:
    regions = row.get("subRegions") or []
    parts = {part["level"] for part in regions if isinstance(part, dict) and part.get("level") in LEVELS}
    updated, url = parse_day(row.get("updated"), seen), parse_url(row.get("url"))
    yield from _named(str(row.get("name")), str(row.get("levelLabel")), parts, updated, url, codes)


def _read_row(row: dict[str, Any], codes: PlaceCodes, seen: str) -> Iterator[Statement | Remark]:
    updated, url = parse_day(row.get("last_updated"), seen), parse_url(row.get("url"))
    yield from _named(str(row.get("destination")), str(row.get("risk_level")), set(), updated, url, codes)


def _read_level(row: dict[str, Any], codes: PlaceCodes) -> Iterator[Statement | Remark]:
    place, level = codes.get_code(row["destination"]), row["risk_level"]
    if place is None or level not in ("1", "2", "3", "4"):
        yield Remark("unknown-place" if place is None else "no-level", str(row["destination"])[:80])
        return
    yield Statement(place, int(level), wording=LEVELS[int(level)], url=parse_url(row.get("url")))


def _named(
    name: str, wording: str, parts: set[int], updated: str | None, url: str | None, codes: PlaceCodes
) -> Iterator[Statement | Remark]:
    level, places = WORDINGS.get(wording), codes.get_named(name)
    if level is None or places is None:
        reason = (
            "unknown-place"
            if level
            else "no-level"
            if wording in ("", "No travel advice")
            else "unknown-level"
        )
        yield Remark(reason, f"{name[:60]}: {wording[:40]}")
        return
    regional = max({level, *parts}) if parts else None
    for place in places:
        yield Statement(place, level, regional, wording=wording, updated=updated, url=url)


FORMS: Final[dict[str, Read | Table]] = {
    "export": read_export,
    "scraped": read_scraped,
    "levels": Table(read_levels, parse=parse_levels, updated=()),
    "table": Table(read_table),
}
