"""What must hold of the local emergency numbers as a whole."""

import re
from pathlib import Path

import msgspec

from legation.model.emergency import EmergencyRecord

ROOT = Path(__file__).resolve().parents[2]
TEXT = ROOT / "data" / "emergency" / "numbers.jsonl"
LEAST_PLACES = 225
NUMBER = re.compile(r"[0-9+() -]{2,24}( \((from a (landline|mobile)|in [^()]{3,40})\))?")


def records() -> list[EmergencyRecord]:
    return [msgspec.json.decode(line, type=EmergencyRecord) for line in TEXT.read_bytes().splitlines()]


def test_enough_places_have_numbers_and_each_stands_once() -> None:
    places = [record.place for record in records()]
    assert len(places) >= LEAST_PLACES
    assert places == sorted(set(places))


def test_every_number_can_be_dialled_and_has_a_source_and_a_date() -> None:
    for record in records():
        assert record.claims
        for one in record.numbers():
            assert one.numbers
            assert one.source
            assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", one.seen)
            assert [number for number in one.numbers if NUMBER.fullmatch(number)] == list(one.numbers)
