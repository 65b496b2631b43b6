"""The page in other languages."""

import msgspec

__all__ = ["Tongues"]


class Tongue(msgspec.Struct, frozen=True, omit_defaults=True):
    """A language: its code, its own name, the page in it; the current one has no address."""

    code: str
    name: str
    href: str | None = None


class Tongues(msgspec.Struct, frozen=True):
    """All languages."""

    tongues: list[Tongue]
