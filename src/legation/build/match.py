"""Put dossiers that speak of the same post together: blocks of (sending, receiving), judged pair by pair."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations
from typing import Final

import msgspec

from legation.build.dossier import Dossier
from legation.build.judge import Judgement, elsewhere, judge, rank_of
from legation.build.judgements import Ledger
from legation.build.pairing import pair_up, seniority, united
from legation.build.slug import is_item, slug
from legation.model.claims import Value

Block = tuple[str, str]


class Group(msgspec.Struct, frozen=True):
    """Dossiers of one post, the leader first.

    Attributes:
        id: of the post: the leader's Wikidata item, else `<sending>-<receiving>-<city>-<kind>`.
        sending, receiving: whose post, where.
        dossiers: what each source says of it.
    """

    id: str
    sending: str
    receiving: str
    dossiers: tuple[Dossier, ...]

    def get(self, field: str) -> Value | None:
        """The leader's word on a field, else the first other's."""
        return next((value for one in self.dossiers if (value := one.get(field)) is not None), None)


class Pair(msgspec.Struct, frozen=True):
    """Two dossiers and what was decided on them, for the report and for review."""

    left: Dossier
    right: Dossier
    judgement: Judgement

    @property
    def one(self) -> str:
        """The record of the first."""
        return self.left.record

    @property
    def other(self) -> str:
        """The record of the second."""
        return self.right.record


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


UNDECIDED: Final = Ledger()
NO_KIND: Final = "no snapshot says what kind of post it is"
NO_CITY: Final = "an embassy without a city beside several that have one"


def match(dossiers: Iterable[Dossier], ledger: Ledger = UNDECIDED) -> Matched:
    """Group the dossiers of one post; independent of their order.

    Args:
        dossiers: what each source says of each of its records.
        ledger: what people decided; it wins over every rule.
    """
    blocks: dict[Block, list[Dossier]] = defaultdict(list)
    matched = Matched([], [], {NO_KIND: [], NO_CITY: []})
    for dossier in dossiers:
        if dossier.get("kind"):
            blocks[str(dossier.get("sending")), str(dossier.get("receiving"))].append(dossier)
        else:
            matched.aside[NO_KIND].append(dossier)
    for (sending, receiving), members in sorted(blocks.items()):
        groups, pairs = _join(sorted(members, key=seniority), receiving, ledger)
        homes = sum(_is_home(group, receiving) for group in groups)
        named: Counter[str] = Counter()
        for group in groups:
            if homes > 1 and all(map(_is_stray, group)):
                matched.aside[NO_CITY] += group
            else:
                post = _id(group, sending, receiving)
                named[post] += 1
                numbered = post if named[post] == 1 else f"{post}-{named[post]}"
                matched.groups.append(Group(numbered, sending, receiving, tuple(group)))
        matched.pairs.extend(pairs)
    return matched


def _id(group: list[Dossier], sending: str, receiving: str) -> str:
    """The leader's item; else an id of what the post is, which does not change when a source renumbers its rows."""
    leader = group[0]
    if is_item(leader.record):
        return leader.record
    return slug(sending, receiving, str(leader.get("city") or ""), str(leader.get("kind")))


def _join(members: list[Dossier], receiving: str, ledger: Ledger) -> tuple[list[list[Dossier]], list[Pair]]:
    """Join what is the same, transitively; then what is said of a head of mission without its city."""
    groups = [[dossier] for dossier in members]
    pairs: list[Pair] = []
    for one, other in combinations(members, 2):
        judgement = ledger.find(one, other) or judge(one, other, receiving)
        if judgement.verdict == "same" and not ledger.part(_of(one, groups), _of(other, groups)):
            groups = united(groups, one, other)
        if judgement.verdict != "different":
            pairs.append(Pair(one, other, judgement))
    groups = pair_up(groups, ledger)
    pairs = [pair for pair in pairs if pair.judgement.verdict == "same" or not _together(groups, pair)]
    for stray in [dossier for dossier in members if _is_stray(dossier)]:
        homes = [group[0] for group in groups if _is_home(group, receiving)]
        if (
            len(homes) == 1
            and not elsewhere(stray.get("accredited"), receiving)
            and not ledger.part(homes, [stray])
        ):
            groups = united(groups, homes[0], stray)
            pairs = [pair for pair in pairs if {pair.one, pair.other} != {homes[0].record, stray.record}]
            pairs.append(Pair(homes[0], stray, Judgement("same", "the only head of mission there")))
    return groups, pairs


def _of(dossier: Dossier, groups: list[list[Dossier]]) -> list[Dossier]:
    return next(group for group in groups if any(dossier is one for one in group))


def _together(groups: list[list[Dossier]], pair: Pair) -> bool:
    """Whether two records that could not be told apart by themselves have come together through a third."""
    return any({pair.one, pair.other} <= {dossier.record for dossier in group} for group in groups)


def _is_stray(dossier: Dossier) -> bool:
    return rank_of(dossier.get("kind")) == "head" and not dossier.get("city")


def _is_home(group: list[Dossier], receiving: str) -> bool:
    """Whether a group is a head of mission to the state it stands in, in a city that is known."""
    rank = rank_of(group[0].get("kind"))
    city = any(dossier.get("city") for dossier in group)
    return rank == "head" and city and not any(elsewhere(one.get("accredited"), receiving) for one in group)
