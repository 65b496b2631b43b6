"""People without the protection of a state, as they say it."""

import pytest

from legation.errors import UnknownInput
from legation.find.ask import ask, open_finder
from legation.find.caveats import listed
from legation.find.status import status_in

GAZETTEER = open_finder().gazetteer


@pytest.mark.parametrize(
    ("words", "status", "citizen", "receiving"),
    [
        ("syrian refugee in germany", "refugee", ("SY",), "DE"),
        ("refugee from Syria in Germany", "refugee", ("SY",), "DE"),
        ("réfugié syrien en France", "refugee", ("SY",), "FR"),
        ("I am a stateless person in Paris", "stateless", (), "FR"),
        ("stateless, in Latvia", "stateless", (), "LV"),
        ("afghan asylum seeker in lesbos", "refugee", ("AF",), "GR"),
        ("seeking asylum in germany, syrian", "refugee", ("SY",), "DE"),
        ("demandeur d'asile afghan en France", "refugee", ("AF",), "FR"),
        ("طالب لجوء سوري في ألمانيا", "refugee", ("SY",), "DE"),
        ("dutch in moscow", None, ("NL",), "RU"),
    ],
)
def test_a_status_is_read_out_of_the_words(
    words: str, status: str | None, citizen: tuple[str, ...], receiving: str
) -> None:
    question = ask(GAZETTEER, (), None, words=words.split())
    assert (question.status, question.citizen) == (status, citizen)
    assert question.match.place.code == receiving


def test_a_status_that_is_said_in_so_many_words_is_not_read_again() -> None:
    assert ask(GAZETTEER, ["SY"], "Germany", status="stateless").status == "stateless"


def test_words_without_a_status_stay_as_they_are() -> None:
    assert status_in("french  in refugio") == (None, "french  in refugio")


def test_names_are_listed_as_a_sentence_does() -> None:
    assert [listed(["phone"]), listed(["address", "phone", "mail"])] == ["phone", "address, phone and mail"]


def test_whoever_fled_is_asked_from_whom_before_an_embassy_is_named() -> None:
    with pytest.raises(UnknownInput, match="'fled' leaves open") as caught:
        ask(GAZETTEER, (), None, words=["i", "fled", "from", "syria", "and", "am", "in", "germany"])
    assert caught.value.code == "unclear-status"
