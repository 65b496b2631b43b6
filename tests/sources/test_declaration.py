import pytest

from legation.errors import StopSource, UnknownInput
from legation.sources import declarations, get_capture, get_declaration, get_reader
from legation.sources.declaration import parse_declaration

WHOLE = """
publisher = "Invented Ministry"
title = "Invented posts"
homepage = "https://example.org/"
licence = "CC0-1.0"
licence_url = "https://example.org/licence"
attribution = "Invented Ministry"
snapshots = "missions/invented/{date}.csv"
floor = [{ of = "rows", minimum = 3, reason = "three were invented" }]
"""


def test_a_whole_declaration_is_read() -> None:
    declaration = parse_declaration(WHOLE.encode(), "invented")
    assert declaration.id == "invented"
    assert declaration.floor[0].minimum == 3
    assert declaration.live is None


@pytest.mark.parametrize(
    ("fault", "named"),
    [
        (WHOLE.replace('publisher = "Invented Ministry"', ""), "publisher"),
        (WHOLE.replace('"three were invented"', '""'), "reason"),
        (WHOLE.replace("https://example.org/licence", "javascript:alert(1)"), "licence_url"),
        ("surprise = 1\n" + WHOLE, "surprise"),
        ("publisher = ", "Invalid"),
        ("\xff\xfe", "can't decode"),
    ],
)
def test_a_faulty_one_is_refused_with_its_name_and_fault(fault: str, named: str) -> None:
    with pytest.raises(StopSource, match=named) as stopped:
        parse_declaration(fault.encode("latin-1"), "invented")
    assert "sources/invented/source.toml" in stopped.value.message


OF_POSTS = sorted(one.id for one in declarations().values() if one.part == "directory")


@pytest.mark.parametrize("source", OF_POSTS)
def test_every_source_of_the_package_has_what_it_declares(source: str) -> None:
    declaration = get_declaration(source)
    assert declaration.snapshots is None or callable(get_reader(source))
    assert declaration.live is None or callable(get_capture(source))


def test_an_unknown_source_is_answered_with_those_there_are() -> None:
    with pytest.raises(UnknownInput, match="wikidata"):
        get_declaration("nonesuch")
