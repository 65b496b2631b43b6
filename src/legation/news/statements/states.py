"""The states, demonyms, capitals and offices that the store knows, as `find_statements` asks for them."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from legation.news.statements.gazetteer import Places
from legation.store.letters import fold_letters
from legation.store.news import Entry, Names, find_first, unpack

_KINDS: Final = frozenset({"name", "people", "capital", "seat", "body"})
_KEPT: Final = 4096
"""Names looked up that are remembered: the same few speak in every article."""
_RIVAL: Final = 0.5
"""A second sense with more than this share of the first's prior leaves the name undecided."""


def known_states(names: Names) -> Places:
    """Look up codes among the names that the store compiled for news; ambiguous ones have none."""

    @lru_cache(maxsize=_KEPT)
    def place(name: str) -> str | None:
        key = fold_letters(name.removeprefix("the ").removeprefix("The "))
        codes = [entry.senses[0].code for entry in sorted(_named(names, key)) if _is_state(entry)]
        return codes[-1] if codes else None

    return place


def _named(names: Names, key: str) -> Iterator[Entry]:
    first = find_first(key)
    for filed in (names.small, names.written):
        if first in filed:
            yield from (entry for entry in unpack(filed[first]) if entry.key == key)


def _is_state(entry: Entry) -> bool:
    first, *others = entry.senses
    if first.kind not in _KINDS or entry.homonym:
        return False
    rivals = (other for other in others if other.kind in _KINDS)
    return all(rival.prior < _RIVAL * first.prior for rival in rivals)
