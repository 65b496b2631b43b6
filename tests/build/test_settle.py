import random

from hypothesis import given
from hypothesis import strategies as st

from legation.build.settle import STATUS, settle
from legation.model.claims import Claim
from legation.model.settled import DERIVED

CLAIMS = st.builds(
    Claim,
    source=st.sampled_from(["wikidata", "factbook", STATUS, DERIVED]),
    seen=st.sampled_from(["2020-12-24", "2021-11-13", "2022-11-16"]),
    locator=st.sampled_from([None, "page 3"]),
    record=st.sampled_from(["Q1", "Q2"]),
    field=st.sampled_from(["city", "website"]),
    value=st.sampled_from(["a", "b", "c"]),
)


def claim(value: str, seen: str, source: str = "wikidata", record: str = "Q1") -> Claim:
    return Claim(source, seen, None, record, "city", value)


def winner(*claims: Claim) -> object:
    return settle(claims, "Q1")["city"][0].value


def test_newer_beats_older() -> None:
    assert winner(claim("old", "2020-12-24"), claim("new", "2022-11-16")) == "new"


def test_a_status_event_beats_all() -> None:
    assert winner(claim("status", "2020-05-01", STATUS), claim("listed", "2022-11-16")) == "status"


def test_what_a_rule_derives_beats_what_it_derives_from() -> None:
    assert winner(claim("Mitte", "2022-11-16"), claim("Berlin", "2022-11-16", DERIVED)) == "Berlin"


def test_a_record_beats_what_was_merged_into_it() -> None:
    assert winner(claim("a", "2022-11-16", record="Q2"), claim("b", "2022-11-16")) == "b"


def test_a_value_said_again_stands_once_with_its_newest_date() -> None:
    (said,) = settle([claim("a", "2020-12-24"), claim("a", "2022-11-16")], "Q1")["city"]
    assert (said.value, said.seen, said.locator) == ("a", "2022-11-16", None)


def test_losers_are_kept_and_a_merged_item_is_named() -> None:
    said = settle([claim("a", "2020-12-24", record="Q2"), claim("b", "2022-11-16")], "Q1")["city"]
    assert [(one.value, one.locator) for one in said] == [("b", None), ("a", "Q2")]


@given(st.lists(CLAIMS, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_claims_does_not_matter(claims: list[Claim], chance: random.Random) -> None:
    shuffled = list(claims)
    chance.shuffle(shuffled)
    assert settle(shuffled, "Q1") == settle(claims, "Q1")


@given(st.lists(CLAIMS, min_size=1, max_size=12))
def test_settling_twice_changes_nothing_and_every_value_has_a_claim(claims: list[Claim]) -> None:
    settled = settle(claims, "Q1")
    assert settle([*claims, *claims], "Q1") == settled
    said = {(one.source, one.seen, one.field, str(one.value)) for one in claims}
    assert all(
        (one.source, one.seen, field, str(one.value)) in said
        for field, words in settled.items()
        for one in words
    )


def test_a_states_own_word_falls_only_behind_what_is_three_years_newer() -> None:
    own = claim("own", "2022-11-16", "argentina")

    def against(seen: str) -> object:
        claims = [claim("stranger", seen, "factbook"), own]
        return settle(claims, "Q1", frozenset({"argentina"}))["city"][0].value

    assert against("2025-11-15") == "own"
    assert against("2026-01-01") == "stranger"
