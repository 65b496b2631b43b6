"""Whose hours a piece speaks of: the public counter, the whole office, the telephone, somebody else."""

import re
from typing import Final, Literal

Door = Literal["public", "general", "unclear", "staff", "phone", "service", "holidays", "seasonal"]

UNCLEAR: Final = re.compile(r"enquir|quer(?:y|ies)")

WORDS: Final[tuple[tuple[Door, re.Pattern[str]], ...]] = (
    (
        "holidays",
        re.compile(r"holidays?\b|\bferiados\b|closed on the following"),
    ),
    ("seasonal", re.compile(r"\b(?:summer|winter|ramadan|verano|invierno|seasonal)\b")),
    (
        "phone",
        re.compile(
            r"telephon|\bphone|switchboard|\bcall(?:s|ing)?\b|\btelef|\blines?\b|whatsapp|\be-?mail|correo|celular|\bfax\b"
            r"|emergenc|urgen|out of hours|outside|after.hours|\bduty\b|\bguardia\b|24/7|24\s*-?h(?:ou)?rs?\b|\b24\s*hs"
        ),
    ),
    (
        "service",
        re.compile(
            r"\bvisas?\b|passports?\b|ukvi|biometric|collect|\btrade\b|\bdit\b|investment|press\b|media\b|council"
            r"|defen[cs]e|notar|document|\bmarriage|\bbirth|deliver|\bentrega\b|information cent|political"
            r"|corporate|commercial|application|certif|chevening|development|registr|library"
        ),
    ),
    ("staff", re.compile(r"administrativ|\badm\b|funcionari|\bstaff|horario de trabajo")),
    (
        "public",
        re.compile(
            r"consular\b(?! office)|\bconsulate\b|\bconsulate-general|to the public|public (?:access|counter|hours)"
            r"|\bal publico|\bpublico\b|visit(?:or)?s?\b|\bcounters?\b|ventanilla|presencial|atencion personal"
            r"|citizen services|\bacs\b|personal enquir"
        ),
    ),
    ("service", UNCLEAR),
)
COUNTER: Final = re.compile(r"counter|open|visit|personal|public")
GENERAL: Final = re.compile(
    r"opening|hours?\b|\boffice\b|embassy|high commission|\bopen\b|\btimes?\b|horarios?|embajada|consulado"
    r"|contact|about|address|welcome|nunciature|oficinas?\b|general"
)


def door_of(piece: str) -> Door | None:
    """The door that the words of a folded piece name; None when they name none."""
    for door, words in WORDS:
        if words.search(piece):
            if door == "public" and UNCLEAR.search(piece) and not COUNTER.search(piece):
                return "unclear"
            return door
    return "general" if GENERAL.search(piece) else None
