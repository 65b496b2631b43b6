"""What stands in a field of the book: text with entities and tags, addresses among sentences."""

import html
import re
from typing import Final

import phonenumbers

from legation.sources.contact import clean

TAG = re.compile(r"<[^<>]{0,200}>")
POINT = re.compile(r"(?P<latitude>\d{1,2}[.,]\d+)° (?P<ns>[NS]), (?P<longitude>\d{1,3}[.,]\d+)° (?P<ew>[EW])")
NO_POST = re.compile(
    r"\bnone\b|does not (?:have|maintain)|has no (?:offices|consular)|suspended|(?:is|are|embassy) closed|relocated"
    r"|is accredited to|Affairs Unit",
    re.I,
)
MAIL = re.compile(r"[^\s,;:<>()]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}")
SITE = re.compile(r"https?://[^\s<>\"]+")
CODE = re.compile(r"(?:011\s*)?[(\[]\s*\+?(?P<code>\d{1,4})(?:-(?P<area>\d+))?\s*[)\]]")
LONGEST: Final = 4_000


def plain(said: str) -> str:
    """A field as one line of text: entities resolved, a tag is a blank."""
    return clean(TAG.sub(" ", html.unescape(said[:LONGEST]).replace("\xa0", " ")))


def says_no_post(said: str) -> bool:
    """Whether a field that should hold an address says that there is no post to go to."""
    return NO_POST.search(said) is not None


def parse_point(said: str) -> str | None:
    """A point written in place of an address, as `latitude,longitude`."""
    match = POINT.search(said)
    if not match:
        return None
    north, east = (float(match[part].replace(",", ".")) for part in ("latitude", "longitude"))
    return f"{-north if match['ns'] == 'S' else north},{-east if match['ew'] == 'W' else east}"


def parse_address(said: str) -> str:
    """An address without the remarks behind it."""
    return re.split(r";\s*note\b|\(reopened\b", said, flags=re.I)[0].strip(" ,;")


def parse_numbers(said: str, place: str) -> list[str]:
    """Numbers as the book writes them, `[1] (202) 555-0101`: what is in brackets is the calling code, or an area code.

    Some pages begin with 011, as one dials from the United States.
    """
    parts = re.split(r",|;| or ", re.sub(r"\bthrough\b.*", "", said))
    return [_number(part.strip(), place) for part in parts if re.search(r"\d", part)]


def _number(said: str, place: str) -> str:
    match = CODE.match(said)
    if match is None:
        return said
    number = " ".join(f"{match['code']} {match['area'] or ''} {said[match.end() :].strip('- ')}".split())
    return f"+{number}" if match["code"] == str(phonenumbers.country_code_for_region(place)) else number
