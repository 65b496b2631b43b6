"""The words that the reading of statements rests on, from the lists in `data/news`.

Every list is of our own making; `docs/how-to/statements.md` says how to add to one.
"""

import csv
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

# Classes of a word form; one form may be of several.
DETERMINER: Final = 1 << 0
PRONOUN: Final = 1 << 1
POSSESSIVE: Final = 1 << 2
RELATIVE: Final = 1 << 3
AUXILIARY: Final = 1 << 4
MODAL: Final = 1 << 5
NEGATION: Final = 1 << 6
PREPOSITION: Final = 1 << 7
COORDINATOR: Final = 1 << 8
SUBORDINATOR: Final = 1 << 9
ADVERB: Final = 1 << 10
DAY: Final = 1 << 11
MONTH: Final = 1 << 12
BASE: Final = 1 << 13
THIRD: Final = 1 << 14
PAST: Final = 1 << 15
PARTICIPLE: Final = 1 << 16
GERUND: Final = 1 << 17
NAME: Final = 1 << 18
NUMBER: Final = 1 << 19
MARK: Final = 1 << 20
TIME: Final = 1 << 21

FINITE: Final = BASE | THIRD | PAST
VERB: Final = FINITE | PARTICIPLE | GERUND

ALONE: Final = frozenset({"one", "another", "some", "many", "most", "each", "few", "several"})
"""Determiners that may stand for somebody without a noun."""

_CLASSES: Final = {
    "determiners": DETERMINER,
    "pronouns": PRONOUN,
    "possessives": POSSESSIVE,
    "relatives": RELATIVE,
    "auxiliaries": AUXILIARY,
    "modals": MODAL,
    "negations": NEGATION,
    "prepositions": PREPOSITION,
    "coordinators": COORDINATOR,
    "subordinators": SUBORDINATOR,
    "adverbs": ADVERB,
    "days": DAY,
    "months": MONTH,
    "spans_of_time": TIME,
}


class Cue(msgspec.Struct, frozen=True):
    """A word that may introduce what somebody said, thinks or wants.

    Attributes:
        lemma: its dictionary form.
        frames: what must follow it: `that` a clause, `q` a quotation, `np` an object, `tell` an addressee and
            then a clause, `to` an infinitive, or a particle (`for`, `about` …).
        kind: speech, thought, stance or report for verbs; noun; adjective.
    """

    lemma: str
    frames: frozenset[str]
    kind: str


class Lexicon(msgspec.Struct, frozen=True):
    """All lists, by word form in lower case."""

    classes: dict[str, int]
    verbs: dict[str, Cue]
    nouns: dict[str, Cue]
    adjectives: dict[str, Cue]
    abbreviations: frozenset[str]
    not_adverbs: frozenset[str]
    media: frozenset[str]


@cache
def get_lexicon() -> Lexicon:
    """The lists in `data/news`, read once."""
    return read_lexicon(words_folder())


def read_lexicon(folder: Path) -> Lexicon:
    """Read the lists of one folder."""
    grammar = read_grammar(folder)
    classes: dict[str, int] = {}
    irregular = {
        row["lemma"]: (row["past"], row["participle"]) for row in read_rows(folder / "irregular.csv")
    }
    verbs = {
        row["lemma"]: _cue(row["lemma"], row["frames"], row["kind"]) for row in read_rows(folder / "cues.csv")
    }
    forms: dict[str, Cue] = {}
    for cue in verbs.values():
        past, participle = irregular.get(cue.lemma, ("", ""))
        for form, kind in _inflect(cue.lemma, past, participle):
            classes[form] = classes.get(form, 0) | kind
            forms[form] = cue
    for line in (folder / "verbs.txt").read_text(encoding="utf-8").split():
        for form, kind in _inflect(*_parse_verb(line)):
            classes[form] = classes.get(form, 0) | kind
    for name, kind in _CLASSES.items():
        for word in grammar[name]:
            classes[word] = classes.get(word, 0) | kind
            if kind & (PREPOSITION | SUBORDINATOR | ADVERB | DETERMINER):
                classes[word] &= ~BASE
    return Lexicon(
        classes=classes,
        verbs=forms,
        nouns=dict(
            _plurals(_cue(row["noun"], row["frames"], "noun") for row in read_rows(folder / "nouns.csv"))
        ),
        adjectives={
            row["adjective"]: _cue(row["adjective"], row["frames"], "adjective")
            for row in read_rows(folder / "adjectives.csv")
        },
        abbreviations=grammar["abbreviations"],
        not_adverbs=grammar["not_adverbs"],
        media=frozenset(row["name"].lower().removeprefix("the ") for row in read_rows(folder / "media.csv")),
    )


def read_grammar(folder: Path) -> dict[str, frozenset[str]]:
    """The lists of single words."""
    with (folder / "grammar.toml").open("rb") as file:
        return {name: frozenset(words.split()) for name, words in tomllib.load(file).items()}


def words_folder() -> Path:
    """Where the lists lie: inside the installed package, or in the checkout."""
    here = Path(__file__).resolve()
    packaged = here.parents[2] / "data" / "news"
    return packaged if packaged.is_dir() else here.parents[4] / "data" / "news"


def read_rows(file: Path) -> Iterator[dict[str, str]]:
    """The records of a list."""
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _cue(lemma: str, frames: str, kind: str) -> Cue:
    return Cue(lemma, frozenset(frames.split()), kind)


def _plurals(cues: Iterable[Cue]) -> Iterator[tuple[str, Cue]]:
    for cue in cues:
        yield cue.lemma, cue
        yield _third(cue.lemma), cue


def _parse_verb(line: str) -> tuple[str, str, str]:
    """Read `drive+drove/driven`; a trailing `*` doubles the last letter (`ban*`: banned, banning)."""
    stem, _, pasts = line.rstrip("*").partition("+")
    past, _, participle = pasts.partition("/")
    if line.endswith("*") and not past:
        past = stem + stem[-1] + "ed"
    return stem, past, participle or past


def _inflect(lemma: str, past: str, participle: str) -> Iterator[tuple[str, int]]:
    past = past or _past(lemma)
    doubled = past.endswith("ed") and len(past) == len(lemma) + 3
    stem = past[:-2] if doubled else lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma
    yield lemma, BASE
    yield _third(lemma), THIRD
    yield past, PAST | (0 if participle else PARTICIPLE)
    yield participle or past, PARTICIPLE
    yield stem + "ing", GERUND
    if lemma.endswith(("n", "t", "p", "m", "g", "b", "d")) and past != lemma + "ed":
        yield lemma + lemma[-1] + "ing", GERUND


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        return lemma[:-1] + "ied"
    return lemma + "ed"


def _third(lemma: str) -> str:
    if lemma.endswith(("s", "sh", "ch", "x", "z")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        return lemma[:-1] + "ies"
    return lemma + "s"
