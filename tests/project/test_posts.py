"""The directory as it stands in the text: what must hold of every line, and what a build from the captures gives."""

import re
import shutil
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import msgspec
import pytest

from legation.build.build import build
from legation.build.pack import FIELDS, line
from legation.model.claims import Said
from legation.model.directory import Post, PostRecord
from legation.model.settled import CONTACTS, DERIVED, settled
from legation.sources import declarations

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
CAPTURES = ROOT.parent / "shared" / "data"
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
ITEM = re.compile(r"Q[1-9][0-9]*")
LOCAL = re.compile(r"[a-z]{2}-[a-z]{2}-[a-z0-9-]+")


def read_lines() -> list[tuple[str, bytes]]:
    files = sorted((DATA / "posts").glob("*.jsonl"))
    return [(path.stem, text) for path in files for text in path.read_bytes().splitlines()]


LINES = read_lines()
RECORDS = [msgspec.json.decode(text, type=PostRecord) for _, text in LINES]
POSTS = [settled(record) for record in RECORDS]


def values(field: str) -> Iterable[tuple[str, Said]]:
    return ((record.id, said) for record in RECORDS for said in record.claims.get(field, ()))


def listed(said: Said) -> list[str]:
    assert isinstance(said.value, list)
    return said.value


def test_there_are_as_many_posts_as_the_extracts_hold() -> None:
    assert len(POSTS) >= 9_900
    assert Counter(post.kind for post in POSTS)["embassy"] > 7_900


def test_every_line_is_as_it_would_be_packed() -> None:
    assert [text for _, text in LINES] == [line(record) for record in RECORDS]


def test_a_file_holds_the_posts_of_one_place_in_order() -> None:
    assert not [
        record.id for (stem, _), record in zip(LINES, RECORDS, strict=True) if record.receiving != stem
    ]
    keys = [(record.receiving, record.sending) for record in RECORDS]
    assert keys == sorted(keys)


def test_ids_are_unique_and_of_a_known_form() -> None:
    ids = [record.id for record in RECORDS]
    assert len(ids) == len(set(ids))
    assert not [post for post in ids if not ITEM.fullmatch(post) and not LOCAL.fullmatch(post)]


def test_a_merged_item_is_no_post_of_its_own() -> None:
    merged = [item for _, said in values("also") for item in listed(said)]
    assert len(merged) == len(set(merged))
    assert not set(merged) & {record.id for record in RECORDS}


def test_codes_stand_in_the_register(places: set[str]) -> None:
    codes = {
        code for post in POSTS for code in (post.sending, post.receiving, *post.accredited, *post.serves)
    }
    assert codes <= places
    assert not [post.id for post in POSTS if post.sending == post.receiving]


def test_every_value_has_a_source_and_a_date() -> None:
    known = {*declarations(), "status", DERIVED}
    for record in RECORDS:
        for field, words in record.claims.items():
            assert field in FIELDS
            assert words
            assert all(said.source in known and DATE.fullmatch(said.seen) for said in words), record.id


def test_every_published_value_has_a_claim() -> None:
    reckoned = {
        "id",
        "first_seen",
        "last_seen",
        "dates",
        "sources",
        "unlisted",
        "city_guessed",
        "website_of_mission",
    }
    told = set(Post.__struct_fields__) - reckoned
    for record, post in zip(RECORDS, POSTS, strict=True):
        shown = {field for field in told if getattr(post, field) not in (None, (), "")}
        shown -= {"latitude", "longitude"}
        assert shown <= set(record.claims), record.id
        assert set(post.dates) == {field for field in CONTACTS if getattr(post, field)}, record.id


def test_no_value_hides_anything() -> None:
    assert not [
        (post, line) for post, line in zip(RECORDS, LINES, strict=True) if HIDDEN.search(line[1].decode())
    ]


def test_ways_of_contact_are_safe_to_follow() -> None:
    assert not [
        post for post, said in values("website") if not re.match(r"https?://[\x21-\x7e]+$", str(said.value))
    ]
    assert not [
        post for post, said in values("emails") for mail in listed(said) if "@" not in mail or ":" in mail
    ]
    phones = [phone for _, said in values("phones") for phone in listed(said)]
    assert not [
        phone
        for phone in phones
        if not re.fullmatch(r"[0-9 ()./+-]{4,40}(,? ext(ension)?\.? [0-9/]+)?", phone)
    ]
    assert sum(re.fullmatch(r"\+[1-9][0-9]{6,14}", phone) is not None for phone in phones) > 0.9 * len(phones)


def test_points_are_rounded_and_on_the_globe() -> None:
    for field in ("position", "near"):
        for post, said in values(field):
            assert re.fullmatch(r"-?\d{1,2}(\.\d{1,5})?,-?\d{1,3}(\.\d{1,5})?", str(said.value)), post


def test_missions_to_the_holy_see_are_not_missions_to_italy() -> None:
    holy_see = [post for post in POSTS if post.receiving == "VA"]
    assert len(holy_see) >= 80
    assert not [post.id for post in POSTS if post.receiving == "IT" and post.accredited == ("VA",)]


@pytest.mark.parametrize("place", ["HK", "MO", "GL", "PR", "NC", "XA", "XN", "XK", "PS", "TW"])
def test_places_with_a_consular_corps_of_their_own_have_it(place: str) -> None:
    assert [post for post in POSTS if post.receiving == place]


def test_a_city_is_one_a_person_knows() -> None:
    cities = Counter((post.receiving, post.city) for post in POSTS)
    for district in (
        "Mitte",
        "City of Westminster",
        "Uccle",
        "16th arrondissement of Paris",
        "Miraflores",
        "Makati",
    ):
        assert district not in {city for _, city in cities}
    assert cities["DE", "Berlin"] > 150
    assert cities["PE", "Lima"] > 40


def test_every_status_event_has_a_post() -> None:
    from legation.build.events import EVERY_POST, read_events

    attached = {event for _, said in values("events") for event in listed(said)}
    assert {event.id for event in read_events(DATA) if event.city != EVERY_POST} <= attached


@pytest.mark.skipif(not CAPTURES.is_dir(), reason="the captures lie in ../shared/data, which is not here")
def test_a_build_from_the_captures_gives_this_very_text(tmp_path: Path) -> None:
    for part in ("places", "status"):
        shutil.copytree(DATA / part, tmp_path / part)
    shutil.copy(DATA / "judgements.csv", tmp_path)
    report = build(CAPTURES, tmp_path)
    built = {path.name: path.read_bytes() for path in (tmp_path / "posts").iterdir()}
    assert built == {path.name: path.read_bytes() for path in (DATA / "posts").iterdir()}
    for read in report.reads:
        assert all(bool(row.claims) != bool(row.set_aside) for row in read.rows)
