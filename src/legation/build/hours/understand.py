"""Listen to everything said about hours, door by door, and give the hours of the door a citizen goes to.

The public or consular counter goes before the office as a whole; hours of the telephone, of visas and of other services
are passed over. One piece not understood in the chosen section, and nothing is understood.
"""

import re
from typing import Final

from opening_hours import OpeningHours, validate

from legation.build.hours.doors import Door, door_of
from legation.build.hours.lines import Line, fold, lines, pieces
from legation.build.hours.scan import EXCEPTIONS, HOLIDAYS, LOCAL, UTC, Scan, Zone, scan
from legation.build.hours.section import Section
from legation.build.hours.week import Week, syntax, within

BY_APPOINTMENT: Final = "by appointment"
HEADING_WORDS: Final = 8
SYNTAX: Final = re.compile(r"(?:(?:Mo|Tu|We|Th|Fr|Sa|Su)\b|24/7)[^\x00-\x1f\x7f]{0,200}")
"""How the opening_hours syntax begins when it names its days; a source may already write it."""
MONTH: Final = re.compile(
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b|\b(?:good friday|easter|whit)\b"
)
LONGEST_SHOWN: Final = 300


def understand_hours(said: str) -> str | None:
    """Turn what a source says into opening_hours syntax, in the local time of the post; None when not understood.

    Args:
        said: prose in English or Spanish, plain or HTML, or opening_hours syntax.

    Example:
        >>> understand_hours("Monday to Thursday 8am to 12.30pm and 1.30pm to 4pm; Friday 8am to 1pm")
        'Mo-Th 08:00-12:30,13:30-16:00; Fr 08:00-13:00'
    """
    if SYNTAX.fullmatch(said) and validate(said):
        return str(OpeningHours(said))
    listener = Listener()
    for line in lines(said):
        for piece in pieces(fold(line.text)):
            listener.hear(piece, heading=line.heading)
    return listener.verdict()


def plain_hours(said: str) -> str:
    """What is said, understood or else the lines with hours as one of plain text, cut at 300 characters."""
    understood = understand_hours(said)
    if understood is not None:
        return understood
    text = "; ".join(text.strip("; ") for text in _telling(lines(said)))
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1].rstrip() + "…"


def _telling(said: list[Line]) -> list[str]:
    """The lines with hours, days or an appointment, each with the heading above it; all when none has any.

    Lists of holidays, addresses and advice stand beside them: those are other people's prose, and hide the hours.
    """
    kept: list[Line] = []
    above: Line | None = None
    for line in said:
        piece = fold(line.text)
        if _tells(piece):
            kept += [above, line] if above else [line]
            above = None
        else:
            short = len(piece.split()) <= HEADING_WORDS and "@" not in piece and not MONTH.search(piece)
            above = line if short else None
    return [line.text for line in kept or said]


def _tells(piece: str) -> bool:
    """Whether a line says hours, or an appointment instead of them; a holiday without hours is no such thing."""
    found = scan(piece)
    if any(token.span for token in found.tokens) or found.until:
        return True
    closed = any(token.closed for token in found.tokens)
    return (closed or found.by_appointment) and not MONTH.search(piece) and "holiday" not in piece


class Listener:
    """Keeps in mind which door is spoken of, and in which zone."""

    def __init__(self) -> None:
        self.public = Section()
        self.general = Section()
        self.holidays_off = False
        self._door: Door = "general"
        self._headed = False
        self._zone: Zone = "local"

    def hear(self, piece: str, *, heading: bool) -> None:
        """Take in one folded piece."""
        said, named = scan(piece), door_of(EXCEPTIONS.sub(" ", HOLIDAYS.sub(" ", piece)))
        if names_only_zone(piece):
            self._zone = said.zone or self._zone
            self._door = self._door if self._headed else "general"
            return
        if said.tokens or heading or is_heading(piece):
            self._turn(named, said, heading=heading)
        door = self._door if said.tokens or named in (None, "general") else named
        self._note(said, door, piece)

    def _turn(self, named: Door | None, said: Scan, *, heading: bool) -> None:
        if heading:
            self._door = named or (self._door if said.by_appointment else "service")
            self._headed = True
        elif named is not None and self._is_new_door(named, said):
            self._door = named
            self._headed = not said.tokens
        if said.zone is not None:
            self._zone = said.zone
        elif heading or named in ("public", "general"):
            self._zone = "local"

    def _is_new_door(self, named: Door, said: Scan) -> bool:
        """Whether words within the text leave the door spoken of: "open" under "Consular section" does not."""
        timed = any(token.span for token in said.tokens)
        dated = any(token.days for token in said.tokens)
        if dated and not timed and (self._door == "holidays" or any(token.closed for token in said.tokens)):
            return False  # A list goes on: of holidays, or of days with "Wednesday closed to the public".
        return named != "general" or not self._headed or self._door not in ("public", "service")

    def _note(self, said: Scan, door: Door, piece: str) -> None:
        dated = bool(MONTH.search(piece)) and not any(token.span for token in said.tokens)
        if dated or not (said.tokens or said.by_appointment or said.until):
            return
        match door:
            case "public" | "general":
                self.holidays_off |= said.holidays_off
                (self.public if door == "public" else self.general).hear(said, self._zone)
            case "unclear":
                self.public.clear = False
            case "seasonal":
                self.general.clear = False
            case _:
                pass

    def verdict(self) -> str | None:
        """The hours of the door a citizen goes to."""
        by_appointment = self.public.by_appointment or (self.general.by_appointment and not self.public.heard)
        week = self._week()
        if week is None:
            return None
        if not week:
            return f'"{BY_APPOINTMENT}"' if by_appointment else None
        comment = BY_APPOINTMENT if by_appointment else None
        return syntax(week, comment=comment, holidays_off=self.holidays_off)

    def _week(self) -> Week | None:
        if not self.public.clear:
            return None
        if not self.public.heard:
            return self.general.week if self.general.clear and not self.general.loose else None
        if not self.public.loose:
            return self.public.week
        return self._inherited()

    def _inherited(self) -> Week | None:
        """The counter's hours on the days of the office, when they lie within its hours."""
        general, loose = self.general, self.public.loose
        if self.public.week or not general.clear:
            return None
        if not general.week:
            return dict.fromkeys(general.pending, loose) or None
        if not all(within(loose, spans) for spans in general.week.values()):
            return None
        return dict.fromkeys(general.week, loose)


def names_only_zone(piece: str) -> bool:
    """Whether a piece is nothing but "GMT" or "Local time"."""
    left = re.sub(r"\blocal time\b", "", UTC.sub("", LOCAL.sub("", piece)))
    return left != piece and not re.search(r"\w", left)


def is_heading(piece: str) -> bool:
    """Whether a piece without hours is short enough to head those that follow."""
    return len(piece.split()) <= HEADING_WORDS or piece.rstrip().endswith(":")
