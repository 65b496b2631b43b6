"""The foreign ministry's own lines, with every answer."""

import msgspec

__all__ = ["Lines"]


class Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """A line: whose, the number as written and to dial, when it answers, what to mind, on whose word."""

    whose: str
    text: str
    href: str | None = None
    hours: str | None = None
    note: str | None = None
    note_language: str | None = None
    source: str = ""


class Lines(msgspec.Struct, frozen=True):
    """All lines of the states the person is a citizen of."""

    lines: list[Line]
