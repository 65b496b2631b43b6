"""Which arrangements hold for a citizen in a place on a day.

Arrangements name states, `@groups` with dated members, or `*`. The index by beneficiary is made once; what depends
on the day is kept for the days that are asked about.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from legation.find.state import begins_on, ends_on
from legation.model.directory import Arrangement, Group

ANYONE = "*"
MOST_KEPT = 2_000
"""What depends on the day is kept for so many questions, then forgotten at once."""


class Rulebook:
    """The arrangements of one store, indexed.

    Args:
        arrangements: by id.
        groups: by id, without the `@`.
    """

    def __init__(self, arrangements: Mapping[str, Arrangement], groups: Mapping[str, Group]) -> None:
        self._groups = groups
        self._members: dict[tuple[str, str], frozenset[str]] = {}
        self._benefits: dict[tuple[str, str], list[Arrangement]] = {}
        self._holding: dict[tuple[str, str, str], list[Arrangement]] = {}
        self._by_beneficiary: dict[str, list[Arrangement]] = defaultdict(list)
        for arrangement in arrangements.values():
            for code in set(self._all_members(arrangement.beneficiaries)):
                self._by_beneficiary[code].append(arrangement)

    def holding(self, citizen: str, receiving: str, day: str) -> list[Arrangement]:
        """The arrangements whose beneficiary is this citizen, in force for that place on that day, by id; kept."""
        known = self._holding.get((citizen, receiving, day))
        if known is None:
            if len(self._holding) >= MOST_KEPT:
                self._holding.clear()
            known = self._holding[citizen, receiving, day] = [
                arrangement
                for arrangement in self._benefiting(citizen, day)
                if self.covers(arrangement.receiving, receiving, day)
                and not self.covers(arrangement.except_receiving, receiving, day)
            ]
        return known

    def _benefiting(self, citizen: str, day: str) -> list[Arrangement]:
        """The arrangements in force for a citizen, wherever; kept, for on one day few of them are ever asked about."""
        known = self._benefits.get((citizen, day))
        if known is None:
            if len(self._benefits) >= MOST_KEPT:
                self._benefits.clear()
            known = self._benefits[citizen, day] = [
                arrangement
                for arrangement in self._by_beneficiary.get(citizen, ())
                if in_force(arrangement, day) and self.covers(arrangement.beneficiaries, citizen, day)
            ]
        return known

    def covers(self, codes: tuple[str, ...], code: str, day: str) -> bool:
        """Whether a list of codes, groups and `*` has this code on that day."""
        if code in codes or ANYONE in codes:
            return True
        return any(entry[0] == "@" and code in self._on(entry[1:], day) for entry in codes)

    def helpers(self, arrangement: Arrangement, day: str) -> Iterator[str]:
        """The helping states on that day, in the order of the entry."""
        for entry in arrangement.helpers:
            if entry[0] != "@":
                yield entry
                continue
            for member in self._groups[entry[1:]].members:
                if within(member.since, member.until, day):
                    yield member.code

    def _on(self, group: str, day: str) -> frozenset[str]:
        """The members of a group on a day."""
        known = self._members.get((group, day))
        if known is None:
            if len(self._members) >= MOST_KEPT:
                self._members.clear()
            known = self._members[group, day] = frozenset(
                member.code
                for member in self._groups[group].members
                if within(member.since, member.until, day)
            )
        return known

    def _all_members(self, codes: tuple[str, ...]) -> Iterator[str]:
        for entry in codes:
            if entry[0] == "@":
                yield from (member.code for member in self._groups[entry[1:]].members)
            elif entry != ANYONE:
                yield entry


def in_force(arrangement: Arrangement, day: str) -> bool:
    """Whether it holds on that day and is not suspended."""
    return within(arrangement.since, arrangement.until, day) and not any(
        within(first, last or None, day) for first, last in arrangement.suspended
    )


def within(first: str | None, last: str | None, day: str) -> bool:
    """Whether a day lies in a span, ends included; None is open."""
    return (first is None or begins_on(first) <= day) and (last is None or day <= ends_on(last))
