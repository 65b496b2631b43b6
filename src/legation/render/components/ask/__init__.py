"""The one question: citizen of, and where. Works as a plain form; lists help with the names."""

import msgspec

__all__ = ["Ask"]


class Choice(msgspec.Struct, frozen=True):
    """One name of a list, and its code."""

    code: str
    name: str


class Ask(msgspec.Struct, frozen=True, omit_defaults=True):
    """The form.

    Attributes:
        action: where it goes. places_href: the page with the lists.
        citizen, place: what was typed before.
        places: names to choose from.
    """

    action: str
    places_href: str
    places: list[Choice] = []
    citizen: str = ""
    place: str = ""
