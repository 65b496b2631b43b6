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
        people, places: names to choose from.
        pattern: where a copy on a disk has the answer, with PLACE and WHO for the codes; it needs a script.
    """

    action: str
    places_href: str
    people: list[Choice] = []
    places: list[Choice] = []
    citizen: str = ""
    place: str = ""
    pattern: str = ""
