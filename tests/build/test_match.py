from itertools import permutations

from legation.build.dossier import Dossier
from legation.build.match import NO_CITY, NO_KIND, match
from legation.model.claims import Value
from tests.build.invented import NEWEST, dossier, said_by


def ids(*dossiers: Dossier) -> list[list[str]]:
    return [[one.record for one in group.dossiers] for group in match(dossiers).groups]


def test_a_vanished_item_goes_into_the_listed_one() -> None:
    assert ids(dossier("Q5", seen="2021-01-06"), dossier("Q100")) == [["Q100", "Q5"]]


def test_of_two_listed_items_the_lower_leads() -> None:
    assert ids(dossier("Q100"), dossier("Q20")) == [["Q20", "Q100"]]


def test_an_embassy_leads_before_the_section_it_replaced() -> None:
    assert ids(dossier("Q5", kind="interests section"), dossier("Q100")) == [["Q100", "Q5"]]


def test_an_embassy_without_a_city_is_the_only_embassy_there() -> None:
    assert ids(dossier("Q1"), dossier("Q2", city="")) == [["Q1", "Q2"]]


def test_an_embassy_without_a_city_beside_two_says_nothing() -> None:
    tel_aviv = dossier("Q1", receiving="IL", city="Tel Aviv")
    jerusalem = dossier("Q2", receiving="IL", city="Jerusalem")
    matched = match([tel_aviv, jerusalem, dossier("Q3", receiving="IL", city="")])
    assert [group.id for group in matched.groups] == ["Q1", "Q2"]
    assert [one.record for one in matched.aside[NO_CITY]] == ["Q3"]


def test_embassies_of_which_nobody_knows_the_city_are_one() -> None:
    assert ids(dossier("Q2", city=""), dossier("Q1", city="")) == [["Q1", "Q2"]]


def test_a_record_without_a_kind_is_set_aside() -> None:
    matched = match([dossier("Q1", kind="")])
    assert not matched.groups
    assert [one.record for one in matched.aside[NO_KIND]] == ["Q1"]


def test_missions_of_two_states_never_meet() -> None:
    assert ids(dossier("Q1"), dossier("Q2", sending="BE")) == [["Q2"], ["Q1"]]


def test_the_order_of_dossiers_does_not_matter() -> None:
    door = "55.75000,37.60000"
    dossiers = [
        dossier("Q9", position=door),
        dossier("Q8", position=door, city="Khimki"),
        dossier("Q7", city=""),
        dossier("Q6", kind="consulate"),
    ]
    assert len({str(match(order)) for order in permutations(dossiers)}) == 1


def consulate(record: str, source: str, kind: str = "consulate", **fields: Value) -> Dossier:
    return said_by(source, dossier(record, NEWEST, kind=kind, **fields))


def test_where_two_sources_know_one_consulate_in_a_city_it_is_the_same() -> None:
    assert ids(consulate("Q1", "wikidata"), consulate("x", "argentina")) == [["Q1", "x"]]
    assert ids(consulate("Q1", "wikidata"), consulate("x", "argentina", "honorary consulate")) == [
        ["Q1", "x"]
    ]


def test_like_goes_with_like() -> None:
    known = consulate("Q1", "wikidata"), consulate("Q2", "wikidata", "honorary consulate")
    listed = (
        consulate("x", "argentina", "consulate general"),
        consulate("y", "argentina", "honorary consulate"),
    )
    assert ids(*known, *listed) == [["Q1", "x"], ["Q2", "y"]]


def test_where_a_source_knows_two_a_contact_decides_and_without_one_all_stay() -> None:
    apart = (
        consulate("Q1", "wikidata", position="55.70000,37.60000", phones=["+12025550123"]),
        consulate("Q2", "wikidata", position="55.80000,37.60000"),
    )
    assert ids(*apart, consulate("x", "argentina")) == [["Q1"], ["Q2"], ["x"]]
    assert ids(*apart, consulate("x", "argentina", phones=["+12025550123"])) == [["Q1", "x"], ["Q2"]]


def test_a_post_that_no_register_numbers_is_named_by_what_it_is() -> None:
    posts = [
        consulate(f"x{city}", "argentina", "honorary consulate", city=city) for city in ("Moscow", "Perm")
    ]
    posts.append(consulate("second", "argentina", "honorary consulate", city="Perm"))
    assert [group.id for group in match(posts).groups] == [
        "nl-ru-perm-honorary-consulate",
        "nl-ru-moscow-honorary-consulate",
        "nl-ru-perm-honorary-consulate-2",
    ]


def test_an_item_names_the_post_even_when_its_source_lists_it_no_more() -> None:
    groups = match([dossier("Q5", seen="2021-01-06"), said_by("argentina", dossier("x"))]).groups
    assert [group.id for group in groups] == ["Q5"]
