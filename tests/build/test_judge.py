import pytest

from legation.build.judge import judge
from legation.model.claims import Value
from tests.build.invented import NEWEST, dossier

DOOR = "55.75000,37.60000"
NEXT_DOOR = "55.75100,37.60000"  # 111 m
ELSEWHERE = "55.80000,37.60000"
CONSULATE: dict[str, Value] = {"kind": "consulate general"}
HONORARY: dict[str, Value] = {"kind": "honorary consulate"}


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ({"position": DOOR}, {"position": NEXT_DOOR, "city": "Khimki"}, "same"),
        ({"position": DOOR}, {"position": ELSEWHERE}, "same"),  # a mission has one head
        ({}, {"kind": "high commission"}, "same"),
        ({}, {"kind": "interests section"}, "same"),
        ({}, {"kind": "consulate general", "position": DOOR}, "different"),
        ({}, {"city": "Saint Petersburg"}, "unsure"),
        ({"accredited": ["RU", "KZ"]}, {"accredited": ["RU"]}, "same"),
        (
            {"accredited": ["RU"]},
            {"accredited": ["BY"]},
            "different",
        ),  # an embassy to Belarus that works in Moscow
        ({}, {"city": ""}, "unsure"),
        (CONSULATE, CONSULATE, "same"),
        (CONSULATE | {"position": DOOR}, CONSULATE | {"position": ELSEWHERE}, "unsure"),
        (
            CONSULATE | {"website": "http://example.org/"},
            CONSULATE | {"website": "https://www.example.org"},
            "same",
        ),
        (CONSULATE, CONSULATE | {"city": "Saint Petersburg"}, "different"),
        (CONSULATE | {"city": ""}, CONSULATE, "different"),
        (HONORARY, HONORARY, "different"),
        (HONORARY | {"phones": ["+31205550100"]}, HONORARY | {"phones": ["+31205550100"]}, "same"),
        (HONORARY | {"position": DOOR}, HONORARY | {"position": NEXT_DOOR}, "same"),
    ],
)
def test_verdicts(one: dict[str, Value], other: dict[str, Value], verdict: str) -> None:
    left, right = (dossier(record, NEWEST, **fields) for record, fields in (("Q1", one), ("Q2", other)))
    assert judge(left, right, "RU").verdict == verdict
    assert judge(right, left, "RU") == judge(left, right, "RU")
