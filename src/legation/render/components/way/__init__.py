"""One way to be helped, beside the first: who, why, how to reach them, what to mind."""

import msgspec

from legation.render.components.lead import Number

__all__ = ["Way"]


class Way(msgspec.Struct, frozen=True, omit_defaults=True):
    """A further way to be helped.

    Attributes:
        title, href: the post and its page. where: address or city.
        why: one sentence. why_language: its language, when it is not the page's.
        numbers, mails, website, hours, open_now: contacts. distance: shown, with its unit. at: `lat,lon`.
        notes: what to mind. source: on whose word, and when.
    """

    title: str
    href: str
    where: str = ""
    why: str = ""
    why_language: str | None = None
    numbers: list[Number] = []
    mails: list[str] = []
    website: str | None = None
    hours: str | None = None
    open_now: bool | None = None
    distance: str | None = None
    at: str | None = None
    notes: list[str] = []
    source: str = ""
