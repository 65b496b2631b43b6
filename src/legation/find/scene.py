"""The place asked about, as the rules need it."""

from collections.abc import Callable, Iterator

import msgspec

from legation.find.distance import Point, kilometres, roughly
from legation.find.district import ORDER, Service, service
from legation.find.state import State, state_on
from legation.model.codes import MISSION_HEADS, POST_KINDS
from legation.model.directory import Post
from legation.model.place import Match, Place
from legation.store.directory import Network

HONORARY = "honorary consulate"
HOLY_SEE = "VA"
"""Missions to the Holy See do no consular work: in Vatican City and in Rome the mission to Italy does (va-as-host)."""

SAME_CITY_KM = 20.0
"""Doors this close together are equally near: what they do then counts more."""

BESIDE_KM = 10.0
"""Within one city: Jerusalem is so wide, Ramallah lies farther off."""

KIND_ORDER = {kind: order for order, kind in enumerate(POST_KINDS)}


class Scene(msgspec.Struct, frozen=True):
    """Where and when.

    Attributes:
        place: the place of the register.
        standing: codes of the places whose posts are in place there: itself, and the state it is accredited under.
        point: what was asked for, None for a whole country.
        centre: the point, else the seat of government: for ranking.
        day: ISO date.
        names: folded names of the city asked about and of the regions it lies in; empty for a whole country.
        contested: codes of disputed places that the place claims: their posts may stand in the very city.
        enemies: states at war with the place or in it: whose border is shut, and whom one often cannot even call.
    """

    place: Place
    standing: tuple[str, ...]
    point: Point | None
    centre: Point | None
    day: str
    names: frozenset[str] = frozenset()
    contested: tuple[str, ...] = ()
    enemies: frozenset[str] = frozenset()

    def kilometres_to(self, post: Post) -> float | None:
        """Shown distance to a post's door, else to its city; None when either end is unknown."""
        there = door_or_city(post)
        return round(kilometres(self.point, there), 1) if self.point and there else None

    def rank_kilometres(self, post: Post) -> float:
        """Distance for ranking; an unknown place counts as far away."""
        there = door_or_city(post)
        return roughly(self.centre, there) if self.centre and there else 20_000.0

    def service(self, post: Post) -> Service:
        """Whether the place lies in a post's district; districts are drawn within the state that receives it."""
        return service(post, self.names) if post.receiving in self.standing else "unknown"

    def order(self, post: Post, state: State) -> tuple[float, ...]:
        """Sort key among posts of one rung: sure before doubtful, its district, near before far, then what it is."""
        doubtful = post.unlisted or state.door == "unconfirmed" or not post.city
        district = ORDER[self.service(post)]
        far = self.rank_kilometres(post)
        kind = KIND_ORDER[post.kind]
        if self.point is None or across_a_line(self.place, post):
            elsewhere = post.receiving != self.place.code
            return (doubtful, elsewhere, district, post.kind not in MISSION_HEADS, kind, far)
        return (doubtful, 0, district, far // SAME_CITY_KM, kind, far)


def scene_of(
    match: Match,
    day: str,
    names: frozenset[str] = frozenset(),
    contested: tuple[str, ...] = (),
    enemies: Callable[[str, str], frozenset[str]] = lambda *_: frozenset(),
) -> Scene:
    """The scene of a resolved place; `names`, `contested` as in `Scene`, `enemies` tells those of a place on a day."""
    place = match.place
    point = (
        (match.latitude, match.longitude)
        if match.latitude is not None and match.longitude is not None
        else None
    )
    capital = (
        (place.latitude, place.longitude)
        if place.latitude is not None and place.longitude is not None
        else None
    )
    standing = (place.code,) if place.receiving in ("", place.code) else (place.code, place.receiving)
    against = frozenset().union(*(enemies(code, day) for code in standing)) - {*standing, *place.covered_by}
    return Scene(place, standing, point, point or capital, day, names, contested, against)


def door_or_city(post: Post) -> Point | None:
    """Where a post is, as well as is known."""
    if post.latitude is not None and post.longitude is not None:
        return (post.latitude, post.longitude)
    return post.near


def standing_posts(network: Network, places: tuple[str, ...]) -> list[Post]:
    """A state's posts in some places, those that do consular work for these places."""
    return [
        post
        for place in places
        if place in network.standing and place != HOLY_SEE
        for post in network.standing[place]
        if not serves_only_elsewhere(post)
    ]


def serves_only_elsewhere(post: Post) -> bool:
    """Whether an embassy works for another place from here, as one to Libya in Tunis."""
    return post.kind in MISSION_HEADS and bool(post.accredited) and post.receiving not in post.accredited


def post_state(network: Network, post: Post, day: str) -> State:
    """Whether one of a state's posts is open on a day."""
    return state_on(post, network.events.get(post.id, ()), day)


def serving(network: Network, places: tuple[str, ...], day: str) -> Iterator[tuple[Post, State]]:
    """A state's posts in some places whose doors are not closed, honorary ones too."""
    for post in standing_posts(network, places):
        state = post_state(network, post, day)
        if state.door not in ("closed", "relocated"):
            yield post, state


def serving_beside(network: Network, scene: Scene) -> Iterator[tuple[Post, State]]:
    """A state's posts in the same city that are accredited under a place which the one asked about claims.

    The consulates general in Jerusalem are accredited to nobody, listed under Palestine, and help in the whole city.
    """
    for post, state in serving(network, scene.contested, scene.day):
        far = scene.kilometres_to(post)
        if far is not None and far <= BESIDE_KM:
            yield post, state


def across_a_line(place: Place, post: Post) -> bool:
    """Whether a line that is seldom open lies between: then the mission to the state counts, not the distance."""
    return place.disputed and post.receiving != place.code
