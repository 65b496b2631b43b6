"""Invented posts; cities are real."""

import pytest

import legation
from legation.find.district import service
from legation.model.answer import Answer
from legation.model.codes import PostKind
from legation.model.directory import Post


def post(*districts: str, city: str = "Curitiba", kind: PostKind = "consulate") -> Post:
    return Post("ar-br-x", "AR", "BR", kind, "Consulate", city=city, districts=districts)


@pytest.mark.parametrize(
    ("offered", "names", "found"),
    [
        (post("Paraná"), {"maringa", "parana"}, "served"),
        (post("Paraná", "-Cascavel"), {"cascavel", "parana"}, "excepted"),
        (post("Santa Catarina"), {"maringa", "parana"}, "unknown"),
        (post("Sudoeste"), {"curitiba", "parana"}, "served"),
        (post("Brasil", kind="embassy"), {"curitiba", "parana"}, "unknown"),
        (post(), {"curitiba"}, "unknown"),
        (post("Paraná"), set(), "unknown"),
    ],
)
def test_a_district_names_a_city_or_its_region(offered: Post, names: set[str], found: str) -> None:
    assert service(offered, frozenset(names)) == found


@pytest.mark.parametrize(
    ("place", "city"),
    [
        ("Dallas", "Houston"),  # Texas is in its district
        ("Zaragoza", "Barcelona"),  # not the embassy in Madrid, which is about as far
        ("Cascavel, Brazil", "Foz do Iguaçu"),  # in Paraná, but excepted from Curitiba's district
        ("Foz do Iguaçu", "Foz do Iguaçu"),
    ],
)
def test_the_district_comes_before_distance(place: str, city: str) -> None:
    answer = legation.find(["AR"], place)
    assert isinstance(answer, Answer)
    assert answer.options[0].post.city == city


def test_where_the_list_is_wrong_the_closing_holds() -> None:
    answer = legation.find(["AR"], "Caracas", on="2025-06-01")
    assert isinstance(answer, Answer)
    assert not [option for option in answer.options if option.post.sending == "AR" and option.in_place]
