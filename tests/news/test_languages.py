"""Twenty short articles of our own: the place they are about comes first, in every language of the site."""

import tomllib
from pathlib import Path

import pytest

from legation.news.focus import score_countries
from legation.news.index import Index
from legation.news.language import find_language

ARTICLES = tomllib.loads((Path(__file__).parent / "articles.toml").read_text("utf-8"))["article"]


@pytest.mark.parametrize("article", ARTICLES, ids=[article["title"] for article in ARTICLES])
def test_the_place_comes_first(index: Index, article: dict[str, str]) -> None:
    countries = score_countries(index, article["text"], article["title"])
    assert [country.code for country in countries[:1]] == [article["about"]]


@pytest.mark.parametrize("article", ARTICLES, ids=[article["title"] for article in ARTICLES])
def test_the_language_is_told(article: dict[str, str]) -> None:
    assert find_language(article["text"]) == article["language"]
