"""Help on a written ground: other states' posts, or the own post that the own state names for the place."""

from collections.abc import Iterator

from legation.find.asker import Asker, Nationality
from legation.find.ladder import BEFORE_OWN, RUNG_OF_KIND, UNDATED, Offer
from legation.find.rules.own import find_in_city
from legation.find.scene import HONORARY, Scene, serving
from legation.find.state import State, begins_on
from legation.model.codes import Ground
from legation.model.directory import Arrangement, Post
from legation.store.directory import Network

POSTS_OF_ONE_HELPER = 3
"""How many posts of a single helper are offered; where a whole group helps, one of each."""

GROUND_OF_KIND: dict[str, Ground] = {"own-remote": "own-remote", "accreditation": "own-nonresident"}


def arranged_posts(asker: Asker, nationality: Nationality, scene: Scene) -> Iterator[Offer]:
    """Offers under every arrangement that holds and whose condition is met."""
    arrangements = asker.arrangements(nationality, scene)
    refused = {
        helper for a in arrangements if a.kind == "no-help" for helper in asker.rulebook.helpers(a, scene.day)
    }
    for arrangement in arrangements:
        if arrangement.kind in RUNG_OF_KIND and condition_met(asker, arrangement, nationality, scene):
            for offer in offers_under(asker, arrangement, nationality, scene):
                if offer.post.sending not in refused:
                    yield offer


def condition_met(asker: Asker, arrangement: Arrangement, nationality: Nationality, scene: Scene) -> bool:
    """Whether it covers the need, and what must be missing is missing, for every nationality that it covers.

    A person with two nationalities of the group is represented when either is (Directive (EU) 2015/637, art. 4).
    """
    if asker.need and arrangement.services and asker.need not in arrangement.services:
        return False
    if arrangement.requires == "none" or comes_first(arrangement, asker):
        return True
    honorary = arrangement.requires == "no-post"
    covered = [
        one
        for one in asker.nationalities
        if one is nationality
        or any(asker.rulebook.covers(arrangement.beneficiaries, code, scene.day) for code in one.codes)
    ]
    return not any(asker.is_present(one, scene, honorary=honorary) for one in covered)


def comes_first(arrangement: Arrangement, asker: Asker) -> bool:
    """Whether it goes before the own post for this need."""
    return "*" in arrangement.before_own or asker.need in arrangement.before_own


def offers_under(
    asker: Asker, arrangement: Arrangement, nationality: Nationality, scene: Scene
) -> Iterator[Offer]:
    """The posts that help under one arrangement, best first."""
    rung = rung_of(arrangement, asker, scene.day)
    for order, (post, state) in enumerate(helping_posts(asker, arrangement, nationality, scene)):
        yield Offer(
            rung=rung,
            order=(RUNG_OF_KIND[arrangement.kind], order),
            ground=GROUND_OF_KIND.get(arrangement.kind, "arrangement"),
            arrangement=arrangement,
            post=post,
            state=state,
            in_place=post.receiving in scene.standing,
            kilometres=scene.kilometres_to(post),
        )


def rung_of(arrangement: Arrangement, asker: Asker, day: str) -> int:
    """Its place on the ladder: by what it says itself, else by its kind."""
    if comes_first(arrangement, asker):
        return BEFORE_OWN
    if arrangement.kind not in GROUND_OF_KIND and is_undated(arrangement, day):
        return UNDATED
    return arrangement.rung * 10 if arrangement.rung else RUNG_OF_KIND[arrangement.kind]


def is_undated(arrangement: Arrangement, day: str) -> bool:
    """Whether nobody says that it held already on that day: its source is later and names no beginning."""
    source = arrangement.source.date
    return arrangement.since is None and source is not None and begins_on(source) > day


def helping_posts(
    asker: Asker, arrangement: Arrangement, nationality: Nationality, scene: Scene
) -> list[tuple[Post, State]]:
    """Open posts that may help, in the order they are offered; a helper that has closed helps nobody."""
    if arrangement.posts:
        return list(named_posts(asker, arrangement, scene))
    helpers = [
        helper
        for helper in asker.rulebook.helpers(arrangement, scene.day)
        if helper not in nationality.codes or arrangement.kind in GROUND_OF_KIND
    ]
    keep = POSTS_OF_ONE_HELPER if len(helpers) <= 2 else 1
    found = []
    for helper in helpers:
        network = asker.directory.network(helper)
        posts = [one for one in serving(network, scene.standing, scene.day) if may_help(arrangement, one[0])]
        posts.sort(key=lambda one: scene.order(*one))
        found += [
            (helper_order(scene, network, post, state, rank), post, state)
            for rank, (post, state) in enumerate(posts[:keep])
        ]
    found.sort(key=lambda one: one[0])
    return [(post, state) for _, post, state in found]


def helper_order(
    scene: Scene, network: Network, post: Post, state: State, rank: int
) -> tuple[float | str, ...]:
    """Among helpers in the same city the one with the larger network: it is likelier to have consular staff."""
    doubtful, _, near, *_ = scene.order(post, state)
    return (doubtful, near if scene.point else rank, -network.career_posts, rank, post.id)


def may_help(arrangement: Arrangement, post: Post) -> bool:
    """Whether the arrangement lets this post help."""
    if arrangement.cities and post.city not in arrangement.cities:
        return False
    return arrangement.honorary or post.kind != HONORARY


def named_posts(asker: Asker, arrangement: Arrangement, scene: Scene) -> Iterator[tuple[Post, State]]:
    """The posts an arrangement names as `SENDING City, PLACE`, those that are open."""
    for name in arrangement.posts:
        sending, _, where = name.partition(" ")
        city, _, place = where.rpartition(", ")
        found = find_in_city(asker, asker.directory.network(sending), city, place, scene.day)
        if found:
            yield found
