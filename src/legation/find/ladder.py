"""The ladder: in which order ways to be helped are offered.

Someone in place beats someone far away; a duty beats a favour; the own state is always named.
"""

from typing import Final

import msgspec

from legation.find.state import State
from legation.model.codes import Ground
from legation.model.directory import Arrangement, Post

BEFORE_OWN: Final = 5
OWN_POST: Final = 10
OWN_HONORARY: Final = 20
PROTECTING_POWER: Final = 30
TREATY: Final = 31
REGIONAL_DUTY: Final = 32
OWN_ACCREDITED_BY_RULE: Final = 40
OWN_REMOTE: Final = 41
OWN_ACCREDITED: Final = 42
FAVOUR: Final = 50
UNDATED: Final = 55
"""Others' help that nobody says was there already on the day asked about."""
OWN_BEYOND_A_WAR: Final = 56
"""The own mission accredited from a state that is at war with the place, or in it."""
OWN_ELSEWHERE: Final = 60

RUNG_OF_KIND: Final[dict[str, int]] = {
    "protecting-power": PROTECTING_POWER,
    "treaty": TREATY,
    "burden-sharing": TREATY,
    "association": TREATY,
    "regional-duty": REGIONAL_DUTY,
    "accreditation": OWN_ACCREDITED_BY_RULE,
    "own-remote": OWN_REMOTE,
    "unilateral-policy": FAVOUR,
    "practice": FAVOUR,
}


class Offer(msgspec.Struct, frozen=True):
    """One way to be helped, before it is put into words.

    Attributes:
        rung: place on the ladder, smaller is first.
        order: place within the rung.
        ground, arrangement: why this post helps.
        post, state: who, and whether the door is open.
        in_place: whether it stands in the place asked about.
        kilometres: from the asked point, None when neither is known.
        at: where it works from, when that is not where it stands.
        via: the closed post whose work it does.
        in_district: its ministry says that it serves this very place.
    """

    rung: int
    order: tuple[float, ...]
    ground: Ground
    arrangement: Arrangement | None
    post: Post
    state: State
    in_place: bool
    kilometres: float | None
    at: str | None = None
    via: Post | None = None
    in_district: bool = False
