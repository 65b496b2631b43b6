from legation.build.compose import compose
from legation.build.match import Group
from legation.model.claims import Claim, Value
from legation.model.directory import Seen
from legation.model.settled import settled
from legation.places import Gazetteer
from tests.build.invented import dossier


def group(*records: str, seen: str = "2022-11-16", **fields: Value) -> Group:
    return Group(records[0], "NL", "RU", tuple(dossier(record, seen, **fields) for record in records))


def test_a_record_has_its_sightings_its_name_what_was_merged_and_its_events(gazetteer: Gazetteer) -> None:
    merged = Group("Q2", "NL", "RU", (dossier("Q2"), dossier("Q1", "2020-12-24")))
    record = compose(merged, True, ["S002", "S001"], [], gazetteer)
    assert record.id == "Q2"
    assert record.seen == (Seen("wikidata", "2020-12-24", "2022-11-16"),)
    assert record.missing == ()
    assert record.claims["also"][0].value == ["Q1"]
    assert record.claims["events"][0].value == ["S001", "S002"]
    assert settled(record).name == "Embassy of the Netherlands in Moscow"


def test_a_record_of_which_no_item_is_listed_any_more_says_so(gazetteer: Gazetteer) -> None:
    assert compose(group("Q1", seen="2021-01-06"), True, [], [], gazetteer).missing == ("wikidata",)


def test_an_embassy_to_another_state_alone_in_its_place_serves_that_place_too(gazetteer: Gazetteer) -> None:
    record = compose(group("Q1", accredited=["KZ"]), True, [], [], gazetteer)
    assert settled(record).accredited == ("KZ", "RU")
    assert record.claims["accredited"][1].value == ["KZ"]


def test_beside_an_embassy_to_the_place_it_does_not(gazetteer: Gazetteer) -> None:
    post = settled(compose(group("Q1", accredited=["KZ"]), False, [], [], gazetteer))
    assert post.accredited == ("KZ",)
    assert post.name == "Embassy of the Netherlands to Kazakhstan in Moscow"


def test_a_post_of_unknown_city_is_named_after_the_place(gazetteer: Gazetteer) -> None:
    post = settled(compose(group("Q1", city="", kind="honorary consulate"), False, [], [], gazetteer))
    assert post.name == "Honorary Consulate of the Netherlands in Russia"


def test_what_follows_from_other_posts_is_a_claim_among_others(gazetteer: Gazetteer) -> None:
    further = [Claim("derived", "2022-11-16", "a rule", "Q1", "city", "Perm")]
    record = compose(group("Q1"), True, [], further, gazetteer)
    assert [said.value for said in record.claims["city"]] == ["Perm", "Moscow"]
