"""The states, demonyms, capitals and offices that the store knows, as `find_statements` asks for them."""

from collections.abc import Iterable
from typing import Final

from legation.news.statements.gazetteer import Places
from legation.store.letters import fold_letters
from legation.store.news import Entry

_KINDS: Final = frozenset({"name", "people", "capital", "seat", "body"})
_RIVAL: Final = 0.5
"""A second sense with more than this share of the first's prior leaves the name undecided."""


def known_states(entries: Iterable[Entry]) -> Places:
    """Look up codes among the names that the store compiled for news; ambiguous ones have none."""
    codes = {entry.key: entry.senses[0].code for entry in entries if _is_state(entry)}

    def place(name: str) -> str | None:
        return codes.get(fold_letters(name.removeprefix("the ").removeprefix("The ")))

    return place


def _is_state(entry: Entry) -> bool:
    first, *others = entry.senses
    if first.kind not in _KINDS or entry.homonym:
        return False
    rivals = (other for other in others if other.kind in _KINDS)
    return all(rival.prior < _RIVAL * first.prior for rival in rivals)
