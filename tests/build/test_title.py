import pytest

from legation.build.title import KINDS, title, with_article
from legation.model.codes import POST_KINDS


def test_every_kind_has_a_title() -> None:
    assert set(KINDS) == set(POST_KINDS)


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (("embassy", "Netherlands", "Moscow", None), "Embassy of the Netherlands in Moscow"),
        (("nunciature", "Holy See", "Buenos Aires", None), "Apostolic Nunciature in Buenos Aires"),
        (("embassy", "Canada", "Tunis", "Libya"), "Embassy of Canada to Libya in Tunis"),
        (("embassy", "Italy", "Rome", "Holy See"), "Embassy of Italy to the Holy See in Rome"),
        (("honorary consulate", "Chile", "Bahamas", None), "Honorary Consulate of Chile in the Bahamas"),
    ],
)
def test_titles(arguments: tuple[str, str, str, str | None], name: str) -> None:
    assert title(*arguments) == name


@pytest.mark.parametrize(
    "place",
    [
        "United States",
        "Marshall Islands",
        "Czech Republic",
        "Gambia",
        "Republic of the Congo",
        "Philippines",
        "DR Congo",
    ],
)
def test_places_with_the_article(place: str) -> None:
    assert with_article(place) == f"the {place}"


@pytest.mark.parametrize("place", ["France", "Kyiv", "Dominica", "Iceland", "Niger", "Guinea"])
def test_places_without_it(place: str) -> None:
    assert with_article(place) == place
