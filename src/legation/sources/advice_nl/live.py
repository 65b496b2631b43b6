"""Ask the Dutch open-data service page by page; it gives 200 documents at most."""

from typing import Any, Final

import msgspec

from legation.sources.advice_nl.read import SOURCE
from legation.sources.ask import Ask, Request
from legation.sources.reading import parse_json, parse_rows

ROWS: Final = 200
PAGES: Final = 5


def capture(ask: Ask, url: str) -> bytes:
    """All documents as one JSON list.

    Raises:
        StopSource: a page cannot be had, or is no list.
    """
    documents: list[dict[str, Any]] = []
    for page in range(PAGES):
        address = url.replace("{rows}", str(ROWS)).replace("{offset}", str(page * ROWS))
        found = parse_rows(parse_json(ask(Request(address, "application/json", ends=b"]")), SOURCE), SOURCE)
        documents += found
        if len(found) < ROWS:
            break
    return msgspec.json.encode(documents)
