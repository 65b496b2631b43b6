"""The own state's posts: in place, honorary, moved, accredited from abroad, nearest elsewhere."""

from collections.abc import Iterator
from itertools import chain, islice

from legation.find.asker import Asker, Nationality
from legation.find.distance import roughly
from legation.find.ladder import (
    OWN_ACCREDITED,
    OWN_BEYOND_A_WAR,
    OWN_ELSEWHERE,
    OWN_HONORARY,
    OWN_POST,
    OWN_REMOTE,
    Offer,
)
from legation.find.outposts import near_first
from legation.find.scene import (
    HOLY_SEE,
    HONORARY,
    Scene,
    door_or_city,
    post_state,
    serves_only_elsewhere,
    serving,
    serving_beside,
    standing_posts,
)
from legation.find.state import State
from legation.model.codes import MISSION_HEADS
from legation.model.directory import Post, StatusEvent
from legation.places.text import fold
from legation.store.directory import Network

OUTSKIRTS_KM = 30.0
"""How far from the middle of a named city its post may stand (Kiambu for Nairobi, Sukrah for Tunis)."""

ELSEWHERE = 3
"""How many posts in other places are named when no source says which one looks after this place."""

SECOND_BORDER = 2.0
"""What a post beyond the neighbours must be nearer by: each border may stop a person, but a consulate
at the far end of a large neighbour (Chengdu for Kabul) is no help either."""


def own_posts(asker: Asker, nationality: Nationality, scene: Scene) -> Iterator[Offer]:
    """Open posts in place; an honorary one is a rung lower, for it usually issues no documents."""
    for network in asker.networks(nationality):
        for post, state in chain(serving(network, scene.standing, scene.day), serving_beside(network, scene)):
            honorary = post.kind == HONORARY
            yield Offer(
                rung=OWN_HONORARY if honorary else OWN_POST,
                order=scene.order(post, state),
                ground="own-honorary" if honorary else "own-post",
                arrangement=None,
                post=post,
                state=state,
                in_place=True,
                kilometres=scene.kilometres_to(post),
                in_district=scene.service(post) == "served",
            )


def own_moved_posts(asker: Asker, nationality: Nationality, scene: Scene) -> Iterator[Offer]:
    """Where a closed or moved post of the place goes on with its work."""
    for network in asker.networks(nationality):
        for post in standing_posts(network, scene.standing):
            state = post_state(network, post, scene.day)
            if state.event is not None and state.door in ("closed", "relocated"):
                for order, refuge in enumerate(state.event.operates_from):
                    yield moved_offer(asker, network, scene, post, state, state.event, refuge, order)


def moved_offer(
    asker: Asker,
    network: Network,
    scene: Scene,
    post: Post,
    state: State,
    event: StatusEvent,
    refuge: str,
    order: int,
) -> Offer:
    """The offer of one refuge: the open own post in that city, else the moved post itself at its new address."""
    city, _, place = refuge.rpartition(", ")
    in_place = place in scene.standing
    there = find_in_city(asker, network, city, place, scene.day)
    shown, shown_state = (
        there if there else (at_refuge(post, city, place), State("relocated", event, state.announced))
    )
    return Offer(
        rung=OWN_POST if in_place else OWN_REMOTE,
        order=(0.0, -1.0, float(order)),
        ground="own-post" if in_place else "own-remote",
        arrangement=None,
        post=shown,
        state=shown_state,
        in_place=in_place,
        kilometres=scene.kilometres_to(shown),
        at=refuge,
        via=post,
    )


def at_refuge(post: Post, city: str, place: str) -> Post:
    """The moved post where it works now: its old door and address no longer hold."""
    return Post(
        id=post.id,
        sending=post.sending,
        receiving=place,
        kind=post.kind,
        name=post.name,
        city=city,
        phones=post.phones,
        emergency_phones=post.emergency_phones,
        emails=post.emails,
        website=post.website,
        first_seen=post.first_seen,
        last_seen=post.last_seen,
        dates=post.dates,
        sources=post.sources,
        unlisted=post.unlisted,
        website_of_mission=post.website_of_mission,
    )


