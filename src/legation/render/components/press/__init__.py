"""What the press reports of a place: the newest articles, and who said what in them, state by state."""

import msgspec

__all__ = ["Press"]


class Report(msgspec.Struct, frozen=True, omit_defaults=True):
    """An article: its headline and language, address, publication, ISO date."""

    title: str
    href: str
    site: str = ""
    date: str = ""
    language: str | None = None


class Word(msgspec.Struct, frozen=True, omit_defaults=True):
    """A short quotation: who said it and what they are, whether literally, through whom, and where it stands."""

    speaker: str
    quote: str
    date: str
    href: str
    title: str
    role: str = ""
    medium: str = ""
    site: str = ""
    direct: bool = False


class Position(msgspec.Struct, frozen=True):
    """What was said for one state, newest first, so that a reader sees whether it has shifted."""

    state: str
    words: list[Word]


class Press(msgspec.Struct, frozen=True, omit_defaults=True):
    """The press on a place; nothing is shown when there is nothing."""

    reports: list[Report] = []
    positions: list[Position] = []
