"""The notice: its words, its forms, and the element inside hostile pages in a real browser."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Page, expect

from legation.site.assets import files
from legation.site.banner import banner, banner_html, banner_text
from legation.site.edition import Edition
from legation.site.site import Site

HOSTILE = """<!doctype html><html lang="en"><title>News</title>
<style>*{{font:40px/3 cursive!important;color:red!important}}
aside,p,consular-notice a{{display:none!important}}</style>
<script>Array.prototype.map = () => {{ throw Error("hostile") }}; Object.prototype.country = "XX"</script>
<consular-notice country="RU" dismissible {more}>
<a id="fallback" href="{origin}/en/ru/">Consular assistance</a></consular-notice>
<script type="module" src="{origin}/banner.js"></script>"""


class Host:
    """A newspaper on another origin, with its own policy."""

    def __init__(self) -> None:
        self.body, self.policy = b"", ""
        host = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.send_header("content-type", "text/html; charset=utf-8")
                self.send_header("content-security-policy", host.policy)
                self.end_headers()
                self.wfile.write(host.body)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def visit(self, page: Page, origin: str, policy: str, more: str = "") -> None:
        self.body, self.policy = HOSTILE.format(origin=origin, more=more).encode(), policy
        page.goto(f"http://127.0.0.1:{self.server.server_port}/article")


@pytest.fixture
def host() -> Iterator[Host]:
    newspaper = Host()
    yield newspaper
    newspaper.server.shutdown()
    newspaper.server.server_close()


def test_the_words(edition: Edition) -> None:
    assert banner_text(banner(edition, "RU", "2026-09-15", origin="https://example.org")) == (
        "Consular assistance in Russia. Russia is currently at war in Ukraine. Are you in Russia and need consular "
        "assistance? Find your country’s embassy. https://example.org/en/ru/\n"
    )
    assert "in the Netherlands" in banner_html(banner(edition, "NL", "2026-09-15"))


def test_the_element_loads_its_words_from_us(site: Site) -> None:
    words = json.loads(site.page("/banner/ar/ru.json").body)
    assert (words["country"], words["language"], words["direction"]) == ("RU", "ar", "rtl")
    assert site.page("/banner/en/zz.json").status == 404
    assert b"<aside" in site.page("/banner/en/ru.html").body


def test_oembed(site: Site) -> None:
    answer = json.loads(site.page("/oembed", {"url": "https://example.org/en/ru/", "format": "json"}).body)
    assert (answer["type"], answer["version"]) == ("rich", "1.0")
    assert "https://example.org/en/ru/" in answer["html"]
    for url in ("https://elsewhere.invalid/en/ru/", "https://example.org/", "http://[", ""):
        assert site.page("/oembed", {"url": url}).status == 404


def test_the_element_is_small() -> None:
    assert len(files()["banner.js"]) < 4_000


@pytest.mark.browser
@pytest.mark.server
def test_it_stands_in_a_hostile_page(page: Page, host: Host, origin: str) -> None:
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline' {origin}"
    policy += f"; connect-src {origin}"
    host.visit(page, origin, policy)
    box = page.locator("consular-notice aside")
    expect(box).to_contain_text("Are you in Russia and need consular assistance?")
    assert box.evaluate("one => getComputedStyle(one).display") == "flex"
    assert box.evaluate("one => getComputedStyle(one).fontSize") == "16px"
    expect(box.get_by_role("link")).to_have_attribute("href", f"{origin}/en/ru/")
    assert page.evaluate("document.styleSheets.length + document.adoptedStyleSheets.length") == 1
    assert page.context.cookies() == []
    box.get_by_role("button", name="Close").click()
    expect(box).to_be_hidden()


@pytest.mark.browser
@pytest.mark.server
def test_without_its_words_the_link_stays(page: Page, host: Host, origin: str) -> None:
    page.route("**/banner/**", lambda route: route.abort())
    host.visit(page, origin, f"script-src 'unsafe-inline' {origin}")
    assert page.locator("#fallback").count() == 1
    assert page.locator("consular-notice").evaluate("one => one.shadowRoot") is None


@pytest.mark.browser
@pytest.mark.server
@pytest.mark.parametrize(("theme", "paper"), [("dark", "rgb(26, 36, 43)"), ("light", "rgb(244, 248, 249)")])
def test_theme_and_language(page: Page, host: Host, origin: str, theme: str, paper: str) -> None:
    host.visit(page, origin, f"script-src 'unsafe-inline' {origin}", f'theme="{theme}" lang="ar"')
    box = page.locator("consular-notice aside")
    expect(box).to_have_attribute("dir", "rtl")
    assert box.evaluate("one => getComputedStyle(one).backgroundColor") == paper
