"""The journeys of a person, in a real browser on a small telephone."""

import re
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

pytestmark = [pytest.mark.browser, pytest.mark.server]

AXE = Path(__file__).parents[2] / ".venv" / "axe.min.js"
PAGES = [
    "/en/",
    "/en/places/",
    "/en/ru/nl/",
    "/en/af/nl/",
    "/en/my/refugee/",
    "/en/ru/nl/card/",
    "/en/ru/",
    "/en/ru/pocket/",
    "/en/nl/abroad/",
    "/en/post/Q4374029/",
    "/en/sources/",
    "/en/about/",
    "/en/zz/",
    "/en/find/?citizen=dutch&place=Georgia",
    "/ar/ru/nl/",
]
CHECK = "async () => (await axe.run()).violations.map(one => [one.id, ...one.nodes.map(node => node.html)])"


@pytest.mark.parametrize(
    ("scheme", "paths"), [("light", PAGES), ("dark", ["/en/", "/en/ru/nl/", "/en/af/nl/", "/en/ru/"])]
)
def test_axe_finds_nothing(
    chromium: Browser, origin: str, scheme: Literal["light", "dark"], paths: list[str]
) -> None:
    if not AXE.exists():
        pytest.skip("axe-core is not there: `make test` fetches it with npm")
    size: ViewportSize = {"width": 320, "height": 568}
    page = chromium.new_context(viewport=size, color_scheme=scheme, bypass_csp=True).new_page()
    for path in paths:
        page.goto(origin + path)
        page.add_script_tag(path=AXE)
        assert page.evaluate(CHECK) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
    page.context.close()


@pytest.mark.parametrize(
    "path", ["/en/ru/nl/", "/en/ru/gb/", "/en/af/nl/", "/ar/ru/nl/", "/de/iq/us/", "/hi/ml/fr/"]
)
def test_the_number_and_the_door_are_seen_without_scrolling(page: Page, origin: str, path: str) -> None:
    page.goto(origin + path)
    for part in (".lead .call", ".lead .go"):
        box = page.locator(part).first.bounding_box()
        assert box
        assert box["y"] + box["height"] <= 568


def test_ask_in_words_without_scripts(chromium: Browser, origin: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(origin + "/")
    page.get_by_role("combobox", name="Citizen of").fill("dutch")
    page.get_by_role("combobox", name="Where are you?").fill("moscow")
    page.get_by_role("button", name="Find help").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Moscow, Russia")
    context.close()


def test_choose_from_lists_without_scripts(chromium: Browser, origin: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(origin + "/en/")
    page.get_by_role("link", name="Choose from lists").click()
    page.get_by_role("link", name="Russia", exact=True).click()
    page.get_by_role("link", name="Germany", exact=True).click()
    expect(page.locator(".lead")).to_contain_text("Embassy of Germany in Moscow")
    context.close()


def test_by_keyboard_only(page: Page, origin: str) -> None:
    page.goto(origin + "/en/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("dutch")
    page.keyboard.press("Tab")
    page.keyboard.type("RU")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/en/ru/nl/$"))


def test_an_ambiguous_place_is_asked_about(page: Page, origin: str) -> None:
    page.goto(origin + "/en/find/?citizen=dutch&place=Georgia")
    page.locator(".people a").filter(has_text=re.compile("^Georgia$")).click()
    expect(page).to_have_url(re.compile("/en/ge/nl/$"))


def test_the_location_stays_on_the_device(chromium: Browser, origin: str) -> None:
    context = chromium.new_context(
        geolocation={"latitude": 48.85, "longitude": 2.35}, permissions=["geolocation"]
    )
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(origin + "/en/")
    page.get_by_role("button", name="Use my location").click()
    expect(page.get_by_role("combobox", name="Where are you?")).to_have_value("France")
    assert not [url for url in asked if "48" in url.rpartition("/")[2].partition("-")[0] or "2.35" in url]
    assert all(url.startswith(origin) for url in asked)
    context.close()


def test_the_map_is_loaded_only_when_wanted(page: Page, origin: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(origin + "/en/ru/")
    assert not [url for url in asked if "outlines" in url or "geojson" in url]
    page.get_by_text("Map", exact=True).click()
    canvas = page.locator("canvas")
    expect(canvas).to_have_attribute("width", re.compile(r"^(?!300$)\d+$"))
    before = canvas.evaluate("one => one.toDataURL()")
    canvas.focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("+")
    assert canvas.evaluate("one => one.toDataURL()") != before


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


def test_no_cookie_and_no_third_party(page: Page, origin: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in ("/en/", "/en/ru/", "/en/ru/nl/"):
        page.goto(origin + path)
    assert page.context.cookies() == []
    assert all(url.startswith(origin) for url in asked)


def test_right_to_left(page: Page, origin: str) -> None:
    page.goto(origin + "/ar/ru/nl/")
    brand, languages = (page.locator(f".top {one}").bounding_box() for one in ("a.brand", "a:not(.brand)"))
    assert brand
    assert languages
    assert brand["x"] > languages["x"]


def test_everything_to_tap_is_large_enough(page: Page, origin: str) -> None:
    page.goto(origin + "/en/ru/nl/")
    boxes = [
        link.bounding_box() for link in page.locator("a.touch, .button, summary").all() if link.is_visible()
    ]
    assert boxes
    assert all(box and box["height"] >= 44 for box in boxes)
