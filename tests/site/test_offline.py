"""Without a network: what was visited, what was kept, and that the page says how old it is."""

import re

import pytest
from playwright.sync_api import Page, expect

from legation.model.situation import LANGUAGES
from legation.site.assets import asset, files
from legation.site.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.server]

MOST_KEPT = 300_000
"""Bytes that a place may take on a phone."""


def wait_until_kept(page: Page, *paths: str) -> None:
    for path in paths:
        for _ in range(200):
            if page.evaluate("async path => Boolean(await caches.match(path))", path):
                break
            page.wait_for_timeout(25)
        else:
            raise TimeoutError(path)


def test_what_was_visited_is_there_without_a_network(page: Page, origin: str) -> None:
    page.goto(origin + "/en/ru/nl/")
    wait_until_kept(page, "/en/ru/nl/", "/en/ru/pocket/")
    page.goto(origin + "/en/")
    wait_until_kept(page, "/en/", "/en/places.json")
    page.context.set_offline(True)
    page.goto(origin + "/en/ru/nl/")
    expect(page.locator(".lead")).to_contain_text("Moscow")
    page.goto(origin + "/en/ru/fr/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Russia")
    expect(page.locator(".facts")).to_contain_text("Embassy of France in Moscow")
    page.goto(origin + "/en/")
    page.get_by_role("combobox", name="Citizen of").fill("Netherlands")
    page.get_by_role("combobox", name="Where are you?").fill("Russia")
    page.get_by_role("button", name="Find help").click()
    expect(page).to_have_url(re.compile("/en/ru/nl/$"))


def test_keep_a_place_and_forget_it(page: Page, origin: str) -> None:
    page.goto(origin + "/en/ru/nl/")
    page.get_by_role("link", name="Keep this place on my phone").click()
    page.get_by_role("button", name="Keep it on this phone").click()
    expect(page.get_by_role("status")).to_contain_text("Kept on this phone")
    page.goto(origin + "/en/about/")
    page.get_by_role("button", name="Forget them").click()
    expect(page.get_by_role("status")).to_have_text("Forgotten.")


def test_an_old_page_says_so(page: Page, origin: str) -> None:
    page.clock.set_fixed_time("2031-01-01")
    page.goto(origin + "/en/ru/nl/")
    expect(page.locator("main .notes").first).to_contain_text("may be old")


def test_one_visit_to_an_answer_is_enough_to_search_the_rest(page: Page, origin: str) -> None:
    page.goto(origin + "/en/ru/nl/")
    wait_until_kept(
        page, "/en/ru/nl/", "/en/ru/pocket/", "/en/ru/", "/en/", "/en/places.json", asset("ask.js")
    )
    page.context.set_offline(True)
    page.goto(origin + "/en/")
    expect(page.locator("main .notes").first).to_contain_text("You are offline")
    page.get_by_role("combobox", name="Citizen of").fill("franc")
    page.get_by_role("combobox", name="Where are you?").fill("russ")
    page.get_by_role("button", name="Find help").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Russia")
    expect(page.locator(".facts")).to_contain_text("Embassy of France in Moscow")


def test_a_kept_page_is_made_new_when_the_network_is_back(page: Page, origin: str) -> None:
    page.goto(origin + "/en/ru/nl/")
    wait_until_kept(page, "/en/ru/nl/")
    old = "new Response('old', {headers: {'content-type': 'text/html'}})"
    put = f"async path => (await caches.open('pages-1')).put(path, {old})"
    page.evaluate(put, "/en/ru/nl/")
    page.goto(origin + "/en/ru/nl/")
    expect(page.locator(".lead")).to_contain_text("Moscow")
    newer = "async path => (await (await caches.match(path)).text()).includes('Moscow')"
    page.wait_for_function(newer, arg="/en/ru/nl/")
    page.context.set_offline(True)
    page.goto(origin + "/en/ru/nl/")
    expect(page.locator(".lead")).to_contain_text("Moscow")


def test_no_place_takes_more_than_it_may(site: Site) -> None:
    def size(path: str) -> int:
        page = site.page(path)
        assert page.status == 200
        return len(page.body)

    found = site.edition
    largest = sorted(found.inhabited, key=lambda code: -len(found.standing(code)))[:8]
    shared = sum(len(files()[name]) for name in ("site.css", "site.js", "ask.js", "icon.svg"))
    for language in LANGUAGES:
        common = shared + size(f"/{language}/") + size(f"/{language}/places.json")
        for code in largest:
            own = size(f"/{language}/{code.lower()}/pocket/") + size(f"/{language}/{code.lower()}/")
            assert common + own <= MOST_KEPT, (language, code, common + own)
