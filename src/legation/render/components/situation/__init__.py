"""What is going on at a place: alerts, and what governments advise."""

import msgspec

__all__ = ["SituationCard"]


class AdviceRow(msgspec.Struct, frozen=True, omit_defaults=True):
    """One government: name, own words, our level of 1 to 4 (or of a part only), page, date, whether that is old."""

    issuer: str
    wording: str = ""
    level: int | None = None
    href: str | None = None
    date: str = ""
    stale: bool = False
    regional: bool = False


class SituationCard(msgspec.Struct, frozen=True, omit_defaults=True):
    """The situation of one place.

    Attributes:
        advice: a row for each government.
        alerts: current alerts, one phrase each. unknown: what is not known.
    """

    advice: list[AdviceRow] = []
    alerts: list[str] = []
    unknown: list[str] = []
