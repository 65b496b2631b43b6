"""The lists themselves."""

import csv
from pathlib import Path

import pytest

from legation.news.statements.lexicon import BASE, GERUND, PARTICIPLE, PAST, THIRD, get_lexicon

NEWS = Path(__file__).resolve().parents[3] / "data" / "news"
LISTS = ("cues", "nouns", "adjectives", "irregular", "media", "offices", "roles")
FRAMES = frozenset(
    ("that", "q", "np", "tell", "to", "whether", "about", "against", "as", "at", "by", "for", "in")
) | frozenset(("it", "of", "off", "on", "out", "over", "upon", "with"))


def rows(name: str) -> list[list[str]]:
    with (NEWS / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))[1:]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_sorted_and_without_doubles(name: str) -> None:
    keys = [row[0].lower() for row in rows(name)]
    assert keys == sorted(keys)
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("name", ["cues", "nouns", "adjectives"])
def test_frames_are_known(name: str) -> None:
    assert {frame for row in rows(name) for frame in row[1].split()} <= FRAMES


def test_kinds_are_known() -> None:
    assert {row[2] for row in rows("cues")} == {"speech", "thought", "stance", "report"}
    assert {row[1] for row in rows("roles")} == {"national", "state", "no"}


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("say", BASE),
        ("says", THIRD),
        ("said", PAST),
        ("said", PARTICIPLE),
        ("saying", GERUND),
        ("denied", PAST),
        ("written", PARTICIPLE),
        ("admitting", GERUND),
        ("planned", PAST),
        ("banned", PAST),
        ("criticising", GERUND),
    ],
)
def test_forms_are_made_from_the_lemma(form: str, kind: int) -> None:
    assert get_lexicon().classes[form] & kind


def test_a_past_tense_of_its_own_is_no_participle() -> None:
    assert not get_lexicon().classes["wrote"] & PARTICIPLE
