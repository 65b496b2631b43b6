"""Make a record of a group: settle what all its dossiers say, add what follows from it."""

from collections.abc import Iterable, Sequence

from legation.build.dossier import Dossier
from legation.build.judge import elsewhere, rank_of
from legation.build.match import Group
from legation.build.remember import ONLY_MISSION
from legation.build.settle import STATUS, settle
from legation.build.slug import is_item
from legation.build.title import title
from legation.model.claims import Claim, Said
from legation.model.directory import PostRecord, Seen
from legation.model.settled import DERIVED
from legation.places import Gazetteer
from legation.sources import declarations


def compose(
    group: Group, alone: bool, events: Sequence[str], further: Sequence[Claim], gazetteer: Gazetteer
) -> PostRecord:
    """Make the record of one post.

    Args:
        group: its dossiers.
        alone: it is the only head of mission of that state in that place.
        events: ids of its status events.
        further: claims that follow from other posts.
        gazetteer: for the names of places.
    """
    said = [*further, *(claim for dossier in group.dossiers for claim in dossier.claims)]
    claims = settle(said, group.id, spoken_for(group.sending))
    seen = _seen(group.dossiers)
    newest = max(span.last for span in seen)
    if alone and (state := elsewhere(group.get("accredited"), group.receiving)):
        stated = claims["accredited"]
        widened = Said(sorted([*state, group.receiving]), DERIVED, stated[0].seen, ONLY_MISSION)
        claims["accredited"] = (widened, *stated)
    if merged := [one.record for one in group.dossiers[1:] if is_item(one.record)]:
        claims["also"] = (Said(merged, DERIVED, newest, "merged"),)
    if events:
        claims["events"] = (Said(sorted(events), STATUS, newest),)
    claims["name"] = (Said(_name(group, claims, gazetteer), DERIVED, newest),)
    missing = tuple(
        sorted({span.source for span in seen} - {one.source for one in group.dossiers if not one.missing})
    )
    return PostRecord(group.id, group.sending, group.receiving, seen, claims, missing)


def spoken_for(state: str) -> frozenset[str]:
    """The sources that are a state's own word on its posts."""
    return frozenset(one.id for one in declarations().values() if one.speaks_for == state)


def _seen(dossiers: Iterable[Dossier]) -> tuple[Seen, ...]:
    """For each source the first and the newest snapshot that list any of its dossiers."""
    spans: dict[str, Seen] = {}
    for dossier in dossiers:
        span = spans.get(dossier.source, dossier.seen)
        first, last = min(span.first, dossier.seen.first), max(span.last, dossier.seen.last)
        spans[dossier.source] = Seen(dossier.source, first, last)
    return tuple(spans[source] for source in sorted(spans))


def _name(group: Group, claims: dict[str, tuple[Said, ...]], gazetteer: Gazetteer) -> str:
    kind = str(claims["kind"][0].value)
    where = str(claims["city"][0].value) if "city" in claims else place_name(group.receiving, gazetteer)
    state = elsewhere(claims["accredited"][0].value, group.receiving) if "accredited" in claims else ()
    served = group.receiving if group.receiving == "VA" else next(iter(state), None)
    to = place_name(served, gazetteer) if served and rank_of(kind) == "head" else None
    return title(kind, place_name(group.sending, gazetteer), where, to)


def place_name(code: str, gazetteer: Gazetteer) -> str:
    """The name of a place as it stands in a title; missions are to the Holy See, not to Vatican City."""
    place = gazetteer.get_place(code)
    return "Holy See" if code == "VA" else place.name if place else code
