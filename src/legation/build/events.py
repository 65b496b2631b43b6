"""Give every status event its post: one that the sources list, or one made of what the events say."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import msgspec

from legation.build.dossier import Dossier
from legation.build.judge import rank_of
from legation.build.match import Group
from legation.build.settle import STATUS, settle
from legation.build.slug import slug
from legation.model.claims import Claim
from legation.model.directory import Seen, StatusEvent
from legation.places import Gazetteer
from legation.places.text import fold
from legation.store.posts import read_status

EVERY_POST: Final = "*"
KNOWN_WELL: Final = frozenset({"high", "medium"})


class Attached(msgspec.Struct, frozen=True):
    """Where the events went.

    Attributes:
        founded: groups made of events alone.
        events: ids of events by the id of their group.
    """

    founded: list[Group]
    events: dict[str, list[str]]


def read_events(data: Path) -> list[StatusEvent]:
    """All events of `data/status` that are known well enough, by id.

    Raises:
        TornData: a file that cannot be read.
    """
    events = [event for path in sorted((data / "status").glob("*.toml")) for event in read_status(path)]
    return sorted((event for event in events if event.confidence in KNOWN_WELL), key=lambda event: event.id)


def with_cities(
    dossiers: Iterable[Dossier], events: Iterable[StatusEvent], gazetteer: Gazetteer
) -> list[Dossier]:
    """The dossiers, those without a city with the one that an event of their item names."""
    cities = {event.post: event for event in events if event.post and event.city not in ("", EVERY_POST)}
    return [
        one if one.get("city") or one.record not in cities else _with_city(one, cities[one.record], gazetteer)
        for one in dossiers
    ]


def _with_city(dossier: Dossier, event: StatusEvent, gazetteer: Gazetteer) -> Dossier:
    city = Claim(STATUS, said_on(event), event.id, dossier.record, "city", city_name(event, gazetteer))
    claims = (*dossier.claims, city)
    return msgspec.structs.replace(dossier, claims=claims, said=settle(claims, dossier.record))


def attach(groups: Iterable[Group], events: Iterable[StatusEvent], gazetteer: Gazetteer) -> Attached:
    """Give each event to the group that holds its item, else to the one of its states, city and rank of kind."""
    blocks: dict[tuple[str, str], list[Group]] = defaultdict(list)
    items: dict[str, Group] = {}
    for group in groups:
        blocks[group.sending, group.receiving].append(group)
        items |= {dossier.record: group for dossier in group.dossiers} | {group.id: group}
    owned: dict[str, list[str]] = defaultdict(list)
    homeless: dict[tuple[str, str, str, str], list[StatusEvent]] = defaultdict(list)
    for event in events:
        if event.city == EVERY_POST:
            for group in blocks[event.sending, event.receiving]:
                owned[group.id].append(event.id)
            continue
        city = city_name(event, gazetteer)
        home = items.get(event.post) or _home(event, city, blocks[event.sending, event.receiving])
        if home:
            owned[home.id].append(event.id)
        else:
            homeless[event.sending, event.receiving, city, rank_of(event.kind)].append(event)
    founded = []
    for key in sorted(homeless):
        group = _found(homeless[key], key[2], gazetteer)
        founded.append(group)
        owned[group.id] += [event.id for event in homeless[key]]
    return Attached(founded, dict(owned))


def city_name(event: StatusEvent, gazetteer: Gazetteer) -> str:
    """The city of an event as the gazetteer writes it."""
    city = gazetteer.find_city(event.city, event.receiving)
    return city.name if city else event.city


def _home(event: StatusEvent, city: str, block: list[Group]) -> Group | None:
    """The group of the event's rank in its city; a head of mission whose city is not known will do when alone."""
    ranked = [group for group in block if rank_of(group.get("kind")) == rank_of(event.kind)]
    names = {fold(city), fold(event.city)}
    for group in ranked:
        if names & {fold(str(group.get(field))) for field in ("city", "district")}:
            return group
    minor = [
        group
        for group in block
        if "head" not in (rank_of(group.get("kind")), rank_of(event.kind))
        and fold(str(group.get("city"))) in names
    ]
    if len(minor) == 1:  # whether a consul is honorary, or an agency a consulate, is seldom told the same way
        return minor[0]
    alone = len(ranked) == 1 and rank_of(event.kind) == "head" and not ranked[0].get("city")
    return ranked[0] if alone else None


def _found(events: list[StatusEvent], city: str, gazetteer: Gazetteer) -> Group:
    """A group made of events: what they say, dated by when their sources said it."""
    newest = max(events, key=lambda event: (said_on(event), event.id))
    record = slug(newest.sending, newest.receiving, city, newest.kind)
    claims = []
    for event in events:
        stated = {"sending": event.sending, "receiving": event.receiving, "kind": event.kind, "city": city}
        claims += [Claim(STATUS, said_on(event), event.id, record, field, stated[field]) for field in stated]
    if found := gazetteer.find_city(newest.city, newest.receiving):
        point = f"{found.latitude:.5f},{found.longitude:.5f}"
        claims.append(Claim(STATUS, said_on(newest), "city", record, "near", point))
    dates = sorted(said_on(event) for event in events)
    seen = Seen(STATUS, dates[0], dates[-1])
    dossier = Dossier(STATUS, record, tuple(claims), seen, False, settle(claims, record))
    return Group(record, newest.sending, newest.receiving, (dossier,))


def said_on(event: StatusEvent) -> str:
    """When the event's source said it; the event's own date when the source has none."""
    return event.source.date or event.date
