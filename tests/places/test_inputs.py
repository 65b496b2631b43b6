"""The table of inputs: at least 98 % right, and no wrong place given as certain."""

from collections import Counter

import pytest
from eval.places import FLOOR, Case, cases, right, run, silently_wrong

from legation.places import Gazetteer

CASES = list(cases())
KINDS = sorted({case.kind for case in CASES})


def of_kind(kind: str) -> list[Case]:
    return [case for case in CASES if case.kind == kind]


@pytest.mark.parametrize("kind", KINDS)
def test_no_wrong_place_is_given_as_certain(kind: str, gazetteer: Gazetteer) -> None:
    assert [case for case in of_kind(kind) if silently_wrong(case, run(gazetteer, case))] == []


@pytest.mark.parametrize("kind", KINDS)
def test_nearly_all_are_read_right(kind: str, gazetteer: Gazetteer) -> None:
    wrong = [case.given for case in of_kind(kind) if not right(case, run(gazetteer, case))]
    assert len(wrong) <= (1 - FLOOR) * len(of_kind(kind)), wrong


def test_the_table_is_large_enough_and_each_line_is_another() -> None:
    counts = Counter((case.verb, case.given) for case in CASES)
    assert len(CASES) >= 400
    assert len(of_kind("negative")) >= 60
    assert [line for line, count in counts.items() if count > 1] == []
