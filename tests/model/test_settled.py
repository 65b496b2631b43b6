import msgspec
import pytest

from legation.model.claims import Said
from legation.model.directory import PostRecord, Seen
from legation.model.settled import settled

RECORD = PostRecord(
    id="Q1",
    sending="NL",
    receiving="RU",
    seen=(Seen("wikidata", "2020-12-24", "2022-11-16"), Seen("factbook", "2026-01-01", "2026-01-01")),
    claims={
        "kind": (Said("embassy", "wikidata", "2022-11-16"),),
        "name": (Said("Embassy of the Netherlands in Moscow", "derived", "2022-11-16"),),
        "position": (Said("55.7461,37.59", "wikidata", "2022-11-16"),),
        "near": (Said("55.75,37.61", "derived", "2022-11-16"),),
        "phones": (
            Said(["+12025550123"], "factbook", "2026-01-01"),
            Said(["+12025550199"], "wikidata", "2022-11-16"),
        ),
    },
)


def test_the_first_thing_said_of_a_field_is_its_value() -> None:
    post = settled(RECORD)
    assert post.kind == "embassy"
    assert post.phones == ("+12025550123",)
    assert post.dates == {"phones": "2026-01-01"}


def test_a_point_is_one_claim() -> None:
    post = settled(RECORD)
    assert (post.latitude, post.longitude) == (55.7461, 37.59)
    assert post.near == (55.75, 37.61)


def test_dates_span_all_sources_and_a_derived_value_has_no_source_of_its_own() -> None:
    post = settled(RECORD)
    assert (post.first_seen, post.last_seen) == ("2020-12-24", "2026-01-01")
    assert post.sources == ("factbook", "wikidata")


def test_unlisted_only_when_no_source_lists_it_any_more() -> None:
    assert not settled(msgspec.structs.replace(RECORD, missing=("wikidata",))).unlisted
    assert settled(msgspec.structs.replace(RECORD, missing=("factbook", "wikidata"))).unlisted


@pytest.mark.parametrize("field", ["kind", "name"])
def test_a_record_without_kind_or_name_is_refused(field: str) -> None:
    claims = {name: said for name, said in RECORD.claims.items() if name != field}
    with pytest.raises(msgspec.ValidationError, match=field):
        settled(msgspec.structs.replace(RECORD, claims=claims))


@pytest.mark.parametrize("value", ["north", "1,2,3", "", "1"])
def test_a_point_that_is_none_is_refused(value: str) -> None:
    claims = RECORD.claims | {"position": (Said(value, "wikidata", "2022-11-16"),)}
    with pytest.raises(msgspec.ValidationError):
        settled(msgspec.structs.replace(RECORD, claims=claims))


@pytest.mark.parametrize(
    ("said", "day"), [("1927", "1927-01-01"), ("1927-05", "1927-05-01"), ("1927-05-09", "1927-05-09")]
)
def test_a_year_or_a_month_is_its_first_day(said: str, day: str) -> None:
    claims = RECORD.claims | {"opened": (Said(said, "wikidata", "2022-11-16"),)}
    assert settled(msgspec.structs.replace(RECORD, claims=claims)).opened == day
