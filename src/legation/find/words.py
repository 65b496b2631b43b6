"""What an answer says in sentences. Plain words, short sentences, no promise beyond the facts."""

from collections.abc import Callable
from typing import Final

from legation.find.ladder import Offer
from legation.find.state import Door
from legation.model.answer import Caveat
from legation.model.directory import StatusEvent
from legation.model.place import Place

NameOf = Callable[[str], str]
"""A place code to its name in running text ("the Netherlands")."""

WITH_ARTICLE: Final = frozenset(
    [
        "AE",
        "AX",
        "BS",
        "CC",
        "CF",
        "CG",
        "CD",
        "CK",
        "DO",
        "FK",
        "FO",
        "GB",
        "GM",
        "GS",
        "IM",
        "IO",
        "KM",
        "KY",
        "MH",
        "MP",
        "NL",
        "PH",
        "PN",
        "SB",
        "SC",
        "TC",
        "TF",
        "UM",
        "US",
        "VG",
        "VI",
        "XM",
        "EU",
    ]
)
"""Places that English gives an article in running text."""


def running_name(place: Place) -> str:
    """The name as it stands in a sentence."""
    return (
        f"the {place.name}"
        if place.code in WITH_ARTICLE and not place.name.startswith("The ")
        else place.name
    )


def why(offer: Offer, name: NameOf) -> str:
    """One sentence: why this post is offered, and what it cannot do."""
    sending, where = name(offer.post.sending), offer.post.city or name(offer.post.receiving)
    if offer.arrangement is not None:
        limits = f" {offer.arrangement.limits}" if offer.arrangement.limits else ""
        return f"{offer.arrangement.title}.{limits}"
    if offer.via is not None:
        return f"The {offer.via.kind} of {sending} in {offer.via.city or 'the place'} works from {where} for now."
    if offer.ground == "own-post" and offer.in_district:
        return f"This place lies in the district of the {offer.post.kind} of {sending} in {where}."
    if offer.ground == "own-post":
        return f"The {offer.post.kind} of {sending} in {where} helps its own citizens."
    if offer.ground == "own-honorary":
        return (
            f"An honorary consul of {sending} in {where} can advise and pass on, but seldom issues documents."
        )
    if offer.ground == "own-nonresident":
        return f"The {offer.post.kind} of {sending} in {where} covers it from abroad."
    return f"The {offer.post.kind} of {sending} in {where} is among the nearest; no source names the one in charge."


DOOR_CODES: Final[dict[Door, str]] = {"limited": "services-limited", "unconfirmed": "unconfirmed"}


def door_caveat(offer: Offer) -> Caveat | None:
    """What the state of the door asks to be said."""
    event = offer.state.event
    if event is None:
        return None
    if offer.state.door == "relocated":
        return Caveat(
            "relocated", f"Moved from {offer.via.city if offer.via else event.city} ({since(event)})."
        )
    if offer.state.door == "limited":
        return Caveat(
            "services-limited", f"Services are limited ({since(event)}). {event.note or ''}".rstrip()
        )
    if offer.state.door == "unconfirmed":
        return Caveat(
            "unconfirmed",
            f"Closed for a time ({since(event)}), and no later news was found: call before you go.",
        )
    return None


def since(event: StatusEvent) -> str:
    """When an event began, and on whose word."""
    return f"{event.date}, {event.source.title}"


ANNOUNCED: Final[dict[str, str]] = {
    "closed": "closing",
    "suspended": "closing",
    "opened": "opening",
    "resumed": "opening",
}


def announced_caveat(event: StatusEvent) -> Caveat:
    """An announcement whose day has passed without confirmation."""
    what = ANNOUNCED.get(event.event, "change")
    return Caveat(
        f"{what}-announced", f"Its {what} was announced for {event.date} ({event.source.title}): call first."
    )
