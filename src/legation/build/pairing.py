"""Bring together what different sources say of the consulates in one city.

A source that lists a state's consulates names each once. So where two sources know one in a city, it is the same, even
when one gives a door and the other a telephone; where either knows more, contacts must decide (`judge`). A consulate in
a suburb is called by the suburb or by its city: so the only ones of two sources within `SUBURBS_METRES` are one, too.
"""

from collections.abc import Iterable
from itertools import combinations

from legation.build.distance import metres
from legation.build.dossier import Dossier
from legation.build.judge import SECTION, SUBURBS_METRES, rank_of
from legation.build.judgements import Ledger
from legation.build.slug import is_item
from legation.model.claims import Value

Members = list[Dossier]
RANKS = (
    frozenset({"consular"}),
    frozenset({"honorary"}),
    frozenset({"office"}),
    frozenset({"consular", "honorary"}),
)
"""First like with like; then any, for open registers seldom tell a career consul from an honorary one."""


def pair_up(groups: list[Members], ledger: Ledger) -> list[Members]:
    """Unite groups that are each the only consulate of their source in a city, unless it was decided otherwise."""
    sources = sorted({dossier.source for group in groups for dossier in group})
    cities = sorted({city for group in groups for city in _cities(group)})
    for ranks in RANKS:
        for city in cities:
            for one, other in combinations(sources, 2):
                here = [group for group in groups if city in _cities(group) and _rank(group) in ranks]
                left, right = (_known_to(source, here) for source in (one, other))
                if (
                    len(left) == len(right) == 1
                    and left[0] is not right[0]
                    and not ledger.part(left[0], right[0])
                ):
                    groups = united(groups, left[0][0], right[0][0])
    return _with_suburbs(groups, ledger)


def _with_suburbs(groups: list[Members], ledger: Ledger) -> list[Members]:
    """Unite consulates of two sources when neither source knows another near them."""
    consulates = [group for group in groups if _rank(group) == "consular"]
    for one, other in combinations(consulates, 2):
        sources = _sources(one) | _sources(other)
        if not (_sources(one).isdisjoint(_sources(other)) and _are_near(one, other)) or ledger.part(
            one, other
        ):
            continue
        beside = [
            group
            for group in consulates
            if group is not one and group is not other and _sources(group) & sources
        ]
        if not any(_are_near(group, near) for group in beside for near in (one, other)):
            return _with_suburbs(united(groups, one[0], other[0]), ledger)
    return groups


def _are_near(one: Members, other: Members) -> bool:
    """Whether two groups stand in one city with its suburbs."""
    apart = [metres(_spot(left), _spot(right)) for left in one for right in other]
    return any(distance is not None and distance <= SUBURBS_METRES for distance in apart)


def _spot(dossier: Dossier) -> Value | None:
    return dossier.get("position") or dossier.get("near")


def _sources(group: Iterable[Dossier]) -> set[str]:
    return {dossier.source for dossier in group}


def _known_to(source: str, groups: Iterable[Members]) -> list[Members]:
    return [group for group in groups if any(dossier.source == source for dossier in group)]


def _cities(group: Iterable[Dossier]) -> set[str]:
    return {str(city) for dossier in group if (city := dossier.get("city"))}


def _rank(group: Members) -> str:
    return rank_of(group[0].get("kind"))


def seniority(dossier: Dossier) -> tuple[bool, bool, bool, int, str, str]:
    """Who leads: an item, what is still listed, what is more than a section, the lower item."""
    item = is_item(dossier.record)
    section = dossier.get("kind") == SECTION
    number = int(dossier.record[1:]) if item else 0
    return (not item, dossier.missing, section, number, dossier.record, dossier.source)


def united(groups: list[Members], one: Dossier, other: Dossier) -> list[Members]:
    """The groups with those of two dossiers made one, the senior leading; order is kept."""
    home = next(group for group in groups if any(dossier is one for dossier in group))
    guest = next(group for group in groups if any(dossier is other for dossier in group))
    if home is guest:
        return groups
    joined = sorted([*home, *guest], key=seniority)
    return [joined if group is home else group for group in groups if group is not guest]
