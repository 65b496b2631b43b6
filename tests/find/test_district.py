"""Invented posts; cities are real."""

import pytest

from legation.find.district import service
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
