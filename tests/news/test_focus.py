"""What decides which country an article is about. The sentences are invented."""

import pytest

from legation.model.news import Article, CountryScore
from legation.news.focus import score_countries
from legation.news.index import Index
from legation.news.notice import notice_place


def codes(index: Index, text: str, title: str | None = None) -> list[str]:
    return [country.code for country in score_countries(index, text, title)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The fire began in Paris, Texas, on Monday.", "US"),
        ("The fire began in Paris on Monday.", "FR"),
        ("The Kremlin did not answer.", "RU"),
        ("Downing Street did not answer.", "GB"),
        ("The Knesset votes today.", "IL"),
        ("Georgian troops left the village near Tbilisi. Georgia said so.", "GE"),
        ("ATLANTA — Georgia lawmakers meet the county sheriff in Savannah.", "US"),
        ("Dublin, Ohio, has a new mayor.", "US"),
        ("Guernsey County closed the road.", "US"),
        ("Police in Jordan and Jordanian officials met.", "JO"),
        ("TREVOSE, Pa., March 18 - The firm said it would grow.", "US"),
        ("CHAD CLOSES BORDER AFTER STORM", "TD"),
        ("The gardai closed the road.", "IE"),
    ],
)
def test_the_company_a_name_keeps(index: Index, text: str, code: str) -> None:
    assert codes(index, text)[:1] == [code]


@pytest.mark.parametrize(
    "text", ["", "Nothing happened.", "A swat team met us.", "The march began; nice reading.", "…"]
)
def test_nothing_named_is_nothing_found(index: Index, text: str) -> None:
    assert codes(index, text) == []


def test_the_headline_weighs_more(index: Index) -> None:
    assert codes(index, "A man from Norway and one from Peru met.", "Peru builds a road")[0] == "PE"


def test_who_speaks_is_kept_apart_from_where_it_happens(index: Index) -> None:
    text = (
        "Floods in Bangladesh have closed roads in Dhaka and Sylhet. Bangladeshi officials opened the schools. "
        "The White House said it would help."
    )
    roles = {country.code: country.role for country in score_countries(index, text)}
    assert roles == {"BD": "about", "US": "speaking"}


def test_evidence_says_which_words_and_where(index: Index) -> None:
    best = score_countries(index, "Kenya waits. " * 2, "Rain in Kenya")[0]
    assert best.evidence == ("Kenya ×3 (headline, lead)",)
    assert best.score == 1.0


TWICE = ("Russia ×2 (lead)",)


@pytest.mark.parametrize(
    ("scores", "place"),
    [
        ([CountryScore("RU", 0.5, "about", TWICE), CountryScore("SY", 0.25, "about")], "RU"),
        ([CountryScore("RU", 0.5, "about", TWICE), CountryScore("SY", 0.45, "about")], None),
        ([CountryScore("RU", 0.2, "about", TWICE), CountryScore("SY", 0.1, "about")], None),
        ([CountryScore("RU", 0.5, "about", TWICE), CountryScore("US", 0.45, "speaking")], "RU"),
        ([CountryScore("RU", 1.0, "about", ("Russia (headline)",))], "RU"),
        ([CountryScore("RU", 1.0, "about", ("Russia (lead)", "Moscow (body)"))], "RU"),
        ([CountryScore("IM", 1.0, "about", ("Peel (lead)",))], None),
        ([], None),
    ],
)
def test_the_place_of_the_notice(scores: list[CountryScore], place: str | None) -> None:
    chosen = notice_place(Article(countries=tuple(scores)))
    assert (chosen and chosen.code) == place
