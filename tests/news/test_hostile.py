"""Bad input: a clear error or an honest partial result, quickly."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.errors import UnreadableInput
from legation.news.article import read
from legation.news.decode import LARGEST, decode
from legation.news.feeds import is_feed, read_feed
from legation.news.index import Index

SENTENCE = "The council of Nairobi in Kenya opened the old bridge on Thursday after two years of work. "
GUARD_SECONDS = 60.0
"""Far above the two that it takes: what runs away takes hours. The figure itself is in the benchmark."""

FOOD = {
    "a page of fifty megabytes": "<html><body>" + f"<p>{SENTENCE}</p>" * 500_000,
    "a line of fifty megabytes": "a" * 50_000_000,
    "nested tags": "<div>" * 100_000 + f"<p>{SENTENCE * 4}</p>",
    "opened brackets": "<html><body>" + "<" * 1_000_000,
    "opened scripts": "<html>" + "<script type=application/ld+json>" * 100_000,
    "opened comments": "<html>" + "<!--" * 300_000,
    "opened headings": "<html>" + "<h1>a" * 300_000,
    "a deep list in JSON-LD": f"<html><script type='application/ld+json'>{'[' * 200_000}</script><body>",
    "metas": "<html>" + "<meta " * 200_000,
    "attributes": "<html><meta " + "a='" * 300_000,
    "spaces": "word" + " " * 2_000_000 + "word",
    "capitals": "Aa " * 700_000,
    "dates": "1 a " * 500_000,
    "a quote that never closes": "“" + SENTENCE * 20_000,
    "consular": "<html><body>embassy" + "<p>consular assistance in " * 100_000,
    "parentheses": "(" * 500_000,
    "commas": "Paris, " * 200_000,
    "crumbs": "Home > " * 200_000,
    "short lines": "a\n" * 1_000_000,
    "commented feed": "<!--" * 100_000 + "<rss>",
}


@pytest.mark.parametrize("food", FOOD, ids=list(FOOD))
def test_food_for_regular_expressions(index: Index, food: str) -> None:
    content = FOOD[food].encode()
    started = time.process_time()
    article = read(content, index=index)
    is_feed(decode(content)[0])
    assert time.process_time() - started < GUARD_SECONDS
    assert ("cut" in article.notes) == (len(content) > LARGEST)


@pytest.mark.parametrize("content", [b"", b"  \n ", b"\x00\x01\x02\x03PNG", bytes(range(256)) * 40], ids=str)
def test_not_text(content: bytes) -> None:
    with pytest.raises(UnreadableInput, match=r"is empty|is not text"):
        decode(content, "the input")


@pytest.mark.parametrize(
    ("content", "text", "replaced"),
    [
        ("São Paulo".encode("cp1252"), "São Paulo", False),
        ('<meta charset="utf-8"><p>São Paulo'.encode("cp1252"), "São Paulo", False),
        ('<meta charset="windows-1251"><p>Россия'.encode("cp1251"), "Россия", False),
        ("Россия".encode("utf-16"), "Россия", False),
        ("\ufeffРоссия".encode(), "Россия", False),
        ("São Paulo and more plain words ".encode() * 30 + b"\xff", "São Paulo", True),
        (b'<meta charset="no-such">plain', "plain", False),
    ],
)
def test_charsets(content: bytes, text: str, replaced: bool) -> None:
    read_as, was_replaced = decode(content)
    assert text in read_as
    assert was_replaced == replaced


def test_a_language_we_do_not_read_is_said(index: Index) -> None:
    text = (
        "Rząd powiedział, że most na rzece został otwarty w czwartek po dwóch latach pracy i nie zamknie się."
    )
    assert "unread-language" in read(text, index=index).notes


@given(st.text(max_size=400).filter(str.strip))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read(index: Index, text: str) -> None:
    article = read(text, index=index)
    assert sum(country.score for country in article.countries) <= 1.01
    assert article == read(text, index=index)


@given(st.binary(min_size=1, max_size=400))
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_read_or_refused(index: Index, content: bytes) -> None:
    try:
        read(b"<html><body>" + content, index=index)
    except UnreadableInput:
        assert b"\x00" in content or any(byte < 32 for byte in content)


@pytest.mark.parametrize(
    "feed",
    [
        "<rss><channel><item>",
        '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel><item><title>&b;',
        '{"version": "https://jsonfeed.org/version/1.1", "items": 3}',
        '{"version": "https://jsonfeed.org/version/1.1", "items": ' + "[" * 100_000,
    ],
    ids=["unclosed", "entities", "shape", "deep"],
)
def test_broken_feeds(feed: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_feed(feed)
    assert caught.value.code == "broken-feed"
