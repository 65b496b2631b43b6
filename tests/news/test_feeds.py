"""Feeds, invented; example.org is reserved."""

import pytest

from legation.news.feeds import is_feed, read_feed

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>The Example</title><language>en</language>
<item><title>Old bridge opens</title><link>https://example.org/1</link>
<description>&lt;p&gt;In Nairobi.&lt;/p&gt;</description>
<pubDate>Thu, 31 May 2012 23:30:00 -0200</pubDate></item>
<item><title>x</title><link>javascript:alert(1)</link></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Example</title><entry><title>Old bridge opens</title>
<link rel="self" href="https://example.org/self"/><link href="https://example.org/1"/><summary>In Nairobi.</summary>
<published>2012-05-31T23:30:00-02:00</published><updated>2012-06-02T00:00:00Z</updated></entry></feed>"""
JSON = """{"version": "https://jsonfeed.org/version/1.1", "title": "The Example", "items": [{"id": "1",
"url": "https://example.org/1", "title": "Old bridge opens", "content_html": "<p>In Nairobi.</p>",
"date_published": "2012-05-31T23:30:00-02:00"}]}"""


@pytest.mark.parametrize("feed", [RSS, ATOM, JSON], ids=["rss", "atom", "json"])
def test_entries(feed: str) -> None:
    assert is_feed(feed)
    entry = read_feed(feed)[0]
    assert (entry.title, entry.url, entry.site) == (
        "Old bridge opens",
        "https://example.org/1",
        "The Example",
    )
    assert (entry.text, entry.published) == ("In Nairobi.", "2012-06-01")


def test_only_web_addresses() -> None:
    assert read_feed(RSS)[1].url is None


def test_a_page_is_no_feed() -> None:
    assert not is_feed("<html><body><rss>")
