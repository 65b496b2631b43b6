"""Numbers here are of ranges kept free for fiction, or are given as kinds of writing that pages use."""

import pytest

from legation.sources.pages.dial import find_numbers


@pytest.mark.parametrize(
    ("said", "place", "numbers"),
    [
        ("+44 20 7946 0123/4", "GB", ["+442079460123", "+442079460124"]),
        ("+44 20 7946 0123/0124", "GB", ["+442079460123", "+442079460124"]),
        ("+(44) (20) 7946-0123 / 7946-0124 or 020 7946 0125", "GB", ["+442079460123", "+442079460125"]),
        ("(+44 20) 7946 0123 (Monday-Friday 0830-1630, except holidays)", "GB", ["+442079460123"]),
        (
            "+44-020-7946-0123, or +1-202-555-0123 in the United States",
            "GB",
            ["+442079460123", "+12025550123"],
        ),
        ("011-44-20-7946-0123", "GB", ["+442079460123"]),
        ("1-202-555-0123", "BF", ["+12025550123"]),
        ("44-20-7946-0123", "GB", ["+442079460123"]),
        ("+44 20 7946 0123 and dial 1 to speak with an operator", "GB", ["+442079460123"]),
        ("+44 20 7946 0123 (5pm-8am)", "GB", ["+442079460123"]),
        ("+685 21436 / 21631 or 22696", "WS", ["+68521436", "+68521631", "+68522696"]),
        ("none, please write", "GB", []),
    ],
)
def test_numbers_that_a_plan_knows(said: str, place: str, numbers: list[str]) -> None:
    found = find_numbers(said, place, "US")
    assert [number.text for number in found] == numbers
    assert all(number.known for number in found)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("+(246) 555-0123", ["+(246) 555-0123"]),
        ("+44 20 7946 0123, ext. 4554", ["+44 20 7946 0123, ext. 4554"]),
        ("+44 20 7946 0123 ext. 4541/4623", ["+44 20 7946 0123 ext. 4541/4623"]),
        ("+44 20 7946 01/2", ["+44 20 7946 01/2"]),
        ("3850-5000", ["3850-5000"]),
    ],
)
def test_a_number_that_no_plan_knows_is_kept_as_said(said: str, kept: list[str]) -> None:
    found = find_numbers(said, "GB", "US")
    assert [number.text for number in found] == kept
    assert not any(number.known for number in found)


def test_a_short_form_beside_a_whole_number_says_nothing_new() -> None:
    found = find_numbers("+44 20 7946 0123, in town 3850-5000", "GB", "US")
    assert [number.text for number in found] == ["+442079460123"]


def test_a_thousandfold_field_is_cut() -> None:
    said = " or ".join(f"+44 20 7946 0{number:03}" for number in range(1000))
    assert len(find_numbers(said, "GB", "US")) <= 8
    assert find_numbers("1" * 10_000, "GB", "US") == []
