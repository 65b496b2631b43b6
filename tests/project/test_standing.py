"""Where posts stand, against their coordinates; and that everybody whose word they carry is named."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import msgspec
import pytest
from click.testing import CliRunner

from legation.build.build import open_gazetteer
from legation.cli.sources import sources
from legation.model.directory import Post
from legation.model.settled import DERIVED, settled
from legation.places import Gazetteer
from legation.sources import declarations
from legation.sources.standing import match_at
from legation.store.posts import read_records

DATA: Final = Path(__file__).resolve().parents[2] / "data"
REASONS: Final = {
    ("VA", "IT"): "missions to the Holy See stand in Rome: the Vatican has no room for them",
    (
        "CY",
        "XN",
    ): "the missions in Nicosia stand at the buffer zone, which the outlines draw to within some 100 m",
    (
        "PS",
        "IL",
    ): "consulates in East Jerusalem serve Palestinians, and were there before the state around them",
}
"""Where a post may stand by its word though its point lies elsewhere: (receiving, place of the point)."""
CITIES: Final = {"VA": {"Rome", "Vatican City"}, "CY": {"Nicosia"}, "PS": {"East Jerusalem"}}
"""A reason holds in its city alone."""


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer(DATA)


@pytest.fixture(scope="module")
def posts() -> list[Post]:
    return [settled(record) for _, record in read_records(DATA / "posts")]


def test_no_post_contradicts_its_coordinates_without_a_written_reason(
    posts: Iterable[Post], gazetteer: Gazetteer
) -> None:
    unexplained, found = [], Counter[tuple[str, str]]()
    for post in posts:
        if post.latitude is None or post.longitude is None:
            continue
        match = match_at(gazetteer, (post.latitude, post.longitude))
        at = match.place.code if match else "nowhere"
        if at != post.receiving:
            found[post.receiving, at] += 1
            city = post.city in CITIES.get(post.receiving, ())
            if (post.receiving, at) not in REASONS or not city:
                unexplained.append((post.id, post.receiving, at, post.city))
    assert not unexplained
    assert set(found) == set(REASONS), "a reason that no post needs any more"


def test_nearly_every_city_of_a_post_is_one_that_can_be_asked_for(
    posts: Iterable[Post], gazetteer: Gazetteer
) -> None:
    named = [(post.city, "IT" if post.receiving == "VA" else post.receiving) for post in posts if post.city]
    known = sum(gazetteer.find_city(city, place) is not None for city, place in named)
    assert known >= 0.997 * len(named)


def test_every_source_behind_a_value_is_credited() -> None:
    behind = {
        said.source
        for _, record in read_records(DATA / "posts")
        for words in record.claims.values()
        for said in words
    } - {DERIVED, "status"}
    printed = CliRunner().invoke(sources).output
    for source in behind | {"geonames", "naturalearth", "cldr"}:
        assert declarations()[source].attribution in printed
    asked = CliRunner().invoke(sources, ["--json"]).stdout
    assert {one["id"] for one in msgspec.json.decode(asked)} == set(declarations())
