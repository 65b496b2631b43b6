"""What is known of a post, field by field: the value, who says so, since when it was seen."""

import msgspec

__all__ = ["Facts"]


class Value(msgspec.Struct, frozen=True, omit_defaults=True):
    """One value as written, and what a tap on it does."""

    text: str
    href: str | None = None


class Fact(msgspec.Struct, frozen=True, omit_defaults=True):
    """One field: its label, its values, the source and its date."""

    label: str
    values: list[Value]
    source: str = ""
    seen: str = ""


class Facts(msgspec.Struct, frozen=True):
    """All fields of a post."""

    facts: list[Fact]
