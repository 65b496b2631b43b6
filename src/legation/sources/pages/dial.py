"""The numbers in a line of prose: "(+53 7) 204 2516/7 or +1-202-555-0123, ext. 4" is three, one with an extension.

A number is read in the plan of the place it stands in, or as people of the publisher's state dial abroad (`011`).
One that no plan knows is kept as it was said; the page is never corrected.
"""

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from legation.sources.contact import clean, parse_phone

RUN = re.compile(r"\+?\(?\+?\s?\(?[0-9][0-9 ()./+–-]*[0-9]")
EXTENSION = re.compile(
    r",?\s*(?:ext(?:ension)?s?\b\.?|x(?=\s?[0-9]))\s*:?\s*[0-9]+(?:\s*/\s*[0-9]+)*", re.IGNORECASE
)
SUFFIXES = re.compile(r"(?P<number>[^/]*[0-9])(?P<suffixes>(?:\s*/\s*[0-9]{1,4})+)")
CLOCK = re.compile(r"[0-2]?[0-9][.:]?[0-5][0-9]\s*[-–]\s*[0-2]?[0-9][.:]?[0-5][0-9]")
ABROAD: Final = {"US": "011", "AU": "0011", "GB": "00"}
"""What people of a state dial before the country's code."""
LONG_DISTANCE = re.compile(r"1[- (]{1,2}[2-9][0-9]{2}[-) ]{1,2}[2-9][0-9]{2}-[0-9]{4}")
"""A whole number of North America, as its people write it."""
LEAST_DIGITS: Final = 6
"""Of a number that no plan knows; whole numbers of small islands have five."""
LEAST_KNOWN: Final = 5
MOST_DIGITS: Final = 20
MOST_NUMBERS: Final = 8


class Number(msgspec.Struct, frozen=True):
    """A number, in E.164 when it is known to a plan, else as it was said."""

    text: str
    known: bool


def find_numbers(said: str, place: str | None, writer: str) -> list[Number]:
    """Find the numbers in a text, each once, at most eight.

    Args:
        said: prose.
        place: the numbering plan (ISO 3166-1 alpha-2); None: only `+` numbers are known.
        writer: the state whose people the text is for.
    """
    found: dict[str, Number] = {}
    text = clean(said)
    read = 0
    for run in RUN.finditer(text):
        if run.start() < read:
            continue
        extension = EXTENSION.match(text, run.end())
        read = extension.end() if extension else run.end()
        for number in _read_run(run[0], extension[0] if extension else "", place, writer):
            found.setdefault(number.text, number)
    numbers = list(found.values())[:MOST_NUMBERS]
    if any(number.known for number in numbers):
        # What is said beside a whole number without its code is the same, for those who are in town.
        numbers = [number for number in numbers if number.known or number.text[:2].count("+")]
    return numbers


def _read_run(run: str, extension: str, place: str | None, writer: str) -> Iterator[Number]:
    """The numbers of one run of digits and signs."""
    if run.count("(") > run.count(")"):
        run = run[: run.rindex("(")]
    run = run.strip(" .-/–")
    digits = sum(sign.isdecimal() for sign in run)
    if CLOCK.fullmatch(run) or digits < LEAST_KNOWN:
        return
    if extension:
        yield Number(run + extension, known=False)
    elif (known := _known(run, place, writer)) and "/" not in run:
        yield Number(known, known=True)
    elif match := SUFFIXES.fullmatch(run):
        yield from _read_suffixes(match, place, writer)
    elif "/" in run:
        for part in run.split("/"):
            yield from _read_run(part, "", place, writer)
    elif LEAST_DIGITS <= digits <= MOST_DIGITS:
        yield Number(run, known=False)


def _read_suffixes(match: re.Match[str], place: str | None, writer: str) -> Iterator[Number]:
    """A number and those that differ from it in their last digits; all of them are known, or none is."""
    number = match["number"].strip()
    endings = re.findall("[0-9]+", match["suffixes"])
    known = [_known(said, place, writer) for said in (number, *(_ending_in(number, end) for end in endings))]
    if all(known):
        yield from (Number(one, known=True) for one in known if one)
    else:
        yield Number(match[0], known=False)


def _ending_in(number: str, end: str) -> str:
    return number[: -len(end)] + end if number[-len(end) :].isdecimal() else number


def _known(said: str, place: str | None, writer: str) -> str | None:
    """The number in E.164 when a plan knows it."""
    digits = said.lstrip("( ")
    readings = [(said, place)]
    if digits.startswith(ABROAD.get(writer, "+")) or (writer == "US" and LONG_DISTANCE.fullmatch(digits)):
        readings.append((digits, writer))
    for text, plan in readings:
        try:
            return parse_phone(text, plan)
        except ValueError:
            continue
    return None
