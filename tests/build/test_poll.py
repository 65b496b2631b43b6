"""Feeds, from a server on loopback that does what it is told."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from legation.build.poll import MOST, Poller, read_opml
from legation.errors import UnreadableInput
from legation.news.article import open_index
from legation.store.reading import ReadArticles
from tests.build.serving import answer, serving

pytestmark = [pytest.mark.server, pytest.mark.enable_socket]
PAGE = (
    "<html><head><title>{0}</title></head><body><article><h1>Kenya counts, number {0}</h1><p>Officials in Kenya said "
    "on Monday that page {0} was invented. The government of Kenya added that nothing else had happened.</p></article>"
    "</body></html>"
)


class Desk:
    """A news site: a feed with some entries, and what it answers to what."""

    def __init__(self) -> None:
        self.entries = 3
        self.feed: tuple[int, dict[str, str]] = (200, {})
        self.robots: bytes | None = None
        self.asked: list[str] = []
        self.origin = ""
        self.slow = 0.0

    def __call__(self, request: BaseHTTPRequestHandler, _: bytes) -> None:
        self.asked.append(request.path)
        time.sleep(self.slow)
        if request.path == "/robots.txt":
            answer(request, self.robots or b"", "text/plain", 200 if self.robots else 404)
        elif request.path in ("/feed", "/new-feed"):
            self.answer_feed(request)
        else:
            answer(request, PAGE.format(request.path.rsplit("/", 1)[1]).encode(), "text/html; charset=utf-8")

    def answer_feed(self, request: BaseHTTPRequestHandler) -> None:
        status, headers = self.feed
        etag = f'"{self.entries}"'
        if status == 200 and request.headers.get("If-None-Match") == etag:
            answer(request, b"", "application/rss+xml", 304)
            return
        if request.path == "/new-feed":
            status, headers = 200, {}
        items = "".join(
            f"<item><title>Entry {n}</title><link>{self.origin}/page/{n}</link></item>"
            for n in range(self.entries)
        )
        body = f"<rss version='2.0'><channel><title>Example Times</title>{items}</channel></rss>".encode()
        answer(request, body, "application/rss+xml", status, {"ETag": etag, **headers})


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk()
    with serving(made) as origin:
        made.origin = origin
        yield made


@pytest.fixture
def articles(tmp_path: Path) -> ReadArticles:
    return ReadArticles(tmp_path / "articles.sqlite", write=True)


@pytest.fixture
def poller(desk: Desk, articles: ReadArticles) -> Poller:
    return Poller(articles, open_index(), 900, loopback=desk.origin, sleep=lambda _: None)


def test_new_entries_are_read_from_their_pages_once(
    desk: Desk, articles: ReadArticles, poller: Poller
) -> None:
    feed = f"{desk.origin}/feed"
    assert poller.pass_over([feed], now=0).fresh == 3
    assert [one.title for one in articles.newest("KE")] == [f"Kenya counts, number {n}" for n in (0, 1, 2)]
    assert poller.pass_over([feed], now=10).asked == 0
    desk.asked.clear()
    assert poller.pass_over([feed], now=1000).unchanged == 1
    assert desk.asked == ["/robots.txt", "/feed"]
    desk.entries = 4
    assert poller.pass_over([feed], now=2000).fresh == 1


def test_many_entries_come_over_several_passes(desk: Desk, poller: Poller) -> None:
    desk.entries = MOST + 5
    feed = f"{desk.origin}/feed"
    assert [poller.pass_over([feed], now=now).fresh for now in (0, 1000, 2000)] == [MOST, 5, 0]


def test_what_robots_forbid_is_not_asked(desk: Desk, articles: ReadArticles, poller: Poller) -> None:
    desk.robots = b"User-agent: *\nDisallow: /page/\n"
    assert poller.pass_over([f"{desk.origin}/feed"], now=0).fresh == 3
    assert not any(path.startswith("/page") for path in desk.asked)
    assert articles.has(f"{desk.origin}/page/1")
    desk.robots = b"User-agent: legation\nDisallow: /\n"
    desk.asked.clear()
    assert poller.pass_over([f"{desk.origin}/feed"], now=1000).failed == 1
    assert desk.asked == ["/robots.txt"]


def test_hosts_are_given_the_time_they_ask_for(desk: Desk, articles: ReadArticles) -> None:
    desk.robots = b"User-agent: *\nCrawl-delay: 7\n"
    slept: list[float] = []
    poller = Poller(articles, open_index(), loopback=desk.origin, sleep=slept.append)
    poller.pass_over([f"{desk.origin}/feed"], now=0)
    assert len(slept) == 4
    assert all(6 < seconds <= 7 for seconds in slept)


def test_a_failing_feed_is_put_off_twice_as_long_each_time(
    desk: Desk, articles: ReadArticles, poller: Poller
) -> None:
    feed = f"{desk.origin}/feed"
    desk.feed = (503, {})
    assert poller.pass_over([feed], now=0).failed == 1
    assert articles.feed(feed).due == 1800
    assert poller.pass_over([feed], now=1800).failed == 1
    assert articles.feed(feed).due == 1800 + 3600
    desk.feed = (200, {})
    assert poller.pass_over([feed], now=10_000).fresh == 3
    assert articles.feed(feed).failures == 0


def test_a_feed_that_is_gone_is_left_alone(desk: Desk, poller: Poller) -> None:
    desk.feed = (410, {})
    feed = f"{desk.origin}/feed"
    assert poller.pass_over([feed], now=0).failed == 1
    assert poller.pass_over([feed], now=10**9).asked == 0


def test_a_feed_that_has_moved_for_good_is_asked_there(
    desk: Desk, articles: ReadArticles, poller: Poller
) -> None:
    desk.feed = (301, {"Location": "/new-feed"})
    feed = f"{desk.origin}/feed"
    assert poller.pass_over([feed], now=0).fresh == 3
    assert articles.feed(feed).moved == f"{desk.origin}/new-feed"
    desk.asked.clear()
    desk.entries = 4
    poller.pass_over([feed], now=1000)
    assert "/feed" not in desk.asked


def test_one_bad_feed_does_not_stop_the_others(desk: Desk, articles: ReadArticles) -> None:
    said: list[str] = []
    poller = Poller(articles, open_index(), loopback=desk.origin, say=said.append, sleep=lambda _: None)
    done = poller.pass_over([f"{desk.origin}/page/1", "https://127.0.0.1/feed", f"{desk.origin}/feed"], now=0)
    assert (done.failed, done.fresh) == (2, 3)
    assert "is no feed" in said[0]
    assert "private address" in said[1]


def test_a_kill_loses_and_doubles_nothing(desk: Desk, tmp_path: Path) -> None:
    desk.entries, desk.slow = 12, 0.05
    path = tmp_path / "articles.sqlite"
    opml = tmp_path / "feeds.opml"
    opml.write_text(f'<opml version="2.0"><body><outline xmlUrl="{desk.origin}/feed"/></body></opml>')
    run = [sys.executable, "-c", (
        "import legation.build.poll as poll, sys; poll.BETWEEN = 0.0; from legation.cli import main; main(sys.argv[1:])"
    ), "read", "--feeds", str(opml), "--once", "--articles", str(path), "--loopback", desk.origin]  # fmt: skip
    with subprocess.Popen(run, stderr=subprocess.DEVNULL) as polling:
        while sum(asked.startswith("/page") for asked in desk.asked) < 4:
            assert polling.poll() is None
            time.sleep(0.01)
        os.kill(polling.pid, signal.SIGKILL)
    before = len(ReadArticles(path).newest("KE", 100))
    assert 0 < before < 12
    done = subprocess.run(run, capture_output=True, text=True, check=True)
    assert f"{12 - before} new articles" in done.stderr
    assert len(ReadArticles(path).newest("KE", 100)) == 12


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"<html/>",
        b"<opml><body/></opml>",
        b"<opml",
        b'<!DOCTYPE x [<!ENTITY a "aaa">]><opml><body>&a;</body></opml>',
    ],
)
def test_a_list_that_names_no_feed_is_refused(text: bytes) -> None:
    with pytest.raises(UnreadableInput, match=r"feeds\.opml"):
        list(read_opml(text, "feeds.opml"))
