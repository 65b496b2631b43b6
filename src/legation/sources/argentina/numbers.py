"""Telephone numbers as Argentine posts write them: `00 55 (51) …`, `(56-41) …`, with words around them."""

import re
from typing import Final

import phonenumbers

from legation.sources.contact import clean, parse_phone

BETWEEN = re.compile(r"\s*(?://|[;|]|/(?=\s*(?:00|[(+]|[0-9]{3}))|\s[oy]\s)\s*")
NOTE = re.compile(r"\([^()0-9]*\)|[^\W\d_]+[^0-9(+]*|:")
"""Words in brackets, and words: `(Sección Consular)`, `emergencias: `, `whatsapp`."""
ABROAD = re.compile(r"^\(?\+?\s*00\s*\(?")
"""The prefix of international calls, with brackets on either side of it."""
MESSAGES = re.compile(r"mensajes", re.I)
LEAST: Final = 6


def find_numbers(said: str, place: str) -> list[str]:
    """The numbers of a cell: E.164 where the plan of the place knows them, else the digits as written."""
    text = clean(said)
    if MESSAGES.search(text):
        return []  # a line that nobody answers is no telephone
    found = []
    for part in BETWEEN.split(text):
        bare = " ".join(NOTE.sub(" ", part).split()).strip(" -./,")
        if sum(map(str.isdigit, bare)) >= LEAST:
            found.append(read_number(bare, place))
    return list(dict.fromkeys(found))


def read_number(said: str, place: str) -> str:
    """A number in E.164, read as written, after the prefix `00`, or with the calling code in front; else as written."""
    digits = re.sub(r"[^0-9]", "", said)
    readings = [f"+{digits[2:]}"] if ABROAD.match(said) else [said]
    if digits.startswith(calling_code_of(place)) or said.startswith("("):
        readings.append(f"+{digits.removeprefix('00')}")
    for reading in readings:
        try:
            return parse_phone(reading, place)
        except ValueError:
            continue
    return said


def calling_code_of(place: str) -> str:
    """The calling code of a place; empty when it has none."""
    code = phonenumbers.country_code_for_region(place)
    return str(code) if code else ""


def calling_code(number: str) -> str | None:
    """The calling code of a number in E.164; None for any other."""
    try:
        return str(phonenumbers.parse(number, None).country_code)
    except phonenumbers.NumberParseException:
        return None
