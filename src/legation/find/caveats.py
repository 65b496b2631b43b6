"""What a person must know of an option: old facts, doubtful doors, honorary consuls, the border in between."""

from collections.abc import Iterator

from legation.find.asker import Asker
from legation.find.decay import is_stale
from legation.find.ladder import OWN_ELSEWHERE, UNDATED, Offer
from legation.find.scene import HONORARY, Scene
from legation.find.state import begins_on
from legation.find.words import NameOf, announced_caveat, door_caveat
from legation.model.answer import Caveat

CONTACT_NAMES = {
    "address": "address",
    "phones": "phone",
    "emergency_phones": "emergency phone",
    "emails": "mail",
    "website": "website",
    "hours": "hours",
}


def caveats(offer: Offer, asker: Asker, scene: Scene, name: NameOf) -> list[Caveat]:
    """All caveats of one option, gravest first."""
    door = door_caveat(offer)
    found = [door] if door else []
    found += [announced_caveat(event) for event in offer.state.announced]
    if offer.post.unlisted:
        found.append(
            Caveat(
                "unlisted",
                f"Listed until {offer.post.last_seen}, no longer since: it may have closed. Call first.",
            )
        )
    if not offer.post.city:
        found.append(Caveat("city-unknown", "No source says in which city it is."))
    if offer.post.city_guessed:
        found.append(
            Caveat(
                "city-guessed",
                f"No source names its city: {offer.post.city} is where nearly all embassies there stand.",
            )
        )
    if offer.post.website_of_mission:
        found.append(Caveat("mission-website", "The website is that of its embassy there, not its own."))
    if offer.post.kind == HONORARY:
        found.append(
            Caveat("honorary", "An honorary consul usually issues no passports or travel documents.")
        )
    if not offer.in_place:
        found.append(
            Caveat("other-country", f"It stands in {name(offer.post.receiving)}: a border lies in between.")
        )
    if offer.rung == UNDATED and offer.arrangement:
        known = offer.arrangement.source.date
        found.append(
            Caveat("undated", f"Its source is of {known}: whether it held on {scene.day} nobody says.")
        )
    if offer.rung == OWN_ELSEWHERE:
        found.append(Caveat("not-named", "No source says that this post looks after the place: ask it."))
    found += list(limits(offer, asker))
    found += list(age(offer, scene.day))
    return found


def limits(offer: Offer, asker: Asker) -> Iterator[Caveat]:
    """What an arrangement does not do for this need."""
    arrangement = offer.arrangement
    if arrangement is None or asker.need is None:
        return
    if asker.need in arrangement.excluded:
        yield Caveat("need-excluded", f"This arrangement does not cover {asker.need.replace('-', ' ')}s.")


def age(offer: Offer, day: str) -> Iterator[Caveat]:
    """Whether what is known of the post is too old for the day asked about, or begins after it."""
    post = offer.post
    first, last = known_span(offer)
    if day < first:
        yield Caveat(
            "undated",
            f"Sources know this post from {first} on; whether it was open on {day} they do not say.",
        )
        return
    old = [
        CONTACT_NAMES[field] for field, seen in post.dates.items() if is_stale(field, begins_on(seen), day)
    ]
    if is_stale("listing", last, day):
        what = f"the post and its {listed(old)}" if old else "the post"
        yield Caveat("stale", f"Last confirmed on {last}: {what} may have changed since.")
    elif old:
        oldest = min(seen for field, seen in post.dates.items() if is_stale(field, begins_on(seen), day))
        yield Caveat("stale", f"Its {listed(old)} may have changed: last seen on {oldest}.")


def listed(names: list[str]) -> str:
    """Names as a sentence lists them: "address, phone and mail"."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def known_span(offer: Offer) -> tuple[str, str]:
    """First and last day on which a source speaks of the post: listings, and the status event that rules."""
    post, event = offer.post, offer.state.event
    days = [
        begins_on(date) for date in (post.first_seen, post.last_seen, event.date if event else "") if date
    ]
    return min(days), max(days)
