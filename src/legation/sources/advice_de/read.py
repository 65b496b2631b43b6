"""Travel warnings of Germany: `/opendata/travelwarning`, and the same fields as captured by another hand.

Times are Unix seconds. An empty object is what the service sends when it fails or is switched off. A part warning
is a warning for parts: it says level 4 of them and nothing more than caution of the rest.
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
    parse_rows,
    parse_url,
    unfit,
)

SOURCE: Final = "advice_de"
Fields = tuple[str, str, str, str]
"""Names of the code, the name, the moment of change and the content identifier."""
FLAGS: Final = ("warning", "partialWarning", "situationWarning", "situationPartWarning")
STATES: Final[tuple[tuple[int, int, str], ...]] = (
    (4, 4, "Reisewarnung"),
    (2, 4, "Teilreisewarnung"),
    (3, 3, "Lagewarnung"),
    (2, 2, "Teillagewarnung"),
)
NONE: Final = (1, 1, "Reise- und Sicherheitshinweise")
PAGE: Final = "https://www.auswaertiges-amt.de/opendata/travelwarning/"


def read_response(body: bytes, codes: PlaceCodes, seen: str) -> Reading:
    """Read the service's answer: `response` by content identifier."""
    decoded = parse_json(body, SOURCE)
    response = decoded.get("response") if isinstance(decoded, dict) else None
    if not isinstance(response, dict):
        raise unfit(SOURCE, "lacks `response`")
    entries = [entry | {"id": key} for key, entry in response.items() if isinstance(entry, dict)]
    return _reading(entries, codes, seen, FLAGS, ("countryCode", "countryName", "lastModified", "id"))


def read_mapped(body: bytes, codes: PlaceCodes, seen: str) -> Reading:
    """Read the capture that renamed the fields and wrote the flags as numbers."""
    flags = ("warning", "partial_warning", "situation_warning", "situation_part_warning")
    rows = parse_rows(parse_json(body, SOURCE), SOURCE)
    return _reading(
        rows, codes, seen, flags, ("country_code", "country_name", "last_modified_iso", "content_id")
    )


def _reading(
    entries: list[dict[str, Any]],
    codes: PlaceCodes,
    seen: str,
    flags: tuple[str, ...],
    fields: Fields,
) -> Reading:
    found = [part for entry in entries for part in _read_entry(entry, codes, seen, flags, fields)]
    return one_a_place(
        (part for part in found if isinstance(part, Statement)),
        (part for part in found if isinstance(part, Remark)),
    )


def _read_entry(
    entry: dict[str, Any], codes: PlaceCodes, seen: str, flags: tuple[str, ...], fields: Fields
) -> Iterator[Statement | Remark]:
    code, name, modified, number = (entry.get(field) for field in fields)
    place = codes.get_code(code)
    if place is None:
        yield Remark("unknown-place", f"{name}: {code}"[:100])
        return
    if not all(entry.get(flag) in (False, True) for flag in flags):
        yield Remark("unknown-level", f"{name}"[:100])
        return
    set_flags = (state for flag, state in zip(flags, STATES, strict=True) if entry[flag])
    level, regional, wording = next(set_flags, NONE)
    yield Statement(
        place,
        level,
        regional,
        wording=wording,
        updated=parse_day(modified, seen),
        url=parse_url(f"{PAGE}{number}"),
    )


FORMS: Final[dict[str, Read | Table]] = {"response": read_response, "mapped": read_mapped}
