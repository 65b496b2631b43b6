"""Ask GOV.UK for the index, then only for the pages that changed since they were last read."""

from collections.abc import Mapping
from typing import Any, Final

import msgspec

from legation.sources.advice_gb.read import SOURCE
from legation.sources.ask import Ask, Request
from legation.sources.codes import PlaceCodes
from legation.sources.reading import parse_day, parse_json, parse_rows

JSON: Final = "application/json"


def capture(ask: Ask, url: str, codes: PlaceCodes, known: Mapping[str, str | None], seen: str) -> bytes:
    """The changed pages by slug, as one JSON object in the form of `read_pages`; empty when none changed.

    Args:
        ask: the door to the network.
        url: the index.
        codes: places of the register.
        known: for each place read from its page before, the date of the page's last change.
        seen: moment of the capture.

    Raises:
        StopSource: the index or a page cannot be had, or is not what it should be.
    """
    index = parse_json(ask(Request(url, JSON, ends=b"}")), SOURCE)
    links = index.get("links") if isinstance(index, dict) else None
    children = parse_rows(links.get("children") if isinstance(links, dict) else None, SOURCE)
    pages: dict[str, Any] = {}
    for child in children:
        path = str(child.get("base_path"))
        if path.startswith("/foreign-travel-advice/") and has_changed(child, codes, known, seen):
            address = f"{url.removesuffix('/foreign-travel-advice')}{path}"
            pages[path] = parse_json(ask(Request(address, JSON, ends=b"}")), SOURCE)
    return msgspec.json.encode(pages)


def has_changed(child: dict[str, Any], codes: PlaceCodes, known: Mapping[str, str | None], seen: str) -> bool:
    """Whether a page of the index was changed since it was read, or never read."""
    details = child.get("details")
    country = details.get("country") if isinstance(details, dict) else None
    name = str(country.get("name")) if isinstance(country, dict) else ""
    updated = parse_day(child.get("public_updated_at"), seen)
    return any(place not in known or known[place] != updated for place in codes.get_named(name) or ())
