"""Advice of the United Kingdom: the index of GOV.UK's content API, then the pages that changed.

The index says when each page changed, not what it advises; that is `alert_status` of the page. An empty list means
that there is no warning, which is no level. "To parts" is a level of parts and none of the country.
"""

from collections.abc import Iterator
from typing import Any, Final

from legation.model.situation import Statement
from legation.sources.captured import Rows, Table
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

SOURCE: Final = "advice_gb"
SITE: Final = "https://www.gov.uk"
STATES: Final[dict[str, tuple[int | None, int, str]]] = {
    "avoid_all_travel_to_whole_country": (4, 4, "Advises against all travel to the whole country"),
    "avoid_all_but_essential_travel_to_whole_country": (
        3,
        3,
        "Advises against all but essential travel to the whole country",
    ),
    "avoid_all_travel_to_parts": (None, 4, "Advises against all travel to parts of the country"),
    "avoid_all_but_essential_travel_to_parts": (
        None,
        3,
        "Advises against all but essential travel to parts of the country",
    ),
}
"""Level, level of parts and phrase of each code, gravest first; the phrases are GOV.UK's own."""


def read_index(body: bytes, codes: PlaceCodes, seen: str) -> Reading:
    """Read the index: when each page changed; its statements carry no level."""
    decoded = parse_json(body, SOURCE)
    links = decoded.get("links") if isinstance(decoded, dict) else None
    children = parse_rows(links.get("children") if isinstance(links, dict) else None, SOURCE)
    return _reading(part for child in children for part in _read_page(child, codes, seen, None))


def read_pages(body: bytes, codes: PlaceCodes, seen: str) -> Reading:
    """Read pages by slug, each as the content API gives it."""
    decoded = parse_json(body, SOURCE)
    if not isinstance(decoded, dict) or not all(isinstance(page, dict) for page in decoded.values()):
        raise unfit(SOURCE, "is not pages by slug")
    pages = decoded.values()
    return _reading(part for page in pages for part in _read_page(page, codes, seen, alert_status(page)))


def read_statuses(rows: Rows, codes: PlaceCodes, seen: str) -> Reading:
    """Read rows whose alert states, `;` between them, were read out of the pages' prose: best effort."""
    return _reading(part for row in rows for part in _read_row(row, codes, seen))


def alert_status(page: dict[str, Any]) -> tuple[str, ...] | None:
    """The codes of a page; None when it has none of the field, which is not an empty list."""
    details = page.get("details")
    status = details.get("alert_status") if isinstance(details, dict) else None
    return tuple(map(str, status)) if isinstance(status, list) else None


def _reading(parts: Iterator[Statement | Remark]) -> Reading:
    found = list(parts)
    return one_a_place(
        (part for part in found if isinstance(part, Statement)),
        (part for part in found if isinstance(part, Remark)),
    )


def _read_page(
    page: dict[str, Any], codes: PlaceCodes, seen: str, status: tuple[str, ...] | None
) -> Iterator[Statement | Remark]:
    details = page.get("details")
    country = details.get("country") if isinstance(details, dict) else None
    name = str(country.get("name")) if isinstance(country, dict) else str(page.get("title"))
    places = codes.get_named(name)
    if places is None or not set(status or ()) <= set(STATES):
        yield Remark("unknown-place" if places is None else "unknown-level", name[:80])
        return
    updated, path = parse_day(page.get("public_updated_at"), seen), page.get("base_path")
    for place in places:
        yield _statement(place, status or (), updated, parse_url(f"{SITE}{path}"))


def _read_row(row: dict[str, Any], codes: PlaceCodes, seen: str) -> Iterator[Statement | Remark]:
    name, said = str(row.get("destination")), row.get("risk_level")
    places, status = codes.get_named(name), tuple(filter(None, str(said or "").split(";")))
    if places is None or said is None or not set(status) <= set(STATES):
        yield Remark("unknown-place" if places is None else "unknown-level", name[:80])
        return
    updated, url = parse_day(row.get("last_updated"), seen), parse_url(row.get("details_url"))
    for place in places:
        yield _statement(place, status, updated, url, derived=True)


def _statement(
    place: str, status: tuple[str, ...], updated: str | None, url: str | None, derived: bool = False
) -> Statement:
    """The gravest level for the whole country, the gravest of all for parts, and their phrases."""
    found = [STATES[code] for code in STATES if code in status]
    level = max((level for level, _, _ in found if level), default=None)
    regional = max((regional for _, regional, _ in found), default=None)
    wording = "; ".join(phrase for _, _, phrase in found) or None
    return Statement(place, level, regional, wording=wording, updated=updated, url=url, derived=derived)


FORMS: Final[dict[str, Read | Table]] = {
    "index": read_index,
    "pages": read_pages,
    "update": read_pages,
    "statuses": Table(read_statuses, carried=True),
}
