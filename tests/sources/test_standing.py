"""Real places, invented posts."""

import pytest

from legation.model.place import City
from legation.places import Gazetteer
from legation.sources.standing import Clues, Usual, find_standing, is_district

BERLIN_MITTE = (52.5163, 13.3777)
HONG_KONG = (22.2794, 114.163)
BEIJING = (39.935, 116.46)
LIMA_MIRAFLORES = (-12.1219, -77.0297)
BUENOS_AIRES = (-34.59, -58.386)
ROME = (41.9028, 12.4663)


@pytest.mark.parametrize(
    ("clues", "receiving", "ground", "city"),
    [
        (Clues("NL", "DE", BERLIN_MITTE, ("DE",), "Mitte"), "DE", None, "Berlin"),
        (Clues("AU", "AU", BERLIN_MITTE, ("DE",), "Mitte"), "DE", "coordinates", "Berlin"),
        (Clues("NL", "CN", HONG_KONG, (), "Hong Kong"), "HK", "coordinates", "Hong Kong"),
        (Clues("NL", "CN", None, (), "Sha Tin", Usual("HK", None, True)), "HK", "city", "Sha Tin"),
        (Clues("NL", "PE", LIMA_MIRAFLORES, ("PE",), "Miraflores"), "PE", None, "Lima"),
        (Clues("NL", "AR", LIMA_MIRAFLORES, ("PE",), "San Isidro"), "PE", "coordinates", "Lima"),
        (Clues("NL", "DK", (64.1835, -51.7216), (), "Nuuk"), "GL", "coordinates", "Nuuk"),
        (Clues("NL", "US", (18.4655, -66.1057), (), "San Juan"), "PR", "coordinates", "San Juan"),
        (Clues("NL", "FR", (-22.2726, 166.4409), (), "Noumea"), "NC", "coordinates", "Nouméa"),
        (Clues("NL", "RS", (42.6606, 21.1779), ("XK",), "Pristina"), "XK", "coordinates", "Pristina"),
        (Clues("TR", "XN", (35.1829, 33.3594), ("XN",), "North Nicosia"), "XN", None, "North Nicosia"),
        (Clues("RU", "XA", (42.9979, 41.0139), ("XA",), "Sukhumi"), "XA", None, "Sukhumi"),
        (Clues("NL", "IT", ROME, ("VA",), "Rome"), "VA", "accredited to the Holy See", "Rome"),
        (Clues("IT", "IT", ROME, ("VA", "XM"), "Rome"), "VA", "accredited to the Holy See", "Rome"),
        (Clues("NL", "IT", ROME, ("IT", "SM"), "Rome"), "IT", None, "Rome"),
        (Clues("NL", "TN", (36.85, 10.27), ("LY",), "Tunis"), "TN", None, "Tunis"),
        (Clues("NL", "JP", (35.4478, 139.6425), (), "Yokohama"), "JP", None, "Yokohama"),
        (Clues("NL", "SI", (46.0503, 14.4998), (), "Center, Ljubljana"), "SI", None, "Ljubljana"),
        (Clues("SI", "HU", (47.93, 19.135), (), "Rétság"), "HU", None, None),
        (Clues("VA", "AM", None, ("AM",), "Tbilisi", Usual("GE", None, True)), "GE", "city", "Tbilisi"),
        (Clues("VA", "AM", None, ("AM",), "Tbilisi", Usual("GE", None, False)), "AM", None, None),
        (Clues("VA", "AM", None, (), "Tbilisi", Usual("GE", None, True)), "AM", None, None),
    ],
)
def test_where_a_post_stands(
    gazetteer: Gazetteer, clues: Clues, receiving: str, ground: str | None, city: str | None
) -> None:
    standing = find_standing(gazetteer, clues)
    assert standing is not None
    assert (standing.receiving, standing.ground) == (receiving, ground)
    assert (standing.city.name if standing.city else None) == city
    assert standing.point == clues.point


def test_a_point_that_all_else_contradicts_is_left_out(gazetteer: Gazetteer) -> None:
    standing = find_standing(gazetteer, Clues("VA", "TO", BUENOS_AIRES, ("TO",)))
    assert standing is not None
    assert (standing.receiving, standing.point) == ("TO", None)
    assert standing.fault == "its point lies in AR, not in TO"


def test_a_consulate_with_the_point_of_its_embassy_keeps_its_city(gazetteer: Gazetteer) -> None:
    guangzhou = gazetteer.find_city("Guangzhou", "CN")
    clues = Clues("NO", "CN", BEIJING, (), "Tianhe District", Usual("CN", guangzhou, True))
    standing = find_standing(gazetteer, clues)
    assert standing is not None
    assert standing.point is None
    assert standing.city == guangzhou


@pytest.mark.parametrize(
    "clues",
    [
        Clues("SE", "SE", None, ("CI",), "Stockholm"),
        Clues("JP", "JP", (35.6621, 139.7364)),
        Clues("PT", "PT"),
        Clues("PT", None),
    ],
)
def test_nothing_stands_in_its_own_state_or_nowhere(gazetteer: Gazetteer, clues: Clues) -> None:
    assert find_standing(gazetteer, clues) is None


@pytest.mark.parametrize(
    ("named", "city", "place", "district"),
    [
        ("Mitte", "Berlin", "DE", True),
        ("16th arrondissement of Paris", "Paris", "FR", True),
        ("Copenhagen Municipality", "Copenhagen", "DK", False),
        ("City of Edinburgh", "Edinburgh", "GB", False),
        ("Kiev", "Kyiv", "UA", False),
        ("Москва", "Moscow", "RU", False),
    ],
)
def test_a_district_tells_more_than_its_city(
    gazetteer: Gazetteer, named: str, city: str, place: str, district: bool
) -> None:
    found = gazetteer.find_city(city, place)
    assert isinstance(found, City)
    assert is_district(gazetteer, named, found) is district
