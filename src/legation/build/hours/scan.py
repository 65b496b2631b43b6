"""A piece of text as tokens: days, spans of time, what is closed, and whether any word was not understood."""

import re
from typing import Final, Literal

import msgspec

from legation.build.hours.days import EXPRESSION, days_of
from legation.build.hours.times import LONE, RANGE, is_time, span_of
from legation.build.hours.week import Days, Span

Zone = Literal["local", "utc"]


BLANK: Final = "~"
"""Stands for a token already taken, so that words on either side of it do not meet."""


class Token(msgspec.Struct, frozen=True):
    """One of: days; a span with the zone it is said in; closed; lunch."""

    days: Days | None = None
    span: Span | None = None
    zone: Zone | None = None
    closed: bool = False
    lunch: bool = False


class Scan(msgspec.Struct, frozen=True):
    """What a piece says.

    Attributes:
        tokens: in order.
        clear: False when a word or number was not understood.
        until: a single time that bounds something ("until 12.30").
        by_appointment, holidays_off: remarks found and taken out.
        zone: a zone that the piece names apart from any span, such as the heading "GMT".
    """

    tokens: tuple[Token, ...]
    clear: bool
    until: bool = False
    by_appointment: bool = False
    holidays_off: bool = False
    zone: Zone | None = None


APPOINTMENT: Final = re.compile(
    r"(?:strictly |works? |open |only |solo |unicamente |previa |an? )?"
    r"(?:by prior|by|through|con|via|required|requires?|requieren|agendar)\s+(?:an? )?(?:prior |previ[oa] |pre-)?"
    r"(?:appointments?|cita|turno)(?: previ[oa])?(?: only)?"
    r"|\b(?:an )?(?:prior )?appointments? (?:is|are) (?:required|necessary)|\bcon previa cita\b"
    r"|\band is therefore not open to the public at all times\b|\btodos los tramites\b"
)
HOLIDAYS: Final = re.compile(
    r"(?:,\s*)?\b(?:excluding|excl\.?|except(?:ing)?(?: for| on)?|excepto|salvo|with the exception of|other than)"
    r"\s+(?:los\s+)?(?:[a-z']+\s+){0,4}?(?:holidays?|feriados)\b"
    r"|(?:\band\s+)?closed (?:on\s+)?(?:all\s+)?(?:weekends,? and\s+)?(?:(?!following|for\b)[a-z'.]+\s+){0,4}?"
    r"holidays?\b"
    r"|(?:\band\s+)?public holidays?(?:\s*\(see below\))?\s+closed"
)
EXCEPTIONS: Final = re.compile(r"[(,]?\s*\bexcept (?:in|for) (?:an? )?emergenc(?:y|ies)\b\)?")
LOCAL: Final = re.compile(
    r"\blocal\s*time\s*(?:=|is)?\s*\(?\s*(?:(?:gmt|utc)\s*[+-]?\s*\d*(?::\d\d)?(?:\s*hours?)?)?\)?"
    r"|\(\s*local\s*\)|\bhora local\b|\blocal:"
    r"|\(?\b(?:gmt|utc)\s*[+-]\s*\d{1,2}(?::\d\d)?(?:\s*(?:hours?|hrs|hs))?\s*(?:\([a-z]{3,4}\))?\)?"
)
"""A remark that times are local; "GMT+3" describes the local zone, "GMT" alone another one."""
UTC: Final = re.compile(r"\(?\b(?:gmt|utc|zulu)\b\)?:?")
CLOSED: Final = re.compile(r"\b(?:is |are |also )?(?:closed|not open|cerrado|cerrada)\b")
LUNCH: Final = re.compile(
    r"\b(?:closed (?:for|during) )?(?:lunch(?:\s*-?(?:time|break|hour))?(?: closure)?|almuerzo)\b"
)
WORD: Final = re.compile(r"[^\W\d_][\w']*|\d+")
NOISE: Final = frozenset(
    """
    the a an and or on at in of to for from is are be our we it its all each every only please note that
    you also now open opens opening opened hours hour hrs hs h hora horas horario horarios time times
    working business normal standard office offices embassy british australian canadian american united
    states kingdom high commission commissions mission general consulate consul consular section
    sections deputy vice honorary post unit department main public visitors visitor visits visiting
    counter counters desk reception services service citizen citizens nationals personal visit access
    accessible enquiries enquiry acs us uk receive receives customers members through between operates
    operate week days day weekly local available during following due security considerations embassy's
    section's de del la el los las lo al y e en es son con por para atencion publico publica consulares
    tramites tramite embajada consulado consulados argentina argentino republica seccion oficina
    oficinas atiende corrido presencial ventanilla dni pasaportes legalizaciones arancelados consultas
    todos
    """.split()  # noqa: SIM905
)
"""Words that change nothing about hours. Any other word in a piece with hours makes the piece unclear."""

