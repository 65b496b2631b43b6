"""Which arrangements hold for a citizen in a place on a day.

Arrangements name states, `@groups` with dated members, or `*`. The index by beneficiary is made once; what depends
on the day is asked each time.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from legation.find.state import begins_on, ends_on
from legation.model.directory import Arrangement, Group

ANYONE = "*"


class Rulebook:
    """The arrangements of one store, indexed.

    Args:
        arrangements: by id.
        groups: by id, without the `@`.
    """

    def __init__(self, arrangements: Mapping[str, Arrangement], groups: Mapping[str, Group]) -> None:
        self._groups = groups
        self._by_beneficiary: dict[str, list[Arrangement]] = defaultdict(list)
        for arrangement in arrangements.values():
            for code in set(self._all_members(arrangement.beneficiaries)):
                self._by_beneficiary[code].append(arrangement)

    def holding(self, citizen: str, receiving: str, day: str) -> Iterator[Arrangement]:
        """The arrangements whose beneficiary is this citizen, in force for that place on that day, by id."""
        for arrangement in self._by_beneficiary.get(citizen, ()):
            if (
                in_force(arrangement, day)
                and self.covers(arrangement.beneficiaries, citizen, day)
                and self.covers(arrangement.receiving, receiving, day)
                and not self.covers(arrangement.except_receiving, receiving, day)
            ):
                yield arrangement

    def covers(self, codes: tuple[str, ...], code: str, day: str) -> bool:
        """Whether a list of codes, groups and `*` has this code on that day."""
        return any(
            entry in (code, ANYONE) or (entry[0] == "@" and self._is_member(entry[1:], code, day))
            for entry in codes
        )

    def helpers(self, arrangement: Arrangement, day: str) -> Iterator[str]:
        """The helping states on that day, in the order of the entry."""
        for entry in arrangement.helpers:
            if entry[0] != "@":
                yield entry
                continue
            for member in self._groups[entry[1:]].members:
                if within(member.since, member.until, day):
                    yield member.code

    def _is_member(self, group: str, code: str, day: str) -> bool:
        return any(m.code == code and within(m.since, m.until, day) for m in self._groups[group].members)

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
