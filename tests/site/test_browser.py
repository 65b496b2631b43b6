"""The journeys of a person, in a real browser on a small telephone."""

import re

import pytest
from playwright.sync_api import Browser, Page, PdfMargins, expect

pytestmark = [pytest.mark.browser, pytest.mark.server]


@pytest.mark.parametrize(
    "path",
    [
        "/en/ru/nl/",
        "/en/ru/gb/",
        "/en/af/nl/",
        "/en/bv/dm/",
        "/en/vc/bs/?need=travel-document",
        "/ar/ru/nl/",
        "/ar/cd/gb/",
        "/de/iq/us/",
        "/hi/ml/fr/",
        "/zh/us/cn/",
        "/ru/gq/st/",
    ],
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


def test_names_while_one_types(page: Page, origin: str) -> None:
    page.goto(origin + "/fr/")
    field = page.get_by_role("combobox", name="Citoyen de")
    field.press_sequentially("cote")
    options = page.get_by_role("listbox").get_by_role("option")
    expect(options).to_have_text(["Côte d’Ivoire"])
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", options.first.get_attribute("id") or "?")
    field.press("Enter")
    expect(field).to_have_value("Côte d’Ivoire")
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.get_by_role("combobox", name="Où êtes-vous ?").press_sequentially("Russi")
    page.get_by_role("option", name="Russie", exact=True).click()
    page.get_by_role("button", name="Trouver de l’aide").click()
    expect(page).to_have_url(re.compile("/fr/ru/ci/$"))


def test_a_refugee_says_so_in_the_form(page: Page, origin: str) -> None:
    page.goto(origin + "/de/")
    page.get_by_role("combobox", name="Staatsangehörigkeit").press_sequentially("flücht")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.get_by_role("combobox", name="Wo sind Sie?").fill("Malaysia")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/de/my/refugee/$"))
    expect(page.locator(".lead")).to_contain_text("UNHCR")


def test_the_nearest_post_is_reckoned_on_the_device(chromium: Browser, origin: str) -> None:
    context = chromium.new_context(
        geolocation={"latitude": 59.9, "longitude": 30.3}, permissions=["geolocation"]
    )
    page = context.new_page()
    page.goto(origin + "/en/ru/nl/")
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("button", name="Which one is nearest to me?").click()
    expect(page.locator("[data-near] [role=status]")).to_contain_text("Saint Petersburg ~")
    assert asked == []
    context.close()


def test_the_map_goes_from_post_to_post(page: Page, origin: str) -> None:
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
    moved = canvas.evaluate("one => one.toDataURL()")
    assert moved != before
    page.keyboard.press("n")
    said = page.locator(".focused")
    expect(said).to_contain_text(re.compile(r" 1/\d+$"))
    assert canvas.evaluate("one => one.toDataURL()") != moved
    page.get_by_role("button", name="Next post").click()
    expect(said).to_contain_text(re.compile(r" 2/\d+$"))
    said.get_by_role("link").click()
    expect(page).to_have_url(re.compile("/en/post/"))


def test_a_post_is_called_and_written_to_by_a_tap(page: Page, origin: str) -> None:
    page.goto(origin + "/en/iq/us/")
    page.locator(".lead h2 a").click()
    lead = page.locator(".lead")
    assert (lead.locator("a.button").first.get_attribute("href") or "").startswith("tel:+")
    assert lead.locator("a[href^='mailto:']").count() > 0
    expect(page.locator("figure svg")).to_be_visible()
    for fact in page.locator(".facts > div").all():
        assert re.search(r"\d{4}-\d{2}-\d{2}", fact.text_content() or ""), fact.text_content()
    expect(page.get_by_role("link", name="Report a mistake")).to_have_attribute("href", "/en/about/#mistake")


CARDS = ("/en/ru/nl/", "/de/iq/us/", "/ar/ru/gb/", "/ar/cd/gb/", "/en/us/mx/", "/en/af/nl/")


@pytest.mark.parametrize("path", CARDS)
def test_the_card_is_one_sheet_of_a6(page: Page, origin: str, path: str) -> None:
    page.goto(f"{origin}{path}card/")
    # Not every chromium prints in the size that a style asks for: the size is given, and the margin of `@page card`.
    margin = "7mm"
    edges: PdfMargins = {"top": margin, "right": margin, "bottom": margin, "left": margin}
    document = page.pdf(format="A6", margin=edges)
    sheets = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", document)
    assert [(round(float(width)), round(float(height))) for width, height in sheets] == [(298, 420)]


def test_numbers_keep_their_direction_in_arabic(page: Page, origin: str) -> None:
    page.goto(origin + "/ar/ru/gb/")
    number = page.locator(".lead .number").first
    assert number.evaluate("one => getComputedStyle(one).unicodeBidi") == "isolate"
    assert number.evaluate("one => getComputedStyle(one).direction") == "ltr"
    expect(page.locator(".lead .hours")).to_contain_text("\u206609:00–13:00\u2069")
