"""Where a state's posts with career staff are, kept as points on a sphere, to ask which are near some place."""

from collections.abc import Container, Iterable
from math import asin, dist
from typing import Final, NamedTuple

from legation.find.distance import Point, Vector, unit_vector
from legation.find.scene import HOLY_SEE, HONORARY, door_or_city
from legation.model.directory import Post
from legation.places.globe import EARTH_KM
from legation.store.directory import Directory, Network

ACROSS_KM: Final = 2 * EARTH_KM
FAR_KM: Final = 20_000.0
"""How far away counts what nobody knows the place of."""


class Outpost(NamedTuple):
    """A post and its point on the unit sphere, None when not known."""

    post: Post
    point: Vector | None


class Outposts:
    """The outposts of each state, read once.

    Args:
        directory: where the posts come from.
    """

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._known: dict[str, list[Outpost]] = {}

    def of(self, sending: str) -> list[Outpost]:
        """Those of a state that a list still has; missions to the Holy See do no consular work."""
        known = self._known.get(sending)
        if known is None:
            known = self._known[sending] = outposts(self._directory.network(sending))
        return known


def outposts(network: Network) -> list[Outpost]:
    """The posts of a network that may help people of other places."""
    return [
        Outpost(post, unit_vector(there) if (there := door_or_city(post)) else None)
        for place, posts in network.standing.items()
        for post in posts
        if place != HOLY_SEE and post.kind != HONORARY and not post.unlisted
    ]


def near_first(
    found: Iterable[Outpost],
    centre: Point | None,
    *,
    beside: Container[str],
    outside: Container[str],
    farther: float,
) -> list[tuple[float, str, Post]]:
    """Posts by distance, with that in kilometres on the sphere, and their identifier.

    Args:
        found: the posts.
        centre: from where; None when not known.
        beside: the places that border on it.
        outside: the places whose posts are left out.
        farther: what the distance of posts in places not beside it is multiplied by.
    """
    here = unit_vector(centre) if centre else None
    # The arc over the chord, written out: this is done for every post of a state, and a call would double the time.
    return sorted(
        [
            (
                (1.0 if post.receiving in beside else farther)
                * (ACROSS_KM * asin(min(1.0, dist(here, point) / 2)) if here and point else FAR_KM),
                post.id,
                post,
            )
            for post, point in found
            if post.receiving not in outside
        ]
    )
