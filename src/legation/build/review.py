"""The pairs of records that the rules cannot tell apart, for a person to decide."""

from collections.abc import Callable
from pathlib import Path

from legation.build.build import gather_all, open_gazetteer, read_all
from legation.build.dossier import Dossier
from legation.build.events import read_events, with_cities
from legation.build.judgements import Ledger, read_decisions
from legation.build.match import Matched, Pair, match
from legation.build.remember import remember
from legation.sources import declarations

Progress = Callable[[str, int, int], None]


def read_dossiers(captures: Path, data: Path, progress: Progress = lambda *_: None) -> list[Dossier]:
    """Everything that the captures say of posts, as `legation build` matches it."""
    gazetteer = open_gazetteer(data)
    declared = [one for one in declarations().values() if one.part == "directory"]
    reads, refusals = read_all(declared, captures, gazetteer, progress)
    last = remember(refusals, data)
    return with_cities([*gather_all(reads), *last.dossiers], read_events(data), gazetteer)


def match_captures(captures: Path, data: Path, progress: Progress = lambda *_: None) -> Matched:
    """Match what the captures say, with the decisions made so far."""
    return match(read_dossiers(captures, data, progress), Ledger(read_decisions(data)))


def open_pairs(matched: Matched, data: Path) -> list[Pair]:
    """The pairs that are neither told apart by a rule nor decided, in a stable order."""
    ledger = Ledger(read_decisions(data))
    pairs = [
        pair
        for pair in matched.pairs
        if pair.judgement.verdict == "unsure" and ledger.find(pair.left, pair.right) is None
    ]
    return sorted(pairs, key=lambda pair: (str(pair.left.get("sending")), pair.one, pair.other))
