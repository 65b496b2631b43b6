"""A situation in short, as other answers carry it."""

from typing import Final

from legation.model.situation import Situation, SituationSummary

DO_NOT_TRAVEL: Final = 4
ENOUGH_ISSUERS: Final = 2


def summary(found: Situation) -> SituationSummary:
    """The little that other answers carry of a situation."""
    levels = [one.level for one in found.advice if one.level is not None]
    return SituationSummary(
        headline=found.headline,
        level_range=(min(levels), max(levels)) if levels else None,
        do_not_travel=len(levels) >= ENOUGH_ISSUERS and min(levels) == DO_NOT_TRAVEL,
        as_of=found.as_of,
    )
