"""Which of a state's posts are near: the same order as by haversine, read once."""

import pytest

from legation.find.distance import Point, roughly
from legation.find.outposts import FAR_KM, Outposts, near_first
from legation.find.scene import HONORARY, door_or_city
from legation.store.directory import Directory
from legation.store.locate import open_store

KABUL = (34.53, 69.17)
BESIDE = ("PK", "IR", "UZ", "TJ", "TM", "CN")


@pytest.fixture(scope="module")
def outposts() -> Outposts:
    return Outposts(Directory(open_store()))


@pytest.mark.parametrize("centre", [KABUL, (0.0, 0.0), (-41.29, 174.78), (90.0, 0.0), (-34.5, -110.8)])
def test_near_posts_come_first_and_a_neighbour_counts_as_nearer(centre: Point, outposts: Outposts) -> None:
    found = outposts.of("DE")
    assert found is outposts.of("DE")
    assert all(post.kind != HONORARY and not post.unlisted for post, _ in found)
    ordered = near_first(found, centre, beside=BESIDE, outside=("AF",), farther=2.0)
    assert {post.id for *_, post in ordered} == {post.id for post, _ in found if post.receiving != "AF"}
    assert [far for far, *_ in ordered] == sorted(far for far, *_ in ordered)
    for far, _, post in ordered:
        there, times = door_or_city(post), 1.0 if post.receiving in BESIDE else 2.0
        assert far == pytest.approx(times * (roughly(centre, there) if there else FAR_KM), abs=2e-3)


def test_without_a_centre_all_are_far_and_stand_by_identifier(outposts: Outposts) -> None:
    ordered = near_first(outposts.of("NL"), None, beside=(), outside=(), farther=2.0)
    assert [identifier for _, identifier, _ in ordered] == sorted(identifier for _, identifier, _ in ordered)
