"""What an answer says besides its options: nobody in place, warnings, the ministry's line."""

from collections.abc import Iterable, Sequence

from legation.find.asker import Nationality
from legation.find.ladder import Offer
from legation.find.question import Question
from legation.find.rules.negative import is_home
from legation.find.scene import Scene
from legation.find.words import NameOf
from legation.model.answer import Caveat, EmergencyShown, Gap, HotlineShown
from legation.model.directory import Arrangement
from legation.model.place import Place
from legation.model.situation import SituationSummary
from legation.store.directory import Directory

WITHOUT_A_STATE = frozenset({"refugee", "stateless"})
"""Those whom no embassy of the state they left is to be named."""

WHAT_THEN = "Call the line of your foreign ministry; in danger call the local emergency number first."


def gap(
    question: Question,
    scene: Scene,
    nationalities: Sequence[Nationality],
    refusals: dict[str, Arrangement],
    offers: Sequence[Offer],
    name: NameOf,
) -> Gap | None:
    """The lack of help in place, None when any option is in place."""
    if any(offer.in_place for offer in offers):
        return None
    here = name(scene.place.code)
    if question.status in WITHOUT_A_STATE:
        return refugee_gap(here)
    for rule in refusals.values():
        return Gap("no-help", f"{rule.title}. {rule.limits or WHAT_THEN}", rule.rule or rule.id)
    if nationalities and all(is_home(one, scene.place) for one in nationalities):
        return Gap("host-is-home", home_text(scene.place, name))
    elsewhere = " The posts listed here stand elsewhere: call before you travel." if offers else ""
    return Gap("nobody-in-place", f"No open post in {here} is known to help you.{elsewhere} {WHAT_THEN}")


def home_text(place: Place, name: NameOf) -> str:
    """What a person is told at home, and on land that their state counts as its own but does not hold."""
    here = name(place.code)
    if place.receiving != place.code:
        return (
            f"To {name(place.receiving)}, {here} is its own land: it has no consulate there, and its authorities "
            f"hardly reach it. {WHAT_THEN}"
        )
    return (
        f"{here[0].upper()}{here[1:]} is home: no consulate helps there. Turn to the local authorities, "
        "and in danger to the local emergency number."
    )


def refugee_gap(here: str) -> Gap:
    """What a refugee or stateless person is told: never the embassy of the state they fled."""
    return Gap(
        "refugee-unhcr",
        f"Turn to UNHCR, the UN refugee agency, or its partners in {here}, and to the authorities "
        "there. Do not contact the embassy of the country you fled: it can put you and your status at risk. In "
        "detention during an armed conflict ask for the ICRC.",
    )


def warnings(
    question: Question,
    scene: Scene,
    nationalities: Sequence[Nationality],
    directory: Directory,
    situation: SituationSummary,
    name: NameOf,
) -> list[Caveat]:
    """What holds for the whole answer."""
    found = []
    home = [one for one in nationalities if is_home(one, scene.place)]
    if home and len(nationalities) > len(home):
        found.append(
            Caveat(
                "dual-national",
                f"As a citizen of {name(home[0].code)} too, you count there as its own: it may refuse access to "
                "another state's consul, who can often do little.",
            )
        )
    place = scene.place
    if place.disputed:
        note = place.note or f"Who governs {name(place.code)} is disputed."
        found.append(Caveat("disputed-territory", f"{note} Consular help there is very limited."))
    if situation.do_not_travel:
        found.append(
            Caveat(
                "do-not-travel",
                f"Every government whose advice is known says not to travel to {name(place.code)}: consular services "
                "there may be limited.",
            )
        )
    if "near-border" in question.match.notes:
        found.append(
            Caveat("near-border", "The point is close to a border: make sure on which side you are.")
        )
    if "region-centre" in question.match.notes and question.match.city:
        town, region = question.match.city.name, question.match.name
        found.append(
            Caveat("region-centre", f"Distances are measured from {town}, the largest city of {region}.")
        )
    lineless = [one for one in nationalities if one.state not in directory.hotlines]
    if lineless and question.status not in WITHOUT_A_STATE:
        states = " or ".join(name(one.state) for one in lineless)
        found.append(Caveat("no-hotline", f"No line of its own for citizens abroad is known of {states}."))
    if question.guessed or question.match.guess:
        found.append(Caveat("guess", f"Did you mean {asked(question, name)}?"))
    return found


def asked(question: Question, name: NameOf) -> str:
    """The half of a question that was guessed, or both, in words."""
    country = name(question.match.place.code)
    where = question.match.name if question.match.name in country else f"{question.match.name}, {country}"
    if not question.guessed:
        return where
    who = "a citizen of " + " and of ".join(name(code) for code in question.guessed)
    return f"{who} in {where}" if question.match.guess else who


def emergency_numbers(directory: Directory, place: str) -> list[EmergencyShown]:
    """Whom to ring in the place itself."""
    return [
        EmergencyShown(one.service, list(one.numbers), one.source, one.seen)
        for one in directory.emergency(place)
    ]


def hotlines(directory: Directory, nationalities: Iterable[Nationality]) -> list[HotlineShown]:
    """The foreign ministries' lines of the person's states; two that disagree both stand."""
    return [
        HotlineShown(
            sending=line.sending,
            ministry=line.ministry,
            phone=line.phone,
            hours=line.hours,
            scope=line.scope,
            note=line.note,
            source=line.source.title,
            as_of=line.source.date,
        )
        for state in dict.fromkeys(one.state for one in nationalities)
        for line in directory.hotlines.get(state, ())
    ]
