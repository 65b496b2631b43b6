import pytest

pytest.importorskip("babel", reason="names are compiled with the group `names`")

from legation.build.demonyms import from_languages, from_places, inflected


@pytest.mark.parametrize(
    ("word", "language", "forms"),
    [
        ("Dutchman", "en", {"Dutchman", "Dutchmen", "Dutchwoman", "Dutchwomen"}),
        ("Chinese", "en", {"Chinese"}),
        ("Russian", "en", {"Russian", "Russians"}),
        ("néerlandais", "fr", {"néerlandais", "néerlandaise", "néerlandaises"}),
        ("holandés", "es", {"holandés", "holandesa", "holandeses", "holandesas"}),
        ("alemão", "pt", {"alemão", "alemã", "alemães", "alemãos", "alemãs"}),
        ("голландец", "ru", {"голландец", "голландка", "голландцы", "голландский", "голландская"}),
        ("Nederlander", "nl", {"Nederlander", "Nederlanders", "Nederlands", "Nederlandse"}),
        ("whatever", "xx", {"whatever"}),
    ],
)
def test_inflected(word: str, language: str, forms: set[str]) -> None:
    assert set(inflected(word, language)) == forms


def test_what_languages_make_of_a_place() -> None:
    forms = set(from_places(["NL", "RU", "TR", "JP"]))
    assert {("オランダ人", "NL", "ja"), ("Hollandalı", "NL", "tr"), ("هولندي", "NL", "ar")} <= forms
    assert ("रूसी", "RU", "hi") in forms


def test_what_languages_call_a_language() -> None:
    assert {("russo", "RU", "it"), ("روسي", "RU", "ar")} <= {
        (form.lower(), *rest) for form, *rest in from_languages()
    }
