"""How many inputs of `tests/places/inputs.tsv` are read right: `python -m eval.places` prints every one that is not.

A line of the table says what an input must come to: `NL`, `NL RU` for a question, codes with `|` between when it must
be asked about, `-` when it is nothing; notes of the match follow. A misspelling must be marked as a guess.
"""

import sqlite3
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec

from legation.errors import AmbiguousInput, InputError
from legation.model.place import Match
from legation.places import Gazetteer
from legation.store import gazetteer as part

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "tests" / "places" / "inputs.tsv"
FLOOR = 0.98


class Case(msgspec.Struct, frozen=True):
    """A line of the table."""

    kind: str
    verb: str
    expected: str
    given: str


class Outcome(msgspec.Struct, frozen=True):
    """What came of an input, written as the table writes it, and whether as a guess."""

    text: str
    guess: bool = False


def main() -> int:
    """Print the figures and the failures; return 1 under the floor or when a wrong place was given as certain."""
    gazetteer = open_gazetteer()
    outcomes = [(case, run(gazetteer, case)) for case in cases()]
    wrong = [(case, outcome) for case, outcome in outcomes if not right(case, outcome)]
    for case, outcome in wrong:
        print(
            f"{case.kind}: {case.given[:60]!r} -> {outcome.text}{' (guess)' * outcome.guess}, not {case.expected}"
        )
    of_kind, wrong_of = Counter(case.kind for case, _ in outcomes), Counter(case.kind for case, _ in wrong)
    for kind, count in of_kind.items():
        print(f"{kind:20} {count - wrong_of[kind]:4} of {count}")
    silent = sum(silently_wrong(case, outcome) for case, outcome in outcomes)
    share = 1 - len(wrong) / len(outcomes)
    print(f"{share:.1%} of {len(outcomes)} right, {silent} wrong without being marked as a guess")
    return int(share < FLOOR or silent > 0)


def open_gazetteer() -> Gazetteer:
    """Compile `data/places` in memory."""
    connection = sqlite3.connect(":memory:")
    connection.executescript(part.SCHEMA)
    part.load(connection, ROOT / "data")
    return Gazetteer(connection)


def cases() -> Iterator[Case]:
    """Read the table; an input in double quotes is JSON."""
    for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]:
        kind, verb, expected, given = line.split("\t")
        yield Case(kind, verb, expected, unquoted(given))


def unquoted(text: str) -> str:
    """Read a JSON string; lone surrogates, which JSON forbids, too."""
    return (
        text[1:-1].encode("ascii", "backslashreplace").decode("unicode_escape")
        if text.startswith('"')
        else text
    )


def run(gazetteer: Gazetteer, case: Case) -> Outcome:
    """Ask the gazetteer."""
    try:
        match case.verb:
            case "question":
                citizens, place = gazetteer.parse_question(case.given)
                codes = "+".join(one.place.code for one in citizens)
                return Outcome(
                    f"{codes} {place.place.code}", place.guess or any(one.guess for one in citizens)
                )
            case "place":
                return outcome_of(gazetteer.parse_place(case.given))
            case _:
                return outcome_of(gazetteer.parse_citizenship(case.given))
    except AmbiguousInput as error:
        return Outcome("|".join(candidate.code for candidate in error.candidates))
    except InputError:
        return Outcome("-")


def outcome_of(match: Match) -> Outcome:
    """Write a match as the table does."""
    return Outcome(" ".join((match.place.code, *sorted(match.notes))), match.guess)


def right(case: Case, outcome: Outcome) -> bool:
    """Whether the outcome is the one expected; further candidates and notes do no harm."""
    if "misspelt" in case.kind and not outcome.guess:
        return False
    if "|" in case.expected:
        return "|" in outcome.text and set(case.expected.split("|")) <= set(outcome.text.split("|"))
    if case.verb == "question":
        return outcome.text == case.expected
    place, *notes = case.expected.split()
    given, *found = outcome.text.split()
    return given == place and set(notes) <= set(found)


def silently_wrong(case: Case, outcome: Outcome) -> bool:
    """Whether another place was given as certain."""
    given = outcome.text.split()[0]
    return not outcome.guess and "|" not in given and given not in ("-", case.expected.split()[0])


if __name__ == "__main__":
    sys.exit(main())
