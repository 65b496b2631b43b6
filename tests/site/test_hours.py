"""Opening hours in the reader's words."""

import re

import pytest

from legation.site.edition import Edition
from legation.site.hours import hours_in_words
from legation.site.language import translations


@pytest.mark.parametrize(
    ("language", "hours", "words"),
    [
        (
            "en",
            "Mo-Th 08:30-12:30,13:30-16:45; Fr 08:30-12:30",
            "Mon–Thu 08:30–12:30, 13:30–16:45; Fri 08:30–12:30",
        ),
        ("en", "Su-Th 09:00-13:00; PH off", "Sun–Thu 09:00–13:00; closed on public holidays"),
        ("de", 'Tu,Th 09:00-12:00 "by appointment"', "Di., Do. 09:00–12:00 (nach Vereinbarung)"),
        ("fr", '"by appointment"', "sur rendez-vous"),
        ("ru", "24/7", "круглосуточно"),
        ("en", "de 9hs. a 18hs.", "de 9hs. a 18hs."),
        ("en", "Mo 09:00-12:00; as the consul likes", "Mo 09:00-12:00; as the consul likes"),
        ("en", None, None),
    ],
)
def test_words(language: str, hours: str | None, words: str | None) -> None:
    assert hours_in_words(hours, translations(language).gettext) == words


def test_times_are_kept_from_left_to_right() -> None:
    said = hours_in_words("Mo-Fr 09:00-17:00", translations("ar").gettext, isolate=True)
    assert said == "الاثنين–الجمعة \u206609:00–17:00\u2069"


def test_all_understood_hours_of_the_directory_are_said(edition: Edition) -> None:
    said = translations("de").gettext
    understood = {
        post.hours
        for code in edition.citizenships
        for post in edition.sent(code)
        if post.hours and re.match(r"(?:Mo|Tu|We|Th|Fr|Sa|Su)\b", post.hours)
    }
    assert len(understood) > 100
    assert [hours for hours in understood if hours_in_words(hours, said) == hours] == []
