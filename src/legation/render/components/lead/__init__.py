"""The first thing on an answer: the number to call and the place to go."""

import msgspec

from legation.render.components.notes import Note

__all__ = ["Lead"]


class Number(msgspec.Struct, frozen=True, omit_defaults=True):
    """A number to call: what it is, as written, its `tel:` address if it can be dialled, whose line it is."""

    label: str
    text: str
    href: str | None = None
    whose: str | None = None


class Door(msgspec.Struct, frozen=True, omit_defaults=True):
    """A place to go: title (empty on its own page), page, address or city, hours, map address, distance, `lat,lon`."""

    title: str
    href: str
    where: str
    hours: str | None = None
    open_now: bool | None = None
    map: str | None = None
    distance: str | None = None
    at: str | None = None


class Lead(msgspec.Struct, frozen=True, omit_defaults=True):
    """The lead of an answer.

    Attributes:
        gap: what is said when nobody in place helps; None otherwise.
        gap_language: language of that sentence, when it is not the page's.
        numbers: to call, the first as the main button.
        door: where to go, None when no post is known.
        why: one sentence on why this post. why_language: as gap_language.
        mails, website: other ways to reach the post.
        warnings: what to know before going there.
        asks_no_number: True where a number is not what helps (at home, for a refugee).
    """

    gap: str | None = None
    gap_language: str | None = None
    numbers: list[Number] = []
    door: Door | None = None
    why: str | None = None
    why_language: str | None = None
    mails: list[str] = []
    website: str | None = None
    warnings: list[Note] = []
    asks_no_number: bool = False
