"""How much of what the captures say is understood, and that what was read and found right stays as it is."""

from collections import Counter
from pathlib import Path

import pytest
from eval.hours import Said, all_said, read_by_hand

from legation.build.hours import understand_hours

CAPTURES = Path("../shared/data")
FLOORS = {"argentina-2025": 0.66, "argentina-2022": 0.62, "unitedkingdom-2018": 0.80, "australia": 0.70}

pytestmark = pytest.mark.skipif(not (CAPTURES / "missions").is_dir(), reason="../shared/data is not here")


@pytest.fixture(scope="module")
def said() -> list[Said]:
    return all_said(CAPTURES)


def test_the_share_understood_does_not_fall(said: list[Said]) -> None:
    every = Counter(source for source, _, _ in said)
    known = Counter(source for source, _, words in said if understand_hours(words) is not None)
    assert {source for source, floor in FLOORS.items() if known[source] / every[source] < floor} == set()


def test_what_was_read_and_found_right_stays(said: list[Said]) -> None:
    read = read_by_hand(said)
    assert len(read) >= 380
    assert [
        (record, now, hours) for record, now, hours, verdict in read if verdict == "right" and now != hours
    ] == []
    assert sum(verdict == "right" for *_, verdict in read) / len(read) >= 0.98
