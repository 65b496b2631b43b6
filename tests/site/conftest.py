"""The site over the packaged directory, as of a fixed day."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from tests.site.serving import served

from legation.site.app import make_app
from legation.site.edition import Edition, open_edition
from legation.site.site import Site
from legation.site.view import Credit, Setting

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DAY = "2026-11-23"
CREDIT = Credit(
    "example",
    "Example Ministry",
    "List of posts (invented)",
    "https://example.org/",
    "CC0-1.0",
    "https://example.org/licence",
    "Data by the Example Ministry.",
    "2025-01-02",
    3,
)


@pytest.fixture(scope="session")
def edition() -> Edition:
    return open_edition()


@pytest.fixture(scope="session")
def site(edition: Edition) -> Site:
    return Site(edition, DAY, Setting(origin="https://example.org", credits=(CREDIT,)))


@pytest.fixture(scope="session")
def origin() -> Iterator[str]:
    """A real server on loopback, in a thread of this process."""
    with served(make_app(Setting(credits=(CREDIT,)))) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Debian's chromium; `make test` installs it where it may."""
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A fresh profile on a small telephone; any error in the console fails the test."""
    context = chromium.new_context(viewport={"width": 320, "height": 568})
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page
    context.close()
    assert [line for line in wrong if "net::ERR_" not in line] == []
