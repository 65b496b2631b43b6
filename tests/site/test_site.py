"""Pages as people and programs get them."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.model.situation import LANGUAGES
from legation.site.assets import asset, assets
from legation.site.page import Page
from legation.site.site import Site

ROUND_TRIP = 14_000
"""Bytes that arrive in the first round trip of a connection (ten segments, RFC 6928)."""


def text(page: Page) -> str:
    return page.body.decode()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "path",
    [
        "",
        "places/",
        "ru/",
        "ru/nl/",
        "ru/nl/card/",
        "ru/pocket/",
        "nl/abroad/",
        "my/refugee/",
        "about/",
        "sources/",
    ],
)
def test_every_page_exists_in_every_language(site: Site, language: str, path: str) -> None:
    page = site.page(f"/{language}/{path}")
    assert page.status == 200
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in text(page)
    assert text(page).count("<h1") == 1


@pytest.mark.parametrize("path", ["/en/ru/nl/", "/en/ru/gb/", "/ar/af/de/", "/hi/iq/us/"])
def test_an_answer_with_its_styles_fits_one_round_trip(site: Site, path: str) -> None:
    styles = assets()[asset("site.css")]
    assert len(site.page(path).packed or b"") + len(styles.packed or b"") < ROUND_TRIP


def test_the_number_and_the_door_come_before_everything_else(site: Site) -> None:
    shown = text(site.page("/en/ru/nl/"))
    number, door, mind = (shown.index(words) for words in ("tel:+31247247247", "Go to", ">Mind<"))
    assert number < mind
    assert door < mind


def test_the_json_is_the_answer(site: Site) -> None:
    answer = json.loads(site.page("/en/ru/nl.json").body)
    assert answer["query"]["citizen"] == ["NL"]
    assert answer["query"]["place"]["receiving"] == "RU"
    assert answer["options"][0]["post"]["city"] == "Moscow"


def test_dual_nationals_and_parameters(site: Site) -> None:
    answer = json.loads(
        site.page("/en/ru/nl+tr.json", {"on": "2022-11-16", "need": "arrest", "city": "524901"}).body
    )
    assert answer["query"]["citizen"] == ["NL", "TR"]
    assert (answer["query"]["on"], answer["query"]["need"]) == ("2022-11-16", "arrest")
    assert answer["query"]["place"]["name"] == "Moscow"


@pytest.mark.parametrize(
    ("path", "query", "status", "code"),
    [
        ("/en/zz.json", {}, 404, "unknown-place"),
        ("/en/ru/zz.json", {}, 404, "unknown-place"),
        ("/en/post/Q0.json", {}, 404, "unknown-post"),
        ("/en/ru/nl.json", {"on": "0000-01-01"}, 400, "bad-date"),
        ("/en/ru/nl.json", {"need": "beer"}, 400, "unknown-need"),
        ("/en/ru/nl.json", {"status": "king"}, 400, "unknown-status"),
        ("/en/ru/stateless.json", {"status": "king"}, 400, "unknown-status"),
        ("/en/ru/nl.json", {"city": "2988507"}, 404, "unknown-city"),
        ("/en/ru/nl.json", {"city": "٣"}, 404, "unknown-city"),
        ("/en/ru/nl.json", {"region": "US.TX"}, 404, "unknown-region"),
        ("/en/us/nl.json", {"region": "US.ZZ"}, 404, "unknown-region"),
        ("/en/ru/nl.json", {"colour": "red"}, 400, "unknown-parameter"),
        ("/en/find.json", {"citizen": "dutch", "place": "georgia"}, 400, "ambiguous-place"),
        ("/nonsense.json", {}, 404, "no-page"),
    ],
)
def test_what_cannot_be_used_is_said_as_data(
    site: Site, path: str, query: dict[str, str], status: int, code: str
) -> None:
    page = site.page(path, query)
    assert page.status == status
    assert json.loads(page.body)["error"]["code"] == code


@pytest.mark.parametrize(
    "path", ["/en/zz/", "/xx", "/en/ru/zz/", "/en/post/Q0/", "/fr/nothing/", "/" + "a" * 400]
)
def test_a_missing_page_helps(site: Site, path: str) -> None:
    page = site.page(path)
    assert page.status == 404
    assert '<form class="ask"' in text(page)


def test_a_region_says_whence_it_measures(site: Site) -> None:
    answer = json.loads(site.page("/en/us/de.json", {"region": "US.TX"}).body)
    assert answer["query"]["place"]["name"] == "Texas"
    assert "region-centre" in {warning["code"] for warning in answer["warnings"]}
    assert "Texas, United States" in text(site.page("/en/us/de/", {"region": "US.TX"}))


@pytest.mark.parametrize(
    ("citizen", "place", "goes_to"),
    [
        ("dutch", "moscow", "/en/ru/nl/?city=524901"),
        ("NL", "RU", "/en/ru/nl/"),
        ("german", "texas", "/en/us/de/?region=US.TX"),
        ("Нидерланды", "Россия", "/en/ru/nl/"),
        ("stateless", "Malaysia", "/en/my/stateless/"),
    ],
)
def test_words_lead_to_the_answer(site: Site, citizen: str, place: str, goes_to: str) -> None:
    page = site.page("/en/find/", {"citizen": citizen, "place": place})
    assert (page.status, page.location) == (303, goes_to)


def test_free_words_lead_to_the_answer(site: Site) -> None:
    assert site.page("/en/find/", {"q": "dutch in moscow"}).location == "/en/ru/nl/?city=524901"


def test_an_ambiguous_word_asks(site: Site) -> None:
    page = site.page("/en/find/", {"citizen": "dutch", "place": "Georgia"})
    assert page.status == 300
    assert "citizen=dutch&amp;place=GE" in text(page)


def test_a_guess_is_confirmed_by_the_person(site: Site) -> None:
    page = site.page("/en/find/", {"citizen": "dutch", "place": "moscw"})
    assert page.status == 200
    assert page.location is None
    assert "/en/ru/nl/" in text(page)


def test_what_was_typed_is_shown_as_text(site: Site) -> None:
    page = site.page("/en/find/", {"citizen": "<script>alert(1)</script>", "place": '"><img src=x>'})
    assert b"<script>alert" not in page.body
    assert b"<img" not in page.body


def test_a_post_shows_who_says_so(site: Site) -> None:
    post = json.loads(site.page("/en/ru/nl.json").body)["options"][0]["post"]
    shown = text(site.page(f"/en/post/{post['id']}/"))
    assert "wikidata" in shown
    assert re.search(r'<time datetime="20\d\d-\d\d-\d\d">', shown)
    assert site.page(f"/en/post/{post['id']}.vcf").body.startswith(b"BEGIN:VCARD\r\nVERSION:4.0")


def test_pages_name_their_translations(site: Site) -> None:
    assert '<link rel="alternate" hreflang="ar" href="https://example.org/ar/ru/nl/">' in text(
        site.page("/en/ru/nl/")
    )


def test_sources_are_credited(site: Site) -> None:
    assert "Data by the Example Ministry." in text(site.page("/en/sources/"))


def test_same_path_same_bytes(site: Site) -> None:
    assert site.page("/fr/ru/nl/") == site.page("/fr/ru/nl/")


@settings(max_examples=60, deadline=None)
@given(
    st.text(max_size=40),
    st.dictionaries(
        st.sampled_from(["citizen", "place", "q", "on", "city", "region", "x"]), st.text(max_size=30)
    ),
)
def test_any_request_gives_a_page(site: Site, tail: str, query: dict[str, str]) -> None:
    for path in (f"/{tail}", f"/en/{tail}", "/en/find/", "/en/ru/nl/"):
        assert site.page(path, query).status in (200, 300, 303, 308, 400, 404)


@pytest.mark.parametrize("path", ["/en/", "/en/ru/", "/en/ru/nl/", "/en/nl/abroad/"])
def test_no_page_asks_anything_of_a_third_party(site: Site, path: str) -> None:
    loaded = re.findall(
        r'(?:src|action)="([^"]+)"|<link rel="(?:stylesheet|icon|manifest)" href="([^"]+)"',
        text(site.page(path)),
    )
    assert all((one or other).startswith("/") for one, other in loaded)
    assert " style=" not in text(site.page(path))
    assert not re.search(r"<script(?![^>]+(?:src=|ld\+json))", text(site.page(path)))


def test_the_page_of_changes_names_posts_and_its_feed_and_data_have_them(site: Site) -> None:
    page = text(site.page("/de/changes/"))
    assert "Botschaften und Konsulate" in page
    assert 'href="/de/post/' in page
    data = json.loads(site.page("/en/changes.json").body)
    assert {one["source"] for one in data["posts"]} >= {"status"}
    assert b"/post/" in site.page("/en/changes.atom").body


@pytest.mark.parametrize(
    ("query", "target"),
    [
        ({"q": "syrian refugee in germany"}, "/en/de/sy/?status=refugee"),
        ({"q": "stateless in malaysia"}, "/en/my/stateless/"),
        ({"q": "dutch and turkish in moscow"}, "/en/ru/nl+tr/?city=524901"),
        ({"citizen": "NL, TR", "place": "RU"}, "/en/ru/nl+tr/"),
    ],
)
def test_words_may_say_a_status_or_two_citizenships(site: Site, query: dict[str, str], target: str) -> None:
    assert site.page("/en/find/", query).location == target


def test_a_choice_keeps_the_rest_of_the_words(site: Site) -> None:
    page = site.page("/en/find/", {"q": "dutch in georgia"})
    assert page.status == 300
    assert "?q=dutch+in+GE" in page.body.decode()
    assert site.page("/en/find/", {"q": "dutch in GE"}).location == "/en/ge/nl/"
