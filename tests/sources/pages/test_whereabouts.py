import pytest

from legation.places import Gazetteer
from legation.sources.pages.sign import Sign
from legation.sources.pages.whereabouts import find_whereabouts


@pytest.mark.parametrize(
    ("sign", "address", "pages", "found"),
    [
        (Sign("US", "embassy", "Bridgetown"), ["Barbados, W.I."], ["AI"], ("BB", "Bridgetown", None)),
        (
            Sign("US", "consulate general", "Hong Kong & Macau"),
            ["Central, Hong Kong"],
            ["CN"],
            ("HK", "Hong Kong", None),
        ),
        (Sign("US", "embassy", None, "Holy See"), ["00162 Rome, Italy"], ["IT"], ("VA", "Rome", None)),
        (Sign("AU", "embassy", "Peru"), ["Lima 18", "Peru"], ["BO"], ("PE", "Lima", "address")),
        (Sign("AU", "embassy", "Iraq"), [], ["IQ"], ("IQ", "Baghdad", "seat of government")),
        (
            Sign("AU", "consulate general", "Bali"),
            ["Denpasar Bali 80234"],
            ["ID"],
            ("ID", "Denpasar", "address"),
        ),
        (Sign("US", "embassy", "Colombia"), ["Bogotá, D.C. Colombia"], ["VE"], ("CO", "Bogotá", "address")),
        (Sign("US", "consulate", "Fuengirola (Málaga)"), [], ["ES"], ("ES", "Fuengirola", None)),
        (Sign("US", "consulate general", "Osaka-Kobe"), [], ["JP"], ("JP", "Osaka", None)),
        (Sign("US", "embassy", "Harare Zimbabwe"), [], ["ZW"], ("ZW", "Harare", None)),
        (
            Sign("US", "consulate", "Antigua"),
            ["Friars Hill Rd. St. John’s, Antigua"],
            ["AG"],
            ("AG", "Saint John’s", "address"),
        ),
        (Sign("AU", "embassy", "Moscow"), [], ["BY"], ("RU", "Moscow", None)),
        (Sign("AU", "consulate", "Barbados"), [], ["TT"], ("BB", "Bridgetown", "seat of government")),
    ],
)
def test_places_and_cities(
    sign: Sign, address: list[str], pages: list[str], found: tuple[str, str, str | None], gazetteer: Gazetteer
) -> None:
    where = find_whereabouts(sign, address, pages, gazetteer)
    assert where is not None
    assert where.city is not None
    assert (where.receiving, where.city.name, where.ground) == found


def test_a_city_that_nobody_knows_is_kept_as_named(gazetteer: Gazetteer) -> None:
    where = find_whereabouts(Sign("US", "consulate", "Nowhereville"), [], ["TC"], gazetteer)
    assert where is not None
    assert (where.receiving, where.city, where.named) == ("TC", None, "Nowhereville")


def test_a_post_in_its_own_state_stands_nowhere(gazetteer: Gazetteer) -> None:
    assert find_whereabouts(Sign("US", "consulate", "Nowhereville"), [], ["US"], gazetteer) is None
