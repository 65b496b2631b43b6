"""Answer the question: gather what every rule offers, put it on the ladder, say it in words."""

import datetime as dt
from collections.abc import Iterable

import msgspec

from legation.errors import InputError
from legation.find.asker import Asker, nationality_of
from legation.find.caveats import caveats
from legation.find.gaps import WITHOUT_A_STATE, emergency_numbers, gap, hotlines, warnings
from legation.find.ladder import Offer
from legation.find.opening import UNKNOWN, Doorkeeper
from legation.find.outposts import Outposts
from legation.find.question import Question
from legation.find.rulebook import Rulebook
from legation.find.rules.arranged import arranged_posts
from legation.find.rules.negative import is_home, refusal, refuses_own_help
from legation.find.rules.own import own_accredited_posts, own_moved_posts, own_posts, own_posts_elsewhere
from legation.find.scene import Scene, scene_of
from legation.find.words import running_name, why
from legation.model.answer import Answer, EmergencyShown, Open, Option, PlaceAsked, PostShown, Query
from legation.model.directory import Arrangement, Post
from legation.model.place import Match, Place
from legation.places import Gazetteer
from legation.situation.observe import Observer
from legation.store.directory import Directory

RULES = (own_posts, own_moved_posts, arranged_posts, own_accredited_posts)


