"""The claims behind values, on records packed by hand."""

import shutil
import sqlite3

import msgspec
import pytest
from tests.build.test_pack import RECORD

from legation.build.pack import pack, swap
from legation.errors import UnknownInput
from legation.model.claims import Said
from legation.store.compile import compile_store
from legation.store.locate import data_folder
from legation.store.schema import connect
from legation.store.why import Word, explain

MERGED = msgspec.structs.replace(
    RECORD, claims=RECORD.claims | {"also": (Said(["Q9"], "derived", "2022-11-16", "merged"),)}
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> sqlite3.Connection:
    folder = tmp_path_factory.mktemp("why")
    shutil.copytree(data_folder(), folder / "data", ignore=shutil.ignore_patterns("posts", "status"))
    swap(pack([MERGED]), folder / "data" / "posts")
    compile_store(folder / "data", folder / "store.sqlite")
    return connect(folder / "store.sqlite")


def test_the_winner_comes_first_and_the_losers_are_shown(store: sqlite3.Connection) -> None:
    explanation = explain(store, "Q10", "kind")
    assert (explanation.post, explanation.name) == ("Q10", "Embassy of the Netherlands in Moscow")
    assert explanation.claims == [
        Word("embassy", "wikidata", "2022-11-16", None, True),
        Word("consulate", "wikidata", "2020-12-24", "Q9", False),
    ]


def test_an_item_that_was_merged_leads_to_its_post(store: sqlite3.Connection) -> None:
    assert explain(store, "Q9", "website").post == "Q10"


@pytest.mark.parametrize("post", ["Q404", "", "'; DROP TABLE record; --", "%"])
def test_an_unknown_post_is_named(store: sqlite3.Connection, post: str) -> None:
    with pytest.raises(UnknownInput) as unknown:
        explain(store, post, "kind")
    assert (unknown.value.code, unknown.value.given) == ("unknown-post", post)


def test_an_unknown_field_is_answered_with_those_there_are(store: sqlite3.Connection) -> None:
    with pytest.raises(UnknownInput, match="said are also, kind, name, website") as unknown:
        explain(store, "Q10", "webste")
    assert [candidate.code for candidate in unknown.value.candidates] == ["website"]


def test_a_coordinate_is_claimed_as_a_point(store: sqlite3.Connection) -> None:
    with pytest.raises(UnknownInput, match="No source says anything of 'latitude'"):
        explain(store, "Q10", "latitude")
