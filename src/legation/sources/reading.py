"""What a reader of advice or alerts hands on, and the checks that every reader of such bytes shares."""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

import msgspec
from lxml import etree

from legation.errors import StopSource
from legation.model.situation import Alert, Statement
from legation.sources.codes import PlaceCodes
from legation.sources.contact import clean

MARKUP: Final = re.compile(rb"\A(\xef\xbb\xbf)?\s*(<!doctype html|<html|<head|<script)", re.IGNORECASE)
AHEAD_DAYS: Final = 1
LONGEST_URL: Final = 500
ADDRESS: Final = re.compile(r"https?://[a-z0-9.-]+(:\d+)?(/[!-~]*)?", re.IGNORECASE)


class Remark(msgspec.Struct, frozen=True, order=True):
    """Why an entry, or a part of it, was set aside: a stable code and what it is about."""

    code: str
    about: str


class Reading(msgspec.Struct, frozen=True):
    """What one snapshot says: statements or alerts, by place or identifier, and what was set aside."""

    statements: tuple[Statement, ...] = ()
    alerts: tuple[Alert, ...] = ()
    remarks: tuple[Remark, ...] = ()


Read = Callable[[bytes, PlaceCodes, str], Reading]
"""A reader: bytes, codes, moment of the capture. Raises StopSource when the bytes are not the source's format."""


def parse_json(body: bytes, source: str) -> Any:
    """Decode JSON that holds something.

    Raises:
        StopSource: HTML (a challenge or an error page), half a file, not JSON, or empty.
    """
    if MARKUP.match(body):
        raise unfit(source, "is an HTML page, not data: a challenge or an error page")
    try:
        decoded = msgspec.json.decode(body.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise unfit(source, f"is not whole JSON: {error}") from error
    except RecursionError as error:
        raise unfit(source, "nests too deep") from error
    if not decoded:
        raise unfit(source, "is empty, which this source sends when it fails")
    return decoded


def parse_xml(body: bytes, source: str) -> etree._Element:
    """Parse XML without entities, without a DTD, without the network.

    Raises:
        StopSource: HTML, half a file, not XML, or a document type (nothing here needs one; bombs do).
    """
    if MARKUP.match(body):
        raise unfit(source, "is an HTML page, not data: a challenge or an error page")
    if b"<!DOCTYPE" in body[:2000] or b"<!ENTITY" in body:
        raise unfit(source, "declares a document type or entities, which this source never does")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        raise unfit(source, f"is not whole XML: {error}") from error


def parse_rows(said: object, source: str) -> list[dict[str, Any]]:
    """Check that decoded JSON is a list of objects.

    Raises:
        StopSource: it is not.
    """
    if not isinstance(said, list) or not all(isinstance(row, dict) for row in said):
        raise unfit(source, "is not a list of entries")
    return said


def unfit(source: str, fault: str) -> StopSource:
    """The error for bytes that are not the source's format."""
    message = f"{source}: the snapshot {fault}. It is refused; the last good state stays."
    return StopSource("unfit-snapshot", message, source)


def one_a_place(statements: Iterable[Statement], remarks: Iterable[Remark] = ()) -> Reading:
    """Keep one statement a place: equal levels say the same; of two levels neither is taken."""
    found: dict[str, Statement] = {}
    torn: set[str] = set()
    for said in statements:
        other = found.setdefault(said.place, said)
        if (other.level, other.regional_max) != (said.level, said.regional_max):
            torn.add(said.place)
    kept = tuple(found[place] for place in sorted(found) if place not in torn)
    doubles = (Remark("two-levels", place) for place in torn)
    return Reading(kept, remarks=tuple(sorted([*remarks, *doubles])))


def parse_url(said: object) -> str | None:
    """An http or https address of visible ASCII, at most 500 characters, or None."""
    text = clean(said) if isinstance(said, str) else ""
    return text if len(text) <= LONGEST_URL and ADDRESS.fullmatch(text) else None


def parse_day(said: object, seen: str) -> str | None:
    """The ISO date of a moment (ISO text or Unix seconds); None when it is none or lies after the capture."""
    try:
        if isinstance(said, int | float):
            day = datetime.fromtimestamp(said, tz=UTC).date() if said > 0 else None
        else:
            day = date.fromisoformat(str(said)[:10])
    except (ValueError, OverflowError, OSError):
        return None
    latest = date.fromisoformat(seen[:10]) + timedelta(days=AHEAD_DAYS)
    return day.isoformat() if day and day <= latest else None
