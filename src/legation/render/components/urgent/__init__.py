"""The local emergency numbers of a place: police, ambulance, fire."""

import msgspec

__all__ = ["Urgent"]


class Dial(msgspec.Struct, frozen=True, omit_defaults=True):
    """A number as dialled there, its `tel:` address if it can be dialled as it stands, and who answers."""

    text: str
    who: str
    href: str | None = None


class Urgent(msgspec.Struct, frozen=True, omit_defaults=True):
    """All numbers of a place, each once; on whose word. Nothing is shown when none is known."""

    dials: list[Dial] = []
    source: str = ""
