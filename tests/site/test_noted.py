"""What a page is made of: every reading has a name by which it can be repeated, or is known not to have one."""

import pytest

from legation.find.question import Question
from legation.site.edition import Edition
from legation.site.noted import ONCE, Notes, Sources
from legation.site.site import Site
from legation.site.view import Setting

DAY = "2026-11-23"
PAGES = (
    "/en/ru/nl/",
    "/en/ru/nl.json",
    "/de/sm/refugee/",
    "/en/ru/",
    "/en/ru.json",
    "/en/ru/pocket/",
    "/en/nl/abroad/",
    "/en/post/Q2501233/",
    "/en/places/",
    "/banner/en/ua.html",
)


@pytest.fixture
def notes(edition: Edition) -> Notes:
    return Notes(Sources(edition, Setting(live=False)), DAY)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_the_same_and_all_it_reads_can_be_read_again(
    path: str, notes: Notes, edition: Edition
) -> None:
    noted, setting = notes.noted
    page = Site(noted, DAY, setting).page(path)
    assert page.body == Site(edition, DAY, Setting(live=False)).page(path).body
    again = Notes(Sources(edition, Setting(live=False)), DAY)
    found = notes.fingerprint("", notes.readings)
    assert found
    assert again.fingerprint("", notes.readings) == found
    assert again.fingerprint("another", notes.readings) != found


def test_what_is_read_past_the_names_is_never_taken_for_the_same(notes: Notes) -> None:
    assert notes.noted.edition.connection.execute("SELECT count(*) FROM post").fetchone()
    assert notes.readings == {ONCE}
    assert notes.fingerprint("", notes.readings) == ""


def test_a_question_that_no_address_says_is_never_taken_for_the_same(notes: Notes) -> None:
    edition = notes.noted.edition
    plain = edition.gazetteer.parse_place("RU")
    edition.finder.find(Question(("NL",), plain, "2022-11-16"))
    assert ONCE in notes.readings


def test_what_is_gone_is_not_the_same(notes: Notes) -> None:
    for gone in ("edition.state @post:none @today", "edition.finder.find @asked:xx:RU"):
        assert notes.fingerprint("", [gone]) == ""


def test_the_day_is_no_part_of_what_an_answer_says(edition: Edition) -> None:
    reading = ["edition.finder.find @asked:nl:RU"]
    marks = {
        Notes(Sources(edition, Setting()), day).fingerprint("", reading)
        for day in ("2026-11-23", "2026-11-24")
    }
    assert len(marks) == 1
