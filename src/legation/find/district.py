"""Which consulate serves a place, by the districts that its ministry draws: they count before distance.

A post serves a place when its district names the city, or a region that the city lies in; what a district excepts
(written with a minus) it does not serve. Where no district names the place nothing is known, and distance decides.
"""

from typing import Literal

from legation.model.codes import MISSION_HEADS
from legation.model.directory import Post
from legation.places.text import fold

Service = Literal["served", "unknown", "excepted"]
ORDER: dict[Service, int] = {"served": 0, "unknown": 1, "excepted": 2}


def service(post: Post, names: frozenset[str]) -> Service:
    """Whether a post's district holds a place.

    Args:
        post: with its districts.
        names: folded names of the city asked about and of the regions it lies in.
    """
    if not names or not post.districts:
        return "unknown"
    if post.kind not in MISSION_HEADS and post.city and fold(post.city) in names:
        return "served"  # a consulate serves the city it stands in, however its list spells it
    served = {fold(name) for name in post.districts if not name.startswith("-")}
    excepted = {fold(name[1:]) for name in post.districts if name.startswith("-")}
    if names & excepted:
        return "excepted"
    return "served" if names & served else "unknown"
