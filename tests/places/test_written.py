import pytest

from legation.errors import UnreadableInput
from legation.places.written import find_flag, find_point, legible


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("55.75,37.62", (55.75, 37.62)),
        ("55.75 37.62", (55.75, 37.62)),
        ("-33.9, 151.2", (-33.9, 151.2)),
        ("33.9S 151.2E", (-33.9, 151.2)),
        ("40.7 N, 74 W", (40.7, -74.0)),
        ("geo:48.85,2.35", (48.85, 2.35)),
        ("(48.85, 2.35)", (48.85, 2.35)),
        ("55°45′N 37°37′E", (55.75, 37 + 37 / 60)),
        ("33°52'30\"S 151°12'E", (-33.875, 151.2)),
        ("95,10", (95.0, 10.0)),
        ("55,75; 37,62", (55.75, 37.62)),
        ("55,75 37,62", (55.75, 37.62)),
    ],
)
def test_find_point(text: str, point: tuple[float, float]) -> None:
    assert find_point(text) == pytest.approx(point)


@pytest.mark.parametrize("text", ["Moscow", "12345", "3.14", "1,2,3", "10 Downing Street", "1e3,4", ""])
def test_what_is_no_point(text: str) -> None:
    assert find_point(text) is None


@pytest.mark.parametrize(
    ("text", "code"), [("🇳🇱", "NL"), ("🏴󠁧󠁢󠁳󠁣󠁴󠁿", "GB"), ("NL", None), ("🏴", None), ("🇳", None), ("", None)]
)
def test_find_flag(text: str, code: str | None) -> None:
    assert find_flag(text) == code


@pytest.mark.parametrize("text", ["", "  ", "\t\n", "x" * 201, "Mos\x07cow", "\x00", "\ud83d"])
def test_what_cannot_be_read_says_so_and_what_to_do(text: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        legible(text, "place")
    assert caught.value.code == "unreadable-place"
    assert ":" in caught.value.message
    assert len(caught.value.given) < 250
