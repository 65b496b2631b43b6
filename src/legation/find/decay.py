"""After how many days one fact in ten is expected to be wrong.

Measured by `python -m eval.decay` on two lists of 164 posts that one ministry published three years apart, and
rounded down. Nothing measures how fast a bare listing decays, so it shares the age of the door it stands for.
"""

import datetime as dt
from functools import lru_cache
from typing import Final

STALE_AFTER_DAYS: Final[dict[str, int]] = {
    "hours": 380,
    "address": 460,
    "listing": 460,
    "phones": 660,
    "website": 660,
    "emails": 1020,
    "emergency_phones": 1620,
}


@lru_cache(maxsize=4_096)
def is_stale(field: str, seen: str, day: str) -> bool:
    """Whether a fact last seen on one day is too old to be given without a word on another."""
    return (dt.date.fromisoformat(day) - dt.date.fromisoformat(seen)).days > STALE_AFTER_DAYS[field]
