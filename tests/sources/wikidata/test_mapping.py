import pytest

from legation.places import Gazetteer
from legation.sources.wikidata.mapping import mapping


def test_an_operator_or_country_means_a_place_or_says_why_not(gazetteer: Gazetteer) -> None:
    for entry in (*mapping().operator.values(), *mapping().country.values()):
        assert (entry.code is None) != (entry.set_aside is None), entry
        assert entry.code is None or gazetteer.get_place(entry.code), entry


def test_a_class_is_not_both_a_post_and_set_aside() -> None:
    assert not [entry for entry in mapping().kind.values() if entry.kind and entry.set_aside]


def test_a_post_is_set_aside_or_put_where_it_serves(gazetteer: Gazetteer) -> None:
    for entry in mapping().post.values():
        assert (entry.set_aside is None) != (entry.receiving is None), entry
        assert entry.receiving is None or gazetteer.get_place(entry.receiving), entry


@pytest.mark.parametrize("table", ["operator", "country"])
def test_what_the_register_knows_is_not_mapped_a_second_time(gazetteer: Gazetteer, table: str) -> None:
    doubled = [
        item
        for item, entry in getattr(mapping(), table).items()
        if entry.code and (place := gazetteer.get_place_of_item(item)) and place.code == entry.code
    ]
    assert not doubled


def test_a_quarter_is_of_a_city_of_the_gazetteer(gazetteer: Gazetteer) -> None:
    for entry in mapping().city.values():
        city = gazetteer.find_city(entry.city, entry.place)
        assert city is not None, entry
        assert city.name == entry.city, entry