class Finder:
    """Finds help from one store; keeps what it has read, so that the next answer is quick.

    Args:
        directory: posts, arrangements, hotlines.
        gazetteer: places and their names.
        observer: what is going on at a place.
    """

    def __init__(self, directory: Directory, gazetteer: Gazetteer, observer: Observer) -> None:
        self.directory = directory
        self.gazetteer = gazetteer
        self.rulebook = Rulebook(directory.arrangements, directory.groups)
        self.outposts = Outposts(directory)
        self.doorkeeper = Doorkeeper(directory.connection)
        self.observer = observer
        self.contested = contested_by(gazetteer.places())
        self._names: dict[str, str] = {}
        self._shown: dict[str, PostShown] = {}
        self._urgent: dict[str, list[EmergencyShown]] = {}

    def find(self, question: Question) -> Answer:
        """Who can help, as of the day asked about.

        Example:
            >>> finder.find(Question(("NL",), gazetteer.parse_place("Moscow"), "2026-11-23"))  # doctest: +SKIP

        Raises:
            InputError: nobody's citizen, and neither refugee nor stateless.
        """
        if not question.citizen and question.status not in WITHOUT_A_STATE:
            raise InputError("no-citizen", "Say whose citizen the person is, or that they are stateless.", "")
        names = self.gazetteer.names_around(question.match)
        contested = self.contested.get(question.match.place.code, ())
        scene = scene_of(question.match, question.on, names, contested, self.observer.enemies)
        nationalities = [
            nationality_of(code, self.gazetteer.get_place) for code in dict.fromkeys(question.citizen)
        ]
        asker = Asker(
            tuple(nationalities),
            question.status,
            question.need,
            self.directory,
            self.rulebook,
            self.outposts,
            self.gazetteer,
        )
        # A rule that the own state helps nobody there says more than that the land is its own.
        refusals = {
            one.code: rule
            for one in nationalities
            if one.code != scene.place.code and (rule := refusal(asker, one, scene))
        }
        abroad = tuple(one for one in nationalities if one.code in refusals or not is_home(one, scene.place))
        asker = msgspec.structs.replace(asker, nationalities=abroad)
        offers = [] if question.status in WITHOUT_A_STATE else self._offers(asker, scene, refusals)
        situation = self.observer.brief(scene.place.code, question.on)
        return Answer(
            query=self._query(question),
            options=[
                self._option(rank, offer, asker, scene, question.moment)
                for rank, offer in enumerate(offers, start=1)
            ],
            gap=gap(question, scene, nationalities, refusals, offers, self.name),
            warnings=warnings(question, scene, nationalities, self.directory, situation, self.name),
            emergency_numbers=self._emergency_numbers(question.match.place.code),
            hotlines=hotlines(
                self.directory, nationalities if question.status not in WITHOUT_A_STATE else ()
            ),
            situation=situation,
        )

    def name(self, code: str) -> str:
        """The name of a place in running text; the code itself when it is not on the register."""
        known = self._names.get(code)
        if known is None:
            place = self.gazetteer.get_place(code)
            known = self._names[code] = running_name(place) if place else code
        return known

    def _emergency_numbers(self, place: str) -> list[EmergencyShown]:
        known = self._urgent.get(place)
        if known is None:
            known = self._urgent[place] = emergency_numbers(self.directory, place)
        return known

    def _offers(self, asker: Asker, scene: Scene, refusals: dict[str, Arrangement]) -> list[Offer]:
        found: list[Offer] = []
        for nationality in asker.nationalities:
            rule = refusals.get(nationality.code)
            if rule is not None and refuses_own_help(rule):
                continue
            own = [offer for rule_of in RULES for offer in rule_of(asker, nationality, scene)]
            if not any(offer.post.sending in nationality.codes for offer in own):
                own += own_posts_elsewhere(asker, nationality, scene)
            found += own
        return best_of_each_post(found)

    def _option(
        self, rank: int, offer: Offer, asker: Asker, scene: Scene, moment: dt.datetime | None
    ) -> Option:
        arrangement = offer.arrangement
        return Option(
            rank=rank,
            ground=offer.ground,
            arrangement=(arrangement.rule or arrangement.id) if arrangement else None,
            why=why(offer, self.name),
            in_place=offer.in_place,
            distance_km=offer.kilometres,
            open=self._open(offer, moment),
            post=self._post(offer.post) if offer.via is None else shown(offer.post),
            caveats=caveats(offer, asker, scene, self.name),
            as_of=offer.post.last_seen,
            sources=list(offer.post.sources),
        )

    def _open(self, offer: Offer, moment: dt.datetime | None) -> Open:
        """The door now; the hours of a post that moved, or may be closed, say nothing about it."""
        doubtful = offer.post.unlisted or offer.state.door not in ("open", "limited")
        if moment is None or doubtful or offer.via is not None:
            return UNKNOWN
        return self.doorkeeper.open_at(offer.post, moment)

    def _post(self, post: Post) -> PostShown:
        known = self._shown.get(post.id)
        if known is None:
            known = self._shown[post.id] = shown(post)
        return known

    def _query(self, question: Question) -> Query:
        match: Match = question.match
        return Query(
            citizen=list(question.citizen),
            status=question.status,
            need=question.need,
            on=question.on,
            place=PlaceAsked(
                name=match.name,
                receiving=match.place.receiving or match.place.code,
                latitude=match.latitude,
                longitude=match.longitude,
                guess=match.guess,
            ),
        )


def best_of_each_post(offers: Iterable[Offer]) -> list[Offer]:
    """The ladder: sorted by rung and order, each post once, on its best ground."""
    best: dict[tuple[str, str | None], Offer] = {}
    for offer in sorted(offers, key=lambda one: (one.rung, one.order, one.post.id)):
        best.setdefault((offer.post.id, offer.post.city), offer)
    return list(best.values())


def shown(post: Post) -> PostShown:
    """A post as an answer shows it."""
    return PostShown(
        id=post.id,
        name=post.name,
        kind=post.kind,
        sending=post.sending,
        receiving=post.receiving,
        city=post.city,
        latitude=post.latitude,
        longitude=post.longitude,
        address=post.address,
        phones=list(post.phones),
        emergency_phones=list(post.emergency_phones),
        emails=list(post.emails),
        website=post.website,
        hours=post.hours,
    )


def contested_by(places: Iterable[Place]) -> dict[str, tuple[str, ...]]:
    """By place the disputed ones that it claims."""
    pairs = [
        (claimant, place.code)
        for place in places
        if place.kind == "disputed"
        for claimant in place.claimants
        if claimant != place.code
    ]
    return {claimant: tuple(code for other, code in pairs if other == claimant) for claimant, _ in pairs}
