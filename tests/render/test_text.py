"""What the lines of an answer make of values that a source could not put in normal form."""

import pytest

import legation
from legation.render.text import as_dialled, headline


def test_a_number_out_of_any_plan_is_marked_as_its_source_writes_it() -> None:
    assert as_dialled("+12025550123") == "+12025550123"
    assert as_dialled("+1) 202 555 0123") == "+1) 202 555 0123 (as its source writes it)"


NAMES = {"NL": "the Netherlands", "SY": "Syria", "RU": "Russia"}


@pytest.mark.parametrize(
    ("citizen", "status", "place", "said"),
    [
        ("NL", None, "NL", "Citizen of the Netherlands in the Netherlands, on 2022-11-16"),
        ("NL", None, "Moscow", "Citizen of the Netherlands in Moscow, Russia, on 2022-11-16"),
        ((), "refugee", "NL", "Refugee in the Netherlands, on 2022-11-16"),
        ("SY", "refugee", "NL", "Refugee from Syria in the Netherlands, on 2022-11-16"),
        ((), "stateless", "NL", "Stateless person in the Netherlands, on 2022-11-16"),
    ],
)
def test_the_headline_names_the_person_and_the_place_as_a_sentence_does(
    citizen: str | tuple[()], status: str | None, place: str, said: str
) -> None:
    answer = legation.find(citizen, place, status=status, on="2022-11-16")
    assert headline(answer, NAMES.__getitem__) == said
