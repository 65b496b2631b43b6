"""Put dossiers that speak of the same post together: blocks of (sending, receiving), judged pair by pair."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from typing import Final

import msgspec

from legation.build.dossier import Dossier
from legation.build.judge import SECTION, Judgement, elsewhere, judge, rank_of
from legation.model.claims import Value

Block = tuple[str, str]


class Group(msgspec.Struct, frozen=True):
    """Dossiers of one post; the first leads and gives the post its id."""

    sending: str
    receiving: str
    dossiers: tuple[Dossier, ...]

    @property
    def id(self) -> str:
        """The id of the post: its leader's record."""
        return self.dossiers[0].record

    def get(self, field: str) -> Value | None:
        """The leader's word on a field, else the first other's."""
        return next((value for one in self.dossiers if (value := one.get(field)) is not None), None)


class Pair(msgspec.Struct, frozen=True):
    """Two records and what was decided on them, for the report."""

    one: str
    other: str
    judgement: Judgement


class Matched(msgspec.Struct, frozen=True):
    """What came of matching.

    Attributes:
        groups: the posts.
        pairs: what was merged and what could not be told apart.
        aside: dossiers that are no post, by the reason why.
    """

    groups: list[Group]
    pairs: list[Pair]
    aside: dict[str, list[Dossier]]


NO_KIND: Final = "no snapshot says what kind of post it is"
NO_CITY: Final = "an embassy without a city beside several that have one"


def match(dossiers: Iterable[Dossier]) -> Matched:
    """Group the dossiers of one post; independent of their order."""
    blocks: dict[Block, list[Dossier]] = defaultdict(list)
    matched = Matched([], [], {NO_KIND: [], NO_CITY: []})
    for dossier in dossiers:
        if dossier.get("kind"):
            blocks[str(dossier.get("sending")), str(dossier.get("receiving"))].append(dossier)
        else:
            matched.aside[NO_KIND].append(dossier)
    for (sending, receiving), members in sorted(blocks.items()):
        groups, pairs = _join(sorted(members, key=_seniority), receiving)
        homes = sum(_is_home(group, receiving) for group in groups)
        for group in groups:
            if homes > 1 and all(map(_is_stray, group)):
                matched.aside[NO_CITY] += group
            else:
                matched.groups.append(Group(sending, receiving, tuple(group)))
        matched.pairs.extend(pairs)
    return matched


def _seniority(dossier: Dossier) -> tuple[bool, bool, int, str]:
    """Who leads: what is still listed, what is more than a section, the lower item (a merged item's is given up)."""
    number = dossier.record[1:]
    section = dossier.get("kind") == SECTION
    return (dossier.missing, section, int(number) if number.isdecimal() else 0, dossier.record)


def _join(members: list[Dossier], receiving: str) -> tuple[list[list[Dossier]], list[Pair]]:
    """Join what is the same, transitively; then what is said of a head of mission without its city."""
    groups = [[dossier] for dossier in members]
    pairs: list[Pair] = []
    for one, other in combinations(members, 2):
        judgement = judge(one, other, receiving)
        if judgement.verdict == "same":
            groups = _united(groups, one, other)
        if judgement.verdict != "different":
            pairs.append(Pair(one.record, other.record, judgement))
    for stray in [dossier for dossier in members if _is_stray(dossier)]:
        homes = [group[0] for group in groups if _is_home(group, receiving)]
        if len(homes) == 1 and not elsewhere(stray.get("accredited"), receiving):
            groups = _united(groups, homes[0], stray)
            pairs = [pair for pair in pairs if {pair.one, pair.other} != {homes[0].record, stray.record}]
            pairs.append(
                Pair(homes[0].record, stray.record, Judgement("same", "the only head of mission there"))
            )
    return groups, pairs


def _is_stray(dossier: Dossier) -> bool:
    return rank_of(dossier.get("kind")) == "head" and not dossier.get("city")


def _is_home(group: list[Dossier], receiving: str) -> bool:
    """Whether a group is a head of mission to the state it stands in, in a city that is known."""
    rank = rank_of(group[0].get("kind"))
    city = any(dossier.get("city") for dossier in group)
    return rank == "head" and city and not any(elsewhere(one.get("accredited"), receiving) for one in group)


def _united(groups: list[list[Dossier]], one: Dossier, other: Dossier) -> list[list[Dossier]]:
    """The groups with those of two dossiers made one, the senior leading; order is kept."""
    home = next(group for group in groups if any(dossier is one for dossier in group))
    guest = next(group for group in groups if any(dossier is other for dossier in group))
    if home is guest:
        return groups
    joined = sorted([*home, *guest], key=_seniority)
    return [joined if group is home else group for group in groups if group is not guest]
