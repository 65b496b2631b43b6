"""What to mind: caveats and warnings, gravest first."""

import msgspec

__all__ = ["Notes"]


class Note(msgspec.Struct, frozen=True, omit_defaults=True):
    """One sentence, and its language when it is not the page's."""

    text: str
    language: str | None = None


class Notes(msgspec.Struct, frozen=True):
    """All notes under one heading."""

    notes: list[Note]
