"""Times of day as people write them: 9am, 9.00 a.m., 0900, 9h, 13,00 hs, noon."""

import re
from typing import Final

from legation.build.hours.week import Span

NOON: Final = 12 * 60
LONGEST: Final = 12 * 60
"""A door open longer in one go is a slip of the pen ("9:00 am to 11:00 pm")."""


def clock(number: int) -> str:
    """Pattern of one time; its groups carry the number."""
    return (
        rf"(?:(?P<noon{number}>(?:12(?:[:.]00)?\s*)?(?:noon\b|midday\b|mediodia\b))"
        rf"|(?P<hour{number}>[01]?\d|2[0-4])(?:\s?[:.,h]\s?(?P<minute{number}>[0-5]\d)(?::00)?|(?P<tight{number}>[0-5]\d))?(?!\d)"
        rf"(?P<unit{number}>\s*(?:hs|hrs|horas|hours|h)\b)?(?:\s*\.?\s*(?P<half{number}>[ap])\.?\s?m\b)?\.?)"
    )


RANGE: Final = re.compile(
    r"(?<![\d+.,:])"
    rf"(?:(?P<between>between\s+|entre\s+(?:las\s+)?)|(?P<prefix>from\s+|de\s+|desde\s+)(?:las\s+)?)?{clock(1)}"
    r"\s*(?:(?P<to>-+|to|hasta|until|till|a)|(?P<and>and|y))\s*(?:las\s+)?"
    rf"{clock(2)}"
)
LONE: Final = re.compile(rf"(?<![\d+/.,:]){clock(1)}")


def is_time(found: re.Match[str]) -> bool:
    """Whether a matched range is one of times: somewhere it must say so, "2018 to 20" does not."""
    said = found.groupdict()
    if said["and"] and not said["between"]:
        return False
    if said["tight1"] or said["tight2"]:
        return all(
            said[f"tight{n}"] or said[f"half{n}"] or said[f"minute{n}"] or said[f"noon{n}"] for n in (1, 2)
        )
    marks = (f"{mark}{number}" for mark in ("noon", "minute", "unit", "half") for number in (1, 2))
    return bool(said["between"] or said["prefix"]) or any(said[mark] for mark in marks)


def span_of(found: re.Match[str]) -> Span | None:
    """The minutes of a matched range; None when they cannot be meant."""
    start, end = minutes_of(found, 1), minutes_of(found, 2)
    if start is None or end is None:
        return None
    said = found.groupdict()
    if (
        said["half2"] == "p"
        and not said["half1"]
        and not said["noon1"]
        and start < NOON
        and start + NOON < end
    ):
        # "1 to 4pm" begins at one in the afternoon, "9 to 11pm" may begin in the morning.
        if start >= 7 * 60:
            return None
        start += NOON
    return (start, end) if 0 < end - start <= LONGEST else None


def minutes_of(found: re.Match[str], number: int) -> int | None:
    """Minutes after midnight of one of the times."""
    said = found.groupdict()
    if said[f"noon{number}"]:
        return NOON
    hour = int(said[f"hour{number}"])
    minute = int(said[f"minute{number}"] or said[f"tight{number}"] or 0)
    half = said[f"half{number}"]
    if half == "a" and hour > 11:
        return None
    if half == "p" and hour < 12:
        hour += 12
    return hour * 60 + minute
