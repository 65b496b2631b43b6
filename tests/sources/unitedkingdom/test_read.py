"""Pages in the form of the captures; states and cities are real, posts are not."""

from pathlib import Path

from legation.places import Gazetteer
from tests.sources.reading import read_rows, values

POSTS = "https://www.contact.service.csd.fcdo.gov.uk/posts"
PAGE = """# Getting help

## Emergency services in {place}

Telephone: 112 (ambulance, fire, police)

## Contact your travel provider and insurer

Telephone: 999

## Contacting FCDO

{said}

Telephone: 020 7008 5000 (24 hours)
"""


def page(place: str, post: str) -> str:
    return PAGE.format(place=place, said=f"See [how to get help]({POSTS}/{post}) including in an emergency.")


def test_a_post_at_home_has_its_page(tmp_path: Path, gazetteer: Gazetteer) -> None:
    text = page("Andorra", "andorra/british-embassy-andorra-la-vella")
    rows = read_rows("unitedkingdom", tmp_path, gazetteer, {"Andorra.md": text})
    assert [(row.record, row.about) for row in rows] == [
        ("AD", "place"),
        ("GB AD Andorra la Vella embassy", "post"),
    ]
    assert values(rows[0]) == {"ambulance": ["112"], "fire": ["112"], "police": ["112"]}
    assert values(rows[1])["website"] == f"{POSTS}/andorra/british-embassy-andorra-la-vella"


def test_a_post_elsewhere_helps_and_is_not_doubled(tmp_path: Path, gazetteer: Gazetteer) -> None:
    text = page("Andorra", "andorra/british-consulate-general-barcelona")
    rows = read_rows("unitedkingdom", tmp_path, gazetteer, {"Andorra.md": text})
    assert values(rows[1]) == {"helped-by": ["GB Barcelona"]}
    assert {row.about for row in rows} == {"place"}


def test_a_page_that_says_there_is_none(tmp_path: Path, gazetteer: Gazetteer) -> None:
    text = (
        page("Andorra", "andorra/british-embassy-andorra-la-vella")
        + "There is no British Embassy in Andorra.\n"
    )
    rows = read_rows("unitedkingdom", tmp_path, gazetteer, {"Andorra.md": text, "Atlantis.md": text})
    assert [row.set_aside for row in rows if row.set_aside] == [
        "a page that says there is no British post",
        "a page of a place that is not on the register",
    ]


def test_a_link_elsewhere_is_no_post(tmp_path: Path, gazetteer: Gazetteer) -> None:
    text = PAGE.format(place="Andorra", said="[x](https://example.org/posts/andorra/british-embassy-perm)")
    rows = read_rows("unitedkingdom", tmp_path, gazetteer, {"Andorra.md": text})
    assert [row.set_aside for row in rows] == [None, "a page that names no post"]
