"""The ladder on the packaged directory: total, deterministic, and true to its own promises."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.errors import InputError
from legation.find.ask import open_finder
from legation.find.question import FIRST_DAY, Question, parse_date, parse_need
from legation.find.scene import HOLY_SEE
from legation.model.codes import NEEDS, Need, PersonStatus
from legation.render.geojson import render_geojson
from legation.render.json import render_json
from legation.render.text import render_text
from legation.render.vcard import render_vcard

FINDER = open_finder()
PLACES = [place.code for place in FINDER.gazetteer.places() if place.kind != "organisation"]
codes = st.sampled_from(PLACES)
days = st.dates(dt.date(1961, 4, 18), dt.date(2027, 11, 1)).map(dt.date.isoformat)
statuses: st.SearchStrategy[PersonStatus | None] = st.sampled_from(
    [None, None, "refugee", "stateless", "non-citizen"]
)
needs: st.SearchStrategy[Need | None] = st.sampled_from([None, *NEEDS])


@st.composite
def questions(draw: st.DrawFn) -> Question:
    return Question(
        citizen=tuple(draw(st.lists(codes, min_size=1, max_size=2))),
        match=FINDER.gazetteer.parse_place(draw(codes)),
        on=draw(days),
        status=draw(statuses),
        need=draw(needs),
    )


@settings(max_examples=400, deadline=None)
@given(questions())
def test_find_is_total_deterministic_and_keeps_its_promises(question: Question) -> None:
    answer = FINDER.find(question)
    assert render_json(answer) == render_json(FINDER.find(question))
    assert [option.rank for option in answer.options] == list(range(1, len(answer.options) + 1))
    assert (answer.gap is None) == any(option.in_place for option in answer.options)
    for option in answer.options:
        assert option.why
        assert (option.arrangement is not None) or option.ground != "arrangement"
        assert option.post.receiving != HOLY_SEE
    if question.status in ("refugee", "stateless"):
        assert answer.options == []
    for render in (render_text, render_geojson, render_vcard):
        assert isinstance(render(answer), str)


def test_in_a_region_the_nearest_post_comes_first_and_it_is_said_whence() -> None:
    answer = FINDER.find(Question(("DE",), FINDER.gazetteer.parse_place("Texas"), "2022-11-16"))
    assert answer.options[0].post.city == "Houston"
    assert "region-centre" in {warning.code for warning in answer.warnings}


def test_far_posts_of_a_large_neighbour_come_after_near_ones_beyond() -> None:
    answer = FINDER.find(Question(("NZ",), FINDER.gazetteer.parse_place("Kabul"), "2026-11-23"))
    assert [option.post.city for option in answer.options[:2]] == ["New Delhi", "Chengdu"]


def test_a_state_at_war_in_the_place_is_named_last_among_the_nearest() -> None:
    answer = FINDER.find(Question(("TH",), FINDER.gazetteer.parse_place("Beirut"), "2024-11-23"))
    assert answer.options
    assert "IL" not in {option.post.receiving for option in answer.options}


def test_a_favour_in_place_goes_before_the_own_mission_in_a_state_at_war_with_it() -> None:
    answer = FINDER.find(Question(("UG",), FINDER.gazetteer.parse_place("Kyiv"), "2026-11-23"))
    assert [(option.ground, option.post.receiving) for option in answer.options] == [
        ("arrangement", "UA"),
        ("own-nonresident", "RU"),
    ]


def test_an_open_embassy_is_not_covered_from_abroad() -> None:
    answer = FINDER.find(Question(("KG",), FINDER.gazetteer.parse_place("Hungary"), "2026-11-23"))
    assert {option.post.receiving for option in answer.options} == {"HU"}


@pytest.mark.parametrize("citizen", ["GB", "SE", "FR"])
def test_the_consulates_general_in_jerusalem_help_in_the_whole_city(citizen: str) -> None:
    for words in ("Jerusalem", "East Jerusalem"):
        answer = FINDER.find(Question((citizen,), FINDER.gazetteer.parse_place(words), "2026-11-23"))
        first = answer.options[0]
        assert (first.ground, first.post.kind, first.post.receiving) == (
            "own-post",
            "consulate general",
            "PS",
        )


@settings(max_examples=200, deadline=None)
@given(codes, days)
def test_nobody_is_helped_at_home(code: str, day: str) -> None:
    answer = FINDER.find(Question((code,), FINDER.gazetteer.parse_place(code), day))
    assert answer.gap
    assert answer.gap.code == "host-is-home"


def test_the_named_options_hold_for_a_chain_of_days() -> None:
    """Australians in Syria: the arrangement ends when the helper closes, and the chain goes on."""
    before, after = (
        FINDER.find(Question(("AU",), FINDER.gazetteer.parse_place("Damascus"), day))
        for day in ("2011-12-01", "2012-06-01")
    )
    assert "CA" in {option.post.sending for option in before.options if option.in_place}
    assert "CA" not in {option.post.sending for option in after.options}
    assert after.options


@pytest.mark.parametrize(
    "text", ["", "yesterday", "2022-13-01", "0000-01-01", "9999-12-31", "1900-01-01", "2022-1-1"]
)
def test_impossible_dates_are_refused(text: str) -> None:
    with pytest.raises(InputError):
        parse_date(text, dt.date(2026, 11, 24))


def test_dates_in_range_are_kept() -> None:
    today = dt.date(2026, 11, 24)
    assert parse_date(None, today) == "2026-11-24"
    assert parse_date(FIRST_DAY, today) == FIRST_DAY
    assert parse_date(dt.date(2022, 1, 1), today) == "2022-01-01"


def test_an_unknown_need_names_the_known() -> None:
    with pytest.raises(InputError, match="travel-document"):
        parse_need("money")


def test_nobody_asks_without_saying_who() -> None:
    with pytest.raises(InputError, match="whose citizen"):
        FINDER.find(Question((), FINDER.gazetteer.parse_place("RU"), "2022-01-01"))
