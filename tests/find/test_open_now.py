"""`open` in an answer: only for today, and only for a post that is surely there."""

import datetime as dt
import inspect

import pytest

from legation.find.ask import ask, open_finder
from legation.find.find import Finder
from legation.find.question import Question
from legation.model.answer import Open
from legation.model.directory import Post

OPEN = Open(True, "2026-11-24T16:00:00+00:00")


class AlwaysOpen:
    """A doorkeeper who says that every door is open."""

    def open_at(self, post: Post, moment: dt.datetime) -> Open:  # noqa: ARG002
        return OPEN


@pytest.fixture
def finder(monkeypatch: pytest.MonkeyPatch) -> Finder:
    packaged = open_finder()
    made = Finder(packaged.directory, packaged.gazetteer, packaged.observer)
    monkeypatch.setattr(made, "doorkeeper", AlwaysOpen())
    return made


def test_only_a_question_about_today_asks_the_doorkeeper(finder: Finder) -> None:
    today = ask(finder.gazetteer, ["NL"], "Paris")
    assert today.moment is not None
    assert finder.find(today).options[0].open == OPEN
    past = ask(finder.gazetteer, ["NL"], "Paris", on="2022-11-16")
    assert past.moment is None
    assert {option.open for option in finder.find(past).options} == {Open()}


def test_the_hours_of_a_doubtful_or_moved_post_say_nothing(finder: Finder) -> None:
    moment = dt.datetime(2026, 11, 24, 10, tzinfo=dt.UTC)
    for place in ("Damascus", "Kabul", "Khartoum", "Sanaa", "Tehran"):
        question = Question(("GB",), finder.gazetteer.parse_place(place), "2026-11-24", moment=moment)
        for option in finder.find(question).options:
            codes = {caveat.code for caveat in option.caveats}
            if codes & {"unlisted", "unconfirmed", "relocated"} or "works from" in option.why:
                assert option.open == Open()
            else:
                assert option.open == OPEN


def test_the_fake_has_the_shape_of_the_doorkeeper() -> None:
    from legation.find.opening import Doorkeeper

    assert list(inspect.signature(AlwaysOpen.open_at).parameters) == list(
        inspect.signature(Doorkeeper.open_at).parameters
    )
