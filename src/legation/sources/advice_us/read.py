"""Advisories of the United States: the API, the RSS feed, and the table of the web page as captured.

The level stands in the title only. Country tags are not ISO codes, so the name decides. An entry for several places
with one level ("See Summaries") says which holds where only in its text, so it is set aside.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

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
    parse_xml,
    unfit,
)

SOURCE: Final = "advice_us"
TITLE: Final = re.compile(
    r"(?P<name>.+?)(?: Travel Advisory)?(?P<several> - See Summaries)? - (?P<level>Level .+|Other)"
)
WORDINGS: Final[dict[str, int | None]] = {
    "Level 1: Exercise Normal Precautions": 1,
    "Level 2: Exercise Increased Caution": 2,
    "Level 3: Reconsider Travel": 3,
    "Level 4: Do Not Travel": 4,
    "Other": None,
}


def read_api(body: bytes, codes: PlaceCodes, seen: str) -> Reading:
    """Read `TravelAdvisories` of the API: a list of items with Title, Link, Updated."""
    return _reading(parse_rows(parse_json(body, SOURCE), SOURCE), codes, seen)


def read_rss(body: bytes, codes: PlaceCodes, seen: str) -> Reading:
    """Read the feed `TAsTWs.xml`."""
    root = parse_xml(body, SOURCE)
    if root.tag != "rss":
        raise unfit(SOURCE, "is not an RSS feed")
    items = [
        {
            "Title": item.findtext("title"),
            "Link": item.findtext("link"),
            "Updated": _iso(item.findtext("pubDate")),
        }
        for item in root.iterfind("channel/item")
    ]
    return _reading(items, codes, seen)


def read_table(rows: list[dict[str, Any]], codes: PlaceCodes, seen: str) -> Reading:
    """Read the rows of the web page's table, as captured: the level is printed beside the name."""
    items = [
        {
            "Title": f"{row.get('destination')} - {row.get('risk_level')}",
            "Link": row.get("advisory_details_url") or row.get("details_url"),
            "Updated": row.get("last_updated_advisory") or row.get("last_updated"),
        }
        for row in rows
    ]
    return _reading(items, codes, seen)


def _reading(items: list[dict[str, Any]], codes: PlaceCodes, seen: str) -> Reading:
    found = [part for item in items for part in _read_item(item, codes, seen)]
    return one_a_place(
        (part for part in found if isinstance(part, Statement)),
        (part for part in found if isinstance(part, Remark)),
    )


def _read_item(item: dict[str, Any], codes: PlaceCodes, seen: str) -> Iterator[Statement | Remark]:
    title = str(item.get("Title")).strip()
    match = TITLE.fullmatch(title)
    if not match:
        yield Remark("no-level", title[:100])
        return
    wording, places = match["level"], codes.get_named(match["name"])
    if wording not in WORDINGS or places is None or match["several"]:
        known = wording in WORDINGS
        reason = "several-places" if match["several"] else "unknown-place" if known else "unknown-level"
        yield Remark(reason, title[:100])
        return
    updated, url = parse_day(item.get("Updated"), seen), parse_url(item.get("Link"))
    for place in places:
        # "Other" is what the table prints where its places have levels of their own.
        phrase = wording.partition(": ")[2] or wording
        yield Statement(place, WORDINGS[wording], wording=phrase, updated=updated, url=url)


def _iso(said: str | None) -> str | None:
    """The ISO date of "Tue, 15 Sep 2026"; None when it is none."""
    from email.utils import parsedate

    parts = parsedate(f"{said} 00:00:00") if said else None
    return f"{parts[0]:04}-{parts[1]:02}-{parts[2]:02}" if parts else None


FORMS: Final[dict[str, Read | Table]] = {"api": read_api, "rss": read_rss, "table": Table(read_table)}
