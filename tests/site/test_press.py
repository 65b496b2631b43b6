"""The newest articles about a place on its page, and who said what in them; nothing where nothing was read."""

import json
from pathlib import Path

import pytest
from tests.site.conftest import DAY

from legation.model.news import Article, CountryScore, Statement
from legation.site.edition import Edition
from legation.site.site import Site
from legation.site.view import Setting
from legation.store.reading import ReadArticles

SEEN = "2026-11-22T10:00:00+00:00"


def article(number: int, published: str, speaks_for: str = "RU", title: str = "Moscow counts") -> Article:
    quote = f"We have counted {number} bridges"
    return Article(
        url=f"https://news.example.org/{number}",
        title=f"{title}, number {number}",
        site="Example Times",
        published=published,
        language="en",
        countries=(CountryScore("RU", 0.9, "about"),),
        statements=(
            Statement("Ann Example", "spokeswoman", speaks_for, "Example Wire", quote, True, "said", (0, 9)),
        ),
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "articles.sqlite"
    articles = ReadArticles(path, write=True)
    articles.add(article(1, "2026-11-01"), SEEN)
    articles.add(article(2, "2026-11-20"), SEEN)
    articles.add(article(3, "2026-11-10", "UA", "<script>alert(1)</script>"), SEEN)
    articles.close()
    return path


def site_of(edition: Edition, path: Path | None) -> Site:
    return Site(edition, DAY, Setting(articles=path))


def test_the_page_lists_articles_and_positions_newest_first(edition: Edition, path: Path) -> None:
    page = site_of(edition, path).page("/en/ru/")
    text = page.body.decode()
    assert page.timely
    assert "In the news" in text
    assert (
        text.index("Moscow counts, number 2") < text.index("number 3") < text.index("Moscow counts, number 1")
    )
    russia = text[text.index("Who said what") :]
    assert russia.index("<bdi>Russia</bdi>") < russia.index("<bdi>Ukraine</bdi>")
    assert russia.index("“We have counted 2 bridges”") < russia.index("“We have counted 1 bridges”")
    assert 'href="https://news.example.org/2" rel="noreferrer"' in text
    assert "<script>alert" not in text


def test_it_is_said_in_every_language(edition: Edition, path: Path) -> None:
    assert "في الأخبار" in site_of(edition, path).page("/ar/ru/").body.decode()


def test_as_data(edition: Edition, path: Path) -> None:
    data = json.loads(site_of(edition, path).page("/en/ru.json").body)
    assert [one["url"] for one in data["articles"]] == [f"https://news.example.org/{n}" for n in (2, 3, 1)]
    assert data["statements"][0]["speaker"] == "Ann Example"


def test_without_articles_the_page_says_nothing_of_them(edition: Edition, path: Path, tmp_path: Path) -> None:
    for given in (None, tmp_path / "none.sqlite", path):
        assert "In the news" not in site_of(edition, given).page("/en/ke/").body.decode()
    (tmp_path / "torn.sqlite").write_bytes(b"not a database, by far")
    assert site_of(edition, tmp_path / "torn.sqlite").page("/en/ru/").status == 200
