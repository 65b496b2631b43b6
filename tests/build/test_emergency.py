import pytest

from legation.build.emergency import pack_numbers, settle_numbers
from legation.errors import StopSource
from legation.model.claims import Claim
from legation.sources.row import Row


def row(source: str, seen: str, place: str, **services: list[str]) -> Row:
    claims = tuple(
        Claim(source, seen, None, place, service, numbers) for service, numbers in services.items()
    )
    return Row(place, "x.md", claims, about="place")


def test_the_newest_word_wins_service_by_service() -> None:
    old = row("australia", "2025-08-15", "CU", police=["106"], fire=["105"])
    new = row("unitedkingdom", "2026-08-22", "CU", police=["107"])
    (record,) = settle_numbers([old, new], frozenset({"CU"}))
    assert settle_numbers([new, old], frozenset({"CU"})) == [record]
    assert [(one.service, one.numbers, one.source, one.seen) for one in record.numbers()] == [
        ("fire", ("105",), "australia", "2025-08-15"),
        ("police", ("107",), "unitedkingdom", "2026-08-22"),
    ]
    assert pack_numbers([record])["numbers.jsonl"].count(b"\n") == 1


def test_posts_and_helpers_are_not_numbers() -> None:
    post = Row(
        "US CU Havana embassy", "x.md", (Claim("unitedstates", "2025-08-14", None, "x", "police", ["1"]),)
    )
    assert settle_numbers([post], frozenset()) == []
    helped = Row(
        "CU",
        "x.md",
        (Claim("australia", "2025-08-15", None, "CU", "helped-by", ["CA Havana, CU"]),),
        about="place",
    )
    assert settle_numbers([helped], frozenset({"CU"})) == []
    assert pack_numbers([]) == {}


def test_a_place_that_nobody_registered_stops_the_build() -> None:
    with pytest.raises(StopSource, match="QQ"):
        settle_numbers([row("australia", "2025-08-15", "QQ", police=["1"])], frozenset({"CU"}))
