"""The states, demonyms, capitals and offices that the store knows, as `find_statements` asks for them."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from legation.news.statements.gazetteer import Places
from legation.store.letters import fold_letters
from legation.store.news import Entry, Names, find_first

_KINDS: Final = frozenset({"name", "people", "capital", "seat", "body"})
_RIVAL: Final = 0.5
"""A second sense with more than this share of the first's prior leaves the name undecided."""


def known_states(names: Names) -> Places:
    """Look up codes among the names that the store compiled for news; ambiguous ones have none."""

    @cache
    def find(key: str) -> str | None:
        return next((entry.senses[0].code for entry in _named(names, key) if _is_state(entry)), None)

    def place(name: str) -> str | None:
        key = fold_letters(name.removeprefix("the ").removeprefix("The "))
        first = find_first(key)
        return find(key) if first in names.written or first in names.small else None

    return place


def _named(names: Names, key: str) -> Iterator[Entry]:
    first = find_first(key)
    for filed in (names.small, names.written):
        yield from (entry for entry in filed.get(first, ()) if entry.key == key)


def _is_state(entry: Entry) -> bool:
    first, *others = entry.senses
    if first.kind not in _KINDS or entry.homonym:
        return False
    rivals = (other for other in others if other.kind in _KINDS)
    return all(rival.prior < _RIVAL * first.prior for rival in rivals)
