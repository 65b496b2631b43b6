import pytest

from legation.places.question import forms, splits, without_fillers


@pytest.mark.parametrize(
    ("words", "who", "where"),
    [
        ("dutch in moscow", "dutch", "moscow"),
        ("NL RU", "NL", "RU"),
        ("in it", "in", "it"),
        ("I am a Georgian in Jordan", "Georgian", "Jordan"),
        ("NL IN", "NL", "IN"),
        ("I am Dutch, in The Hague", "Dutch", "The Hague"),
        ("I'm in Moscow and I'm Dutch", "Dutch", "Moscow"),
        ("citoyen d'Argentine au Maroc", "Argentine", "Maroc"),
        ("Moskova'da Hollandalı", "Hollandalı", "Moskova"),
        ("मास्को में भारतीय", "भारतीय", "मास्को"),
        ("在莫斯科的荷兰人", "荷兰人", "莫斯科"),
        ("モスクワのオランダ人", "オランダ人", "モスクワ"),
        ("dutch at 55.75, 37.62", "dutch", "55.75, 37.62"),
    ],
)
def test_the_right_split_is_among_the_first(words: str, who: str, where: str) -> None:
    assert (who, where) in list(splits(words))[:6]


def test_no_split_has_an_empty_side_and_none_comes_twice() -> None:
    for words in ("in", "in moscow", "a b c d", "", "in in in", "dutch in moscow in russia"):
        found = list(splits(words))
        assert all(who and where for who, where in found)
        assert len(found) == len(set(found))


def test_forms_undo_cases() -> None:
    assert "Москва" in forms("Москве")
    assert "Бразилия" in forms("Бразилии")
    assert "Londyn" in forms("Londynie")
    assert next(forms("Lima")) == "Lima"


def test_without_fillers() -> None:
    assert without_fillers("I am a Dutch citizen") == "Dutch"
    assert without_fillers("please help") == ""
