"""Read the feeds of a list, politely, into the file of read articles.

A feed is asked when it is due, with the validators of its last answer; a failure puts it off, twice as long each
time; one that has moved for good is asked at its new address, and one that is gone is left alone. Its new entries are
read from their pages where robots.txt allows it, else from what the feed says of them. No host is asked twice in a
second. An article is noted in one transaction, by its canonical address, so a kill loses and doubles none.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from typing import Final
from urllib.parse import urlsplit

import msgspec
from lxml import etree
from msgspec.structs import replace
from protego import Protego

from legation.build.fetch import Fetcher, Limits
from legation.errors import InputError, LegationError, StopSource, UnreadableInput
from legation.model.news import Article
from legation.news.article import add_countries, read
from legation.news.decode import decode
from legation.news.feeds import is_feed, read_feed
from legation.news.index import Index
from legation.sources.ask import Request
from legation.store.reading import Feed, ReadArticles

FEEDS: Final = (
    "application/rss+xml, application/atom+xml, application/xml, text/xml, application/feed+json, application/json, "
    "application/rdf+xml, text/html, text/plain"
)
PAGES: Final = "text/html, application/xhtml+xml"
ROBOTS: Final = "text/plain, text/html, application/octet-stream, text/x-robots"
MOST: Final = 20
"""New entries of one feed that are read in one pass; the rest comes with the next."""
LONGEST_PAUSE: Final = 24 * 3600
BETWEEN: Final = 1.0
"""Seconds between two questions to one host, unless its robots.txt asks for more."""
LIMITS: Final = Limits(bytes=10_000_000, seconds=20, attempts=1, first_wait=1, pause=0)
AGENT: Final = "legation"


class Passed(msgspec.Struct, frozen=True):
    """What a pass over the feeds did: feeds asked, unchanged, failed; articles that were new."""

    asked: int = 0
    unchanged: int = 0
    failed: int = 0
    fresh: int = 0


class Poller:
    """Goes over feeds.

    Args:
        articles: where they are noted.
        index: the names that articles are read with.
        every: seconds between two questions to a feed.
        contact: who runs this, told to servers.
        loopback: origin on this machine that may be asked, on purpose.
        say: told of each failure.
        sleep: waits; for tests.
    """

    def __init__(
        self,
        articles: ReadArticles,
        index: Index,
        every: float = 900,
        contact: str | None = None,
        loopback: str | None = None,
        say: Callable[[str], None] = lambda _: None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.articles = articles
        self.index = index
        self.every = every
        self.say = say
        self.sleep = sleep
        self._fetcher = Fetcher("feeds", contact, loopback, LIMITS)
        self._rules: dict[str, Protego | None] = {}
        self._asked: dict[str, float] = {}

    def pass_over(self, feeds: Iterable[str], now: float | None = None) -> Passed:
        """Ask every feed that is due; a feed that fails does not stop the others."""
        moment = time.time() if now is None else now
        # A host may change its rules; once a pass is often enough to look.
        self._rules.clear()
        done = Passed()
        for url in dict.fromkeys(feeds):
            feed = self.articles.feed(url)
            if feed.gone or feed.due > moment:
                continue
            done = replace(done, asked=done.asked + 1)
            try:
                fresh, changed = self._ask_feed(feed, moment)
            except LegationError as error:
                self.say(error.message)
                self._put_off(feed, error, moment)
                done = replace(done, failed=done.failed + 1)
            else:
                done = replace(done, fresh=done.fresh + fresh, unchanged=done.unchanged + (not changed))
        return done

    def _put_off(self, feed: Feed, error: LegationError, moment: float) -> None:
        failures = feed.failures + 1
        pause = min(self.every * 2**failures, LONGEST_PAUSE)
        gone = isinstance(error, StopSource) and error.code == "gone"
        self.articles.note_feed(replace(feed, failures=failures, due=moment + pause, gone=gone))

    def _ask_feed(self, feed: Feed, moment: float) -> tuple[int, bool]:
        """How many articles were new, and whether the feed had changed at all."""
        url = feed.moved or feed.url
        if not self._may(url):
            raise StopSource("robots", f"{url}: robots.txt does not allow it.", "feeds", url)
        answered = self._fetcher.ask(Request(url, FEEDS, etag=feed.etag, modified=feed.modified))
        after = replace(feed, due=moment + self.every, failures=0, moved=answered.moved or feed.moved)
        if answered.body is None:
            self.articles.note_feed(after)
            return 0, False
        text, _ = decode(answered.body, url)
        if not is_feed(text):
            raise UnreadableInput(
                "no-feed", f"{url} is no feed: give the address of RSS, Atom or JSON Feed.", url
            )
        new = [entry for entry in read_feed(text, url) if entry.url and not self.articles.has(entry.url)]
        fresh = sum(self._note(entry) for entry in new[:MOST])
        # With more entries to come, the next pass must not hear that nothing has changed.
        whole = len(new) <= MOST
        self.articles.note_feed(
            replace(
                after, etag=answered.etag if whole else None, modified=answered.modified if whole else None
            )
        )
        return fresh, True

    def _note(self, entry: Article) -> bool:
        article = self._read(entry) or add_countries(entry, self.index)
        known = replace(
            article,
            url=entry.url,
            title=article.title or entry.title,
            published=article.published or entry.published,
        )
        return self.articles.add(known, datetime.now(UTC).isoformat(timespec="seconds"))

    def _read(self, entry: Article) -> Article | None:
        """The page of an entry, None when it may not or cannot be read."""
        url = entry.url or ""
        try:
            if not self._may(url):
                return None
            body = self._fetcher.ask(Request(url, PAGES)).body
            return read(body or b"", url, index=self.index)
        except (StopSource, InputError) as error:
            self.say(error.message)
            return None

    def _may(self, url: str) -> bool:
        """Whether robots.txt allows an address; waits until its host may be asked again."""
        parts = urlsplit(url)
        host = f"{parts.scheme}://{parts.netloc}"
        if host not in self._rules:
            self._rules[host] = self._ask_rules(host)
        rules = self._rules[host]
        if rules is not None and not rules.can_fetch(url, AGENT):
            return False
        self._wait(host, float(rules.crawl_delay(AGENT) or 0) if rules else 0.0)
        return True

    def _ask_rules(self, host: str) -> Protego | None:
        """The rules of a host; None when it has none (RFC 9309, 2.3.1.3: unavailable means that all is allowed)."""
        self._wait(host)
        try:
            body = self._fetcher.ask(Request(f"{host}/robots.txt", ROBOTS)).body or b""
        except StopSource:
            return None
        rules: Protego = Protego.parse(body[:500_000].decode(errors="replace"))
        return rules

    def _wait(self, host: str, least: float = 0.0) -> None:
        pause = min(max(BETWEEN, least), 60.0)
        left = self._asked.get(host, -pause) + pause - time.monotonic()
        if left > 0:
            self.sleep(left)
        self._asked[host] = time.monotonic()


def read_opml(text: bytes, given: str) -> Iterator[str]:
    """The addresses of the feeds in an OPML list, in its order.

    Raises:
        UnreadableInput: it is no OPML, or names no feed.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableInput("no-opml", f"{given} is no OPML list ({error}).", given) from None
    found = [
        url
        for outline in root.iter("outline")
        if (url := (outline.get("xmlUrl") or "").strip()).startswith(("https://", "http://"))
    ]
    if root.tag != "opml" or not found:
        raise UnreadableInput(
            "no-opml", f"{given} names no feed: an OPML list has outlines with xmlUrl.", given
        )
    yield from found
