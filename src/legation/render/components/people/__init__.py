"""A list of states or places to choose from, with a word on each."""

import msgspec

__all__ = ["People"]


class Entry(msgspec.Struct, frozen=True, omit_defaults=True):
    """One entry: name, page, a word beside it."""

    name: str
    href: str
    word: str = ""


class People(msgspec.Struct, frozen=True, omit_defaults=True):
    """A list under a heading; a long one may start folded."""

    title: str
    entries: list[Entry]
    id: str = "list"
    folded: bool = False
    empty: str = ""
