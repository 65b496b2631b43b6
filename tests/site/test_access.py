"""For everyone: axe-core on every kind of page, journeys with keys alone, names that a screen reader says."""

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
    "/en/changes/",
    "/en/iq/us/",
    "/en/nl/nl/",
    "/en/find/?citizen=dutch&place=Georgia",
    "/en/find/?citizen=dutch&place=Xyzzyq",
]
PAGES_RTL = [path.replace("/en/", "/ar/", 1) for path in PAGES]
CHECK = "async () => (await axe.run()).violations.map(one => [one.id, ...one.nodes.map(node => node.html)])"


@pytest.mark.parametrize(
    ("scheme", "paths"), [("light", PAGES), ("dark", PAGES), ("light", PAGES_RTL), ("dark", PAGES_RTL[:7])]
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


def test_axe_finds_nothing_in_what_opens(page: Page, chromium: Browser, origin: str) -> None:
    if not AXE.exists():
        pytest.skip("axe-core is not there: `make test` fetches it with npm")
    page = chromium.new_context(viewport={"width": 320, "height": 568}, bypass_csp=True).new_page()
    page.goto(origin + "/en/")
    page.get_by_role("combobox", name="Citizen of").press_sequentially("uni")
    page.keyboard.press("ArrowDown")
    page.add_script_tag(path=AXE)
    assert page.evaluate(CHECK) == []
    page.goto(origin + "/en/ru/")
    page.get_by_text("Map", exact=True).click()
    page.get_by_role("button", name="Next post").click()
    page.add_script_tag(path=AXE)
    assert page.evaluate(CHECK) == []
    page.context.close()


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


def tab_to(page: Page, name: str) -> None:
    """Press Tab until what has this name has the focus."""
    for _ in range(80):
        page.keyboard.press("Tab")
        said = page.evaluate(
            "document.activeElement.getAttribute('aria-label') || document.activeElement.textContent"
        )
        if str(said).strip() == name:
            return
    raise LookupError(name)


def test_from_a_place_to_a_number_by_keys(page: Page, origin: str) -> None:
    page.goto(origin + "/en/ru/")
    page.get_by_label("Citizen of").focus()
    page.keyboard.type("Netherl")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/en/ru/nl/$"))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    tab_to(page, "Embassy of the Netherlands in Moscow")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.href") == "tel:+31247247247"


def test_another_language_by_keys(page: Page, origin: str) -> None:
    page.goto(origin + "/en/ru/nl/")
    tab_to(page, "Languages: English")
    page.keyboard.press("Enter")
    tab_to(page, "العربية")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/ar/ru/nl/$"))
    expect(page.locator("html")).to_have_attribute("dir", "rtl")


def test_what_a_screen_reader_says_of_the_form(page: Page, origin: str) -> None:
    page.goto(origin + "/en/")
    expect(page.get_by_role("main")).to_match_aria_snapshot("""
      - heading "Who can help me abroad?" [level=1]
      - search:
        - paragraph:
          - combobox "Citizen of"
        - paragraph:
          - combobox "Where are you?"
        - paragraph:
          - button "Use my location"
          - status
        - paragraph:
          - button "Find help"
        - paragraph:
          - link "Choose from lists"
    """)


def test_what_a_screen_reader_says_of_an_answer(page: Page, origin: str) -> None:
    page.goto(origin + "/en/ru/nl/")
    expect(page.get_by_role("main")).to_match_aria_snapshot("""
      - heading "Citizen of Netherlands Place Russia" [level=1]
      - region "First":
        - heading "Embassy of the Netherlands in Moscow" [level=2]
        - paragraph: Go to Moscow, Russia
        - paragraph:
          - link /Day and night .*/
      - heading "Mind" [level=2]
      - heading "Local emergency numbers" [level=2]
      - heading "Other ways to be helped" [level=2]
      - heading "Foreign ministry" [level=2]
      - heading "More" [level=2]
    """)


def test_what_a_screen_reader_says_of_a_post_and_a_place(page: Page, origin: str) -> None:
    page.goto(origin + "/en/post/Q4374029/")
    expect(page.get_by_role("main")).to_match_aria_snapshot("""
      - heading "Embassy of the Netherlands in Moscow" [level=1]
      - region "First":
        - paragraph:
          - link /Day and night .*/
      - list:
        - listitem:
          - link "All ways to be helped there"
      - heading "What is known, and from whom" [level=2]
      - term: Website
    """)
    page.goto(origin + "/en/ru/")
    expect(page.get_by_role("main")).to_match_aria_snapshot("""
      - heading "Russia" [level=1]
      - paragraph: Russia is currently at war in Ukraine.
      - paragraph:
        - combobox "Citizen of"
      - paragraph:
        - button "Find help"
      - navigation "On this page"
      - heading "Local emergency numbers" [level=2]
      - heading "Travel advice" [level=2]
      - heading "Who is here" [level=2]
    """)
