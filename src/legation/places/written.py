"""Ways to write a place that are not names: codes, flags, coordinates; and text that is nothing at all."""

import re
import unicodedata
from typing import Final

from legation.errors import UnreadableInput

LONGEST: Final = 200
FLAG_A: Final = ord("🇦")
TAG_SPACE: Final = 0xE0000
BLACK_FLAG, TAG_END = "🏴", chr(0xE007F)

AXIS: Final = (
    r"(?P<{0}>[+-]?\d{{1,3}}(?:[{1}]\d+)?)\s*°?\s*"
    r"(?:(?P<{0}_minutes>\d{{1,2}}(?:[{1}]\d+)?)\s*['′’]\s*)?"
    r"(?:(?P<{0}_seconds>\d{{1,2}}(?:[{1}]\d+)?)\s*(?:\"|″|”|'')\s*)?"
)


def _point(decimal: str, between: str) -> re.Pattern[str]:
    latitude, longitude = AXIS.format("latitude", decimal), AXIS.format("longitude", decimal)
    north, east = r"(?P<north>[NSns])?\s*", r"(?P<east>[EWew])?\s*"
    return re.compile(rf"(?:geo:|@)?\s*\(?\s*{latitude}{north}(?:{between}){longitude}{east}\)?")


POINTS: Final = (_point(".", r"[,;]\s*|\s+|(?<=[NSns])"), _point(",", r";\s*|\s+|(?<=[NSns])"))
"""55.75,37.62 · 55.75 N, 37.62 E · 55°45′21″N 37°37′04″E · geo:55.75,37.62; with a decimal comma 55,75; 37,62"""


def legible(text: str, what: str) -> str:
    """Return the text without blanks around it; `what` ("place", "citizenship") goes into the message.

    Raises:
        UnreadableInput: empty, longer than 200 characters, or with control characters in it.
    """
    if len(text) > LONGEST:
        message = f"A {what} of {len(text):,} characters cannot be read: give a name, a code or coordinates."
        raise UnreadableInput(f"unreadable-{what}", message, f"{text[:40]}…")
    if any(unicodedata.category(sign) in ("Cc", "Cs", "Co") and sign not in "\t\n\r" for sign in text):
        message = f"The {what} has control characters in it, or bytes that are no text: type it again."
        raise UnreadableInput(f"unreadable-{what}", message, printable(text))
    if not (bare := text.strip()):
        message = f"The {what} is empty: give a name, a code or coordinates."
        raise UnreadableInput(f"unreadable-{what}", message, text)
    return bare


def printable(text: str) -> str:
    """Replace what must not reach a terminal."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)


def find_flag(text: str) -> str | None:
    """Return the code of a flag emoji; a flag of a part of a country gives the country."""
    if len(text) == 2 and all(0 <= ord(sign) - FLAG_A < 26 for sign in text):
        return "".join(chr(ord(sign) - FLAG_A + ord("A")) for sign in text)
    if text.startswith(BLACK_FLAG) and text.endswith(TAG_END):
        return "".join(
            chr(ord(sign) - TAG_SPACE) for sign in text[1:3] if 0 < ord(sign) - TAG_SPACE < 128
        ).upper()
    return None


def find_point(text: str) -> tuple[float, float] | None:
    """Read coordinates: decimal degrees, or degrees, minutes and seconds; None when it is something else."""
    if not any(sign.isdigit() for sign in text):
        return None
    found = next(filter(None, (pattern.fullmatch(text) for pattern in POINTS)), None)
    if found is None:
        return None
    latitude, longitude = (_degrees(found, axis) for axis in ("latitude", "longitude"))
    south, west = found["north"] in ("S", "s"), found["east"] in ("W", "w")
    return (-latitude if south else latitude), (-longitude if west else longitude)


def _degrees(found: re.Match[str], axis: str) -> float:
    parts = [found[axis], found[f"{axis}_minutes"], found[f"{axis}_seconds"]]
    whole, minutes, seconds = (float((part or "0").replace(",", ".")) for part in parts)
    size = abs(whole) + minutes / 60 + seconds / 3600
    return -size if parts[0].startswith("-") else size
