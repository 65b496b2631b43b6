"""Advice of Canada: the open-data index, and the table of the web page as captured.

`advisory-state` is 0 to 3, as a number or as text. That parts of a place are advised on otherwise is a flag of its
own; which level they have stands only in the text.
"""

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
    parse_url,
    unfit,
)

SOURCE: Final = "advice_ca"
WORDINGS: Final = (
    "Take normal security precautions",
    "Exercise a high degree of caution",
    "Avoid non-essential travel",
    "Avoid all travel",
)
REGIONAL: Final = " (with regional advisories)"
PAGE: Final = "https://travel.gc.ca/destinations/"


def read_index(body: bytes, codes: PlaceCodes, seen: str) -> Reading:
    """Read `index-alpha-eng.json`: `data` by country."""
    decoded = parse_json(body, SOURCE)
    data = decoded.get("data") if isinstance(decoded, dict) else None
    if not isinstance(data, dict) or not all(isinstance(entry, dict) for entry in data.values()):
        raise unfit(SOURCE, "lacks `data` by country")
    return _reading(part for entry in data.values() for part in _read_entry(entry, codes, seen))


def read_table(rows: list[dict[str, Any]], codes: PlaceCodes, seen: str) -> Reading:
    """Read the rows of the web page's table, as captured."""
    return _reading(part for row in rows for part in _read_row(row, codes, seen))


def _reading(parts: Iterator[Statement | Remark]) -> Reading:
    found = list(parts)
    return one_a_place(
        (part for part in found if isinstance(part, Statement)),
        (part for part in found if isinstance(part, Remark)),
    )


def _read_entry(entry: dict[str, Any], codes: PlaceCodes, seen: str) -> Iterator[Statement | Remark]:
    english = entry["eng"] if isinstance(entry.get("eng"), dict) else {}
    name, state = str(entry.get("country-eng")), str(entry.get("advisory-state"))
    code = codes.get_code(entry.get("country-iso"))
    named = codes.get_named(name)
    places = named if named is not None else (code,) if code else None
    if state not in ("0", "1", "2", "3") or places is None:
        yield Remark("unknown-place" if places is None else "unknown-level", f"{name[:80]}: {state[:20]}")
        return
    published = entry.get("date-published")
    updated = parse_day(published.get("timestamp"), seen) if isinstance(published, dict) else None
    url = parse_url(f"{PAGE}{english.get('url-slug')}") if english.get("url-slug") else None
    yield from _statements(
        places, int(state), entry.get("has-regional-advisory") in (1, "1", True), updated, url
    )


def _read_row(row: dict[str, Any], codes: PlaceCodes, seen: str) -> Iterator[Statement | Remark]:
    name, said = str(row.get("destination")), str(row.get("risk_level"))
    places, wording = codes.get_named(name), said.removesuffix(REGIONAL)
    if wording not in WORDINGS or places is None:
        yield Remark("unknown-place" if places is None else "unknown-level", f"{name[:80]}: {said[:60]}")
        return
    if not places:
        yield Remark("part-of-a-place", name[:80])
    updated, url = parse_day(row.get("last_updated"), seen), parse_url(row.get("details_url"))
    yield from _statements(places, WORDINGS.index(wording), said.endswith(REGIONAL), updated, url)


def _statements(
    places: tuple[str, ...], state: int, regional: bool, updated: str | None, url: str | None
) -> Iterator[Statement]:
    level = state + 1
    known = 4 if level == 4 else None if regional else level
    wording = WORDINGS[state] + (REGIONAL if regional else "")
    for place in places:
        yield Statement(place, level, known, regional and level < 4, wording, updated, url)


FORMS: Final[dict[str, Read | Table]] = {"index": read_index, "table": Table(read_table)}