NAMED_OFFICE: Final = re.compile(
    r"\bthe (?:[^\W\d][\w'-]*\s+){1,8}?(?:is|are) open\b"
    r"|\bthe (?:[\w'-]+\s+){1,5}?(?=consular section)|^[\w'-]+\s+(?=consular section)"
)
"""The name of an office before its verb: "the Milan consular section is open"."""
BOUND: Final = re.compile(r"(?:hasta|until|till|desde|from)\s*(?:las\s*)?$")


def scan(piece: str) -> Scan:
    """Read a folded piece of text."""
    text, appointments = APPOINTMENT.subn(" ", piece)
    text, holidays = HOLIDAYS.subn(" ", text)
    text = EXCEPTIONS.sub(" ", text)
    text = NAMED_OFFICE.sub(" ", text)
    tokens, rest = _tokens(text)
    until = any(
        re.search(r"(?:hasta|until|till|desde|from|until)\s*(?:las\s*)?$", rest[: one.start()])
        for one in LONE.finditer(rest)
    )
    clear = all(word in NOISE for word in WORD.findall(rest))
    return Scan(tokens, clear, until, bool(appointments), bool(holidays), _outside(text))


def _tokens(text: str) -> tuple[tuple[Token, ...], str]:
    """The tokens in order, and the text with them blanked out."""
    found: list[tuple[int, Token]] = []

    def keep(match: re.Match[str], token: Token) -> str:
        found.append((match.start(), token))
        return BLANK * (match.end() - match.start())

    def span(match: re.Match[str]) -> str:
        if not is_time(match):
            return match[0]
        minutes = span_of(match)
        return (
            keep(match, Token(span=minutes, zone=_zone_at(text, match))) if minutes else "?" * len(match[0])
        )

    rest = RANGE.sub(span, text)
    rest = EXPRESSION.sub(lambda match: keep(match, Token(days=days_of(match[0]))), rest)
    rest = LUNCH.sub(lambda match: keep(match, Token(lunch=True)), rest)
    rest = CLOSED.sub(lambda match: keep(match, Token(closed=True)), rest)
    rest = UTC.sub(" ", LOCAL.sub(lambda match: " " * len(match[0]), rest))
    return tuple(token for _, token in sorted(found, key=lambda one: one[0])), rest.replace("?", " 99 ")


def _zone_at(text: str, match: re.Match[str]) -> Zone | None:
    """The zone said right after a span in brackets, or right before it."""
    after = re.match(r"\s*\(?\s*(local|gmt(?!\s*[+-]\s*\d)|utc(?!\s*[+-]\s*\d))", text[match.end() :])
    before = re.search(r"(local time|local|gmt|utc)\s*:?\s*$", text[: match.start()])
    said = after or before
    if said is None:
        return None
    return "local" if said[1].startswith("local") else "utc"


def _outside(text: str) -> Zone | None:
    """The zone named before the first digit: it holds for the whole piece and what follows."""
    if local := LOCAL.search(text):
        return None if re.search(r"\d", text[: local.start()]) else "local"
    utc = UTC.search(text)
    return "utc" if utc and not re.search(r"\d", text[: utc.start()]) else None
