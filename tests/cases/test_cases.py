"""The acceptance cases of `../shared/cases`: who must be offered first, and who never."""

import json
from pathlib import Path
from typing import Any

import pytest

import legation
from legation.find.ask import open_finder
from legation.model.answer import Answer, Option
from legation.places import Gazetteer
from legation.places.text import fold

CASES = Path(__file__).resolve().parents[2].parent / "shared" / "cases" / "cases.jsonl"
WAITING: dict[str, str] = {}
"""Cases that need a source not read yet, with the reason. Empty is the goal."""


def read_cases() -> list[Any]:
    if not CASES.is_file():
        return [
            pytest.param({}, id="none", marks=pytest.mark.skip("../shared/cases is not beside this checkout"))
        ]
    cases = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]
    return [pytest.param(case, id=case["id"]) for case in cases]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_finder().gazetteer


def answer_to(case: dict[str, Any]) -> Answer:
    answer = legation.find(
        case["citizen"], case["place"], on=case["on"], status=case["status"], need=case.get("need")
    )
    assert isinstance(answer, Answer)
    return answer


def same_city(gazetteer: Gazetteer, option: Option, city: str) -> bool:
    """Whether a post's city and a case's city mean the same."""
    shown = option.post.city or ""
    if fold(shown) == fold(city):
        return True
    here, there = (gazetteer.find_city(name, option.post.receiving) for name in (shown, city))
    return here is not None and there is not None and here.id == there.id


def is_wanted(gazetteer: Gazetteer, option: Option, wanted: dict[str, str]) -> bool:
    return wanted["sending"] in ("*", option.post.sending) and same_city(gazetteer, option, wanted["city"])


@pytest.mark.parametrize("case", read_cases())
def test_case(case: dict[str, Any], gazetteer: Gazetteer) -> None:
    if case["id"] in WAITING:
        pytest.skip(WAITING[case["id"]])
    answer, expect = answer_to(case), case["expect"]
    options = answer.options
    assert answer.query.place.receiving == case["host"]
    if expect["first"]:
        assert options, "nothing offered"
        assert any(is_wanted(gazetteer, options[0], one) for one in expect["first"]), options[0].post
        if expect["ground"]:
            assert options[0].ground == expect["ground"]
        if expect["arrangement"]:
            assert options[0].arrangement == expect["arrangement"]
    elif expect["ground"]:
        assert answer.gap is not None
        assert answer.gap.code == expect["ground"]
        assert expect["arrangement"] in (None, answer.gap.arrangement)
    if expect["nobody_in_place"]:
        assert answer.gap is not None
    assert (answer.gap is None) == any(option.in_place for option in options)
    for wanted in expect["also"]:
        assert any(is_wanted(gazetteer, option, wanted) for option in options), wanted
    for unwanted in expect["never"]:
        assert not any(is_wanted(gazetteer, option, unwanted) for option in options), unwanted
    if "arrangement_offered" in expect:
        assert expect["arrangement_offered"] in {option.arrangement for option in options}
    codes = {caveat.code for caveat in [*answer.warnings, *(options[0].caveats if options else [])]}
    assert set(expect["warnings"]) <= codes
