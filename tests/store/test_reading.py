"""The file of read articles: once by canonical address, short quotations only, refused when it is another file."""

from pathlib import Path

import pytest

from legation.errors import TornData
from legation.model.news import Article, CountryScore, Statement
from legation.store.reading import LONGEST_QUOTE, Feed, ReadArticles, canonical

SEEN = "2026-01-02T03:04:05+00:00"


def article(
    url: str, published: str | None = "2026-01-01", place: str = "RU", quote: str = "We will wait"
) -> Article:
    said = Statement("Ann Example", "spokeswoman", "RU", "Example Wire", quote, True, "said", (0, 10))
    nobody = Statement(None, None, None, "Example Wire", "a report", False, "reported", (0, 10))
    return Article(
        url=url,
        title=f"Headline of {url}",
        site="Example Times",
        published=published,
        text="The whole text, which is not kept.",
        countries=(
            CountryScore(place, 0.8, "about"),
            CountryScore("SY", 0.1, "about"),
            CountryScore("US", 0.1, "speaking"),
        ),
        statements=(said, nobody),
    )


@pytest.fixture
def articles(tmp_path: Path) -> ReadArticles:
    return ReadArticles(tmp_path / "deep" / "articles.sqlite", write=True)


def test_an_article_is_noted_once(articles: ReadArticles) -> None:
    assert articles.add(article("https://news.example.org/1?utm_source=x#top"), SEEN)
    assert not articles.add(article("https://NEWS.example.org:443/1"), SEEN)
    assert articles.has("https://news.example.org/1")
    assert [one.url for one in articles.newest("RU")] == ["https://news.example.org/1"]


def test_of_its_text_nothing_is_kept(articles: ReadArticles, tmp_path: Path) -> None:
    long = "word " * 200
    articles.add(article("https://news.example.org/1", quote=long), SEEN)
    (statement,) = articles.statements("RU")
    assert len(statement.quote) <= LONGEST_QUOTE
    assert (statement.speaker, statement.speaks_for, statement.medium) == (
        "Ann Example",
        "RU",
        "Example Wire",
    )
    articles.close()
    assert b"which is not kept" not in (tmp_path / "deep" / "articles.sqlite").read_bytes()


def test_newest_first_and_only_where_it_is_about(articles: ReadArticles) -> None:
    articles.add(article("https://news.example.org/old", "2025-01-01"), SEEN)
    articles.add(article("https://news.example.org/undated", None), SEEN)
    articles.add(article("https://news.example.org/new", "2026-03-01"), SEEN)
    found = [one.url.rsplit("/", 1)[1] for one in articles.newest("RU")]
    assert found == ["new", "undated", "old"]
    assert articles.newest("SY") == []
    assert articles.newest("US") == []


def test_an_article_without_an_address_or_a_headline_is_none(articles: ReadArticles) -> None:
    assert not articles.add(Article(title="Headline"), SEEN)
    assert not articles.add(Article(url="https://news.example.org/1"), SEEN)


def test_feeds_are_remembered(articles: ReadArticles) -> None:
    url = "https://news.example.org/feed"
    assert articles.feed(url) == Feed(url)
    known = Feed(url, '"1"', None, 12.5, 2, False, "https://news.example.org/rss")
    articles.note_feed(known)
    articles.note_feed(known)
    assert articles.feed(url) == known


@pytest.mark.parametrize("content", [b"not a database, by far", b""])
def test_another_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "articles.sqlite"
    path.write_bytes(content)
    with pytest.raises(TornData, match=r"articles\.sqlite"):
        ReadArticles(path)


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("https://a.example/x?b=1&utm_medium=y", "https://a.example/x?b=1"),
        ("HTTPS://A.example", "https://a.example/"),
        ("https://a.example:8443/x?q=%C3%A4#f", "https://a.example:8443/x?q=%C3%A4"),
    ],
)
def test_canonical(url: str, same: str) -> None:
    assert canonical(url) == same
    assert canonical(same) == same