def find_in_city(
    asker: Asker, network: Network, city: str, place: str, day: str
) -> tuple[Post, State] | None:
    """The open post with career staff in a city or its outskirts, heads of mission first."""
    names = {fold(city)}
    known = asker.gazetteer.find_city(city, place)
    found = []
    for post, state in serving(network, (place,), day):
        there = door_or_city(post)
        named = {fold(name) for name in (post.city, post.district) if name}
        near = known is not None and there is not None and roughly(there, (known.latitude, known.longitude))
        if post.kind != HONORARY and (names & named or (near is not False and near < OUTSKIRTS_KM)):
            found.append(
                (not names & named, post.unlisted, post.kind not in MISSION_HEADS, post.id, post, state)
            )
    return min(found, key=lambda one: one[:4])[4:] if found else None


def own_accredited_posts(asker: Asker, nationality: Nationality, scene: Scene) -> Iterator[Offer]:
    """Missions that cover the place from abroad: by accreditation, or because they cover the state around it.

    An accreditation is out of date where an embassy of that state has been opened since. Any favour in place goes
    before a mission in a state at war with the place: Moscow for Kyiv.
    """
    for network in asker.networks(nationality):
        resident = has_open_embassy(network, scene)
        for distance, covering in enumerate(covering_posts(network, scene)):
            for post in covering:
                state = post_state(network, post, scene.day)
                if state.door in ("closed", "relocated") or post.kind == HONORARY:
                    continue
                if resident and not serves_only_elsewhere(post):
                    continue
                _, *rest = scene.order(post, state)
                yield Offer(
                    rung=OWN_BEYOND_A_WAR if post.receiving in scene.enemies else OWN_ACCREDITED,
                    order=(float(distance), post.kind not in MISSION_HEADS, *rest),
                    ground="own-nonresident",
                    arrangement=None,
                    post=post,
                    state=state,
                    in_place=False,
                    kilometres=scene.kilometres_to(post),
                )


def has_open_embassy(network: Network, scene: Scene) -> bool:
    """Whether a head of mission is in place of which nothing says that it is closed, limited or gone."""
    return any(
        post.kind in MISSION_HEADS and state.door == "open" and not post.unlisted
        for post, state in serving(network, scene.standing, scene.day)
    )


def covering_posts(network: Network, scene: Scene) -> Iterator[list[Post]]:
    """Posts elsewhere that look after the place, in order of claim: stated accreditation, then each state around."""
    yield [
        post
        for place in scene.standing
        for post in network.accredited.get(place, ())
        if post.receiving not in (*scene.standing, HOLY_SEE)
    ]
    for place in scene.place.covered_by:
        yield standing_posts(network, (place,))


def own_posts_elsewhere(asker: Asker, nationality: Nationality, scene: Scene) -> Iterator[Offer]:
    """The nearest posts in other places, a neighbour's counted as nearer: no source names them for this one.

    Those in a state at war with or in the place come last: its border is shut, and from Lebanon nobody can call Israel.
    """
    ordered = near_first(
        [one for code in nationality.codes for one in asker.outposts.of(code)],
        scene.centre,
        beside=scene.place.neighbours,
        outside=scene.standing,
        farther=SECOND_BORDER,
    )
    ordered.sort(key=lambda one: one[2].receiving in scene.enemies)
    offered = set()

    def open_ones() -> Iterator[Offer]:
        for far, _, post in ordered:
            state = post_state(asker.directory.network(post.sending), post, scene.day)
            if state.door in ("open", "limited") and post.receiving not in offered:
                offered.add(post.receiving)
                yield Offer(
                    rung=OWN_ELSEWHERE,
                    order=(post.receiving in scene.enemies, far),
                    ground="own-remote",
                    arrangement=None,
                    post=post,
                    state=state,
                    in_place=False,
                    kilometres=scene.kilometres_to(post),
                )

    yield from islice(open_ones(), ELSEWHERE)
