import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.places.text import fold


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Côte d'Ivoire", "cote divoire"),
        ("U.S.A.", "usa"),
        ("Saint-Louis", "saint louis"),
        ("São Tomé & Príncipe", "sao tome and principe"),
        ("Đà Nẵng", "da nang"),
        ("İstanbul", "istanbul"),
        ("Łódź", "lodz"),
        ("  New   York ", "new york"),
        ("Ёлка й", "елка и"),
        ("إيران", "ايران"),
        ("ایران", "ايران"),
        ("हिन्दी", "हिन्दी"),
        ("ドイツ", "ドイツ"),
        ("ﾄﾞｲﾂ", "ドイツ"),
        ("대한민국", "대한민국"),
        ("ประเทศไทย", "ประเทศไทย"),
        ("🇳🇱", ""),
        ("—", ""),
        ("\u202eNL\u202c", "nl"),
    ],
)
def test_fold(text: str, key: str) -> None:
    assert fold(text) == key


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(max_codepoint=0x24F), max_size=40))
def test_case_does_not_matter(text: str) -> None:
    assert fold(text.upper()) == fold(text.upper().lower())
