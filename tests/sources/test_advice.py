"""Every reader on small entries in its source's form; places are real, the rest is invented."""

import json
from pathlib import Path
from typing import Any

import pytest

from legation.errors import StopSource
from legation.model.situation import Statement
from legation.sources import declarations, get_forms
from legation.sources.advice_au.read import read_export
from legation.sources.advice_ca.read import read_index
from legation.sources.advice_ca.read import read_table as read_canadian_table
from legation.sources.advice_de.read import read_mapped, read_response
from legation.sources.advice_gb.read import read_pages
from legation.sources.advice_jp.read import read_arrivals
from legation.sources.advice_nl.read import find_colours, read_advice
from legation.sources.advice_us.read import read_api, read_rss
from legation.sources.advice_us.read import read_table as read_american_table
from legation.sources.codes import PlaceCodes
from legation.sources.reading import Reading

CODES = PlaceCodes.read(Path(__file__).resolve().parents[2] / "data")
SEEN = "2026-09-26T00:00:00Z"


def said(reading: Reading) -> dict[str, tuple[int | None, int | None]]:
    return {one.place: (one.level, one.regional_max) for one in reading.statements}


def aside(reading: Reading) -> set[str]:
    return {remark.code for remark in reading.remarks}


def encoded(thing: object) -> bytes:
    return json.dumps(thing).encode()


def american(title: str, **more: Any) -> dict[str, Any]:
    return {
        "Title": title,
        "Link": "https://example.org/x",
        "Category": ["CH"],
        "Updated": "2026-09-03T20:00:00-04:00",
        **more,
    }


def test_the_american_level_and_place_stand_in_the_title() -> None:
    items = [
        american("China - Level 2: Exercise Increased Caution"),
        american("Mexico Travel Advisory - Level 2: Exercise Increased Caution"),
        american("Côte d’Ivoire - Level 2: Exercise Increased Caution"),
        american("Israel, the West Bank and Gaza - Other"),
    ]
    reading = read_api(encoded(items), CODES, SEEN)
    assert said(reading) == {
        "CI": (2, None),
        "CN": (2, None),
        "IL": (None, None),
        "MX": (2, None),
        "PS": (None, None),
    }
    assert reading.statements[1] == Statement(
        "CN", 2, wording="Exercise Increased Caution", updated="2026-09-03", url="https://example.org/x"
    )


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("Atlantis - Level 2: Exercise Increased Caution", "unknown-place"),
        ("Atlantis - No Level Assigned", "no-level"),
        ("France - Level 5: Panic", "unknown-level"),
        ("Mainland China, Hong Kong & Macau - See Summaries - Level 3: Reconsider Travel", "several-places"),
    ],
)
def test_american_titles_that_say_nothing_of_one_place(title: str, reason: str) -> None:
    reading = read_api(encoded([american(title)]), CODES, SEEN)
    assert reading.statements == ()
    assert aside(reading) == {reason}


def test_the_american_feed_and_table_say_the_same() -> None:
    feed = b"""<rss version="2.0"><channel><item><title>Suriname - Level 1: Exercise Normal Precautions</title>
      <link>https://example.org/sur</link><pubDate>Tue, 08 Sep 2026</pubDate></item></channel></rss>"""
    row = {
        "destination": "Suriname",
        "risk_level": "Level 1: Exercise Normal Precautions",
        "last_updated": "2026-09-08T00:00:00",
        "details_url": "https://example.org/sur",
    }
    assert read_rss(feed, CODES, SEEN).statements == read_american_table([row], CODES, SEEN).statements
    assert read_american_table([row | {"risk_level": None}], CODES, SEEN).statements == ()


def canadian(state: object, regional: object = 0, iso: str = "MX", name: str = "Mexico") -> bytes:
    entry = {
        "country-iso": iso,
        "country-eng": name,
        "advisory-state": state,
        "has-regional-advisory": regional,
        "date-published": {"timestamp": 1790254415},
        "eng": {"url-slug": "mexico"},
    }
    return encoded({"data": {iso: entry}})


def test_the_canadian_state_may_be_a_number_or_text() -> None:
    for state in (3, "3"):
        reading = read_index(canadian(state), CODES, SEEN)
        assert said(reading) == {"MX": (4, 4)}
        assert reading.statements[0].updated == "2026-09-24"
    assert said(read_index(canadian(0), CODES, SEEN)) == {"MX": (1, 1)}


def test_canadian_regional_advice_has_no_stated_level() -> None:
    reading = read_index(canadian(1, 1), CODES, SEEN)
    assert said(reading) == {"MX": (2, None)}
    assert reading.statements[0].regional
    assert reading.statements[0].wording == "Exercise a high degree of caution (with regional advisories)"
    row = {
        "destination": "Mexico",
        "risk_level": "Exercise a high degree of caution (with regional advisories)",
    }
    assert said(read_canadian_table([row], CODES, SEEN)) == {"MX": (2, None)}


@pytest.mark.parametrize("state", [4, -1, "", None, "high", True, 1.5, [1]])
def test_a_canadian_state_that_does_not_exist_is_set_aside(state: object) -> None:
    reading = read_index(canadian(state), CODES, SEEN)
    assert reading.statements == ()
    assert aside(reading) == {"unknown-level"}


def test_canada_speaks_of_israel_and_palestine_in_one() -> None:
    reading = read_index(canadian(2, 1, "IL", "Israel and Palestine"), CODES, SEEN)
    assert set(said(reading)) == {"IL", "PS"}
    assert (
        said(read_canadian_table([{"destination": "Azores", "risk_level": "Avoid all travel"}], CODES, SEEN))
        == {}
    )


def german(code: str | None = "JO", **flags: Any) -> dict[str, Any]:
    none = {
        "warning": False,
        "partialWarning": False,
        "situationWarning": False,
        "situationPartWarning": False,
    }
    return {"countryCode": code, "countryName": "Erfunden*", "lastModified": 1774438976, **none, **flags}


@pytest.mark.parametrize(
    ("flags", "levels"),
    [
        ({}, (1, 1)),
        ({"warning": True}, (4, 4)),
        ({"partialWarning": True}, (2, 4)),
        ({"warning": True, "partialWarning": True}, (4, 4)),
        ({"situationWarning": True}, (3, 3)),
        ({"situationPartWarning": True}, (2, 2)),
    ],
)
def test_german_flags(flags: dict[str, Any], levels: tuple[int, int]) -> None:
    body = encoded({"response": {"199124": german(**flags), "lastModified": 1, "contentList": ["199124"]}})
    reading = read_response(body, CODES, SEEN)
    assert said(reading) == {"JO": levels}
    assert reading.statements[0].updated == "2026-03-25"
    assert reading.statements[0].url == "https://www.auswaertiges-amt.de/opendata/travelwarning/199124"


def test_german_codes_in_any_case_and_entries_without_one() -> None:
    reading = read_response(
        encoded({"response": {"1": german("mx"), "2": german("QQ"), "3": german(None)}}), CODES, SEEN
    )
    assert set(said(reading)) == {"MX"}
    assert [remark.code for remark in reading.remarks] == ["unknown-place", "unknown-place"]
    row = {"country_code": "YE", "country_name": "Jemen", "last_modified_iso": "2025-04-11T09:05:26+00:00"}
    flags = {"warning": 1, "partial_warning": 0, "situation_warning": 0, "situation_part_warning": 0}
    assert said(read_mapped(encoded([row | flags | {"content_id": 1}]), CODES, SEEN)) == {"YE": (4, 4)}


def australian(level: str, levels: str = "", title: str = "Japan") -> bytes:
    row = {"title": title, "field_overall_advice_level": level, "field_advice_levels": levels}
    return encoded([row | {"field_url": "https://example.org/j", "changed": "Sun, 2026-03-01 10:29"}])


def test_the_australian_level_of_parts_is_read_from_fixed_phrases_only() -> None:
    levels = "Exercise a high degree of caution overall., Do not travel Do not travel to the north. Reconsider nothing."
    reading = read_export(australian("Exercise a high degree of caution", levels), CODES, SEEN)
    assert said(reading) == {"JP": (2, 4)}
    assert reading.statements[0].updated == "2026-03-01"


def test_no_australian_advice_is_no_level() -> None:
    assert aside(read_export(australian("No travel advice"), CODES, SEEN)) == {"no-level"}
    assert aside(read_export(australian("Stay home"), CODES, SEEN)) == {"unknown-level"}
    ivory = read_export(australian("Do not travel", title="Côte d&#039;Ivoire (Ivory Coast)"), CODES, SEEN)
    assert said(ivory) == {"CI": (4, None)}


@pytest.mark.parametrize(
    ("prose", "levels"),
    [
        ("<p>De kleurcode van het reisadvies voor X is groen.</p>", (1, 1)),
        (
            "<ul><li>De kleurcode is rood voor het noorden.</li><li>Voor de rest van X geldt kleurcode geel.</li></ul>",
            (2, 4),
        ),
        ("<p>De kleurcode is rood voor het westen. Voor het zuiden geldt kleurcode oranje.</p>", (3, 4)),
        ("<p>Let op: rood licht bij de grens.</p>", None),
        ("", None),
    ],
)
def test_dutch_colours(prose: str, levels: tuple[int, int] | None) -> None:
    assert find_colours(prose) == levels


def test_a_dutch_page_without_colour_or_code_has_no_level() -> None:
    rows = [
        {"isocode": "ATA", "location": "Antarctica", "introduction": "<p>Geen reisadvies.</p>"},
        {"isocode": "", "location": "Nergens", "introduction": "<p>De kleurcode is groen.</p>"},
    ]
    reading = read_advice(encoded(rows), CODES, SEEN)
    assert reading.statements == ()
    assert aside(reading) == {"no-level", "unknown-place"}


def british(status: object) -> bytes:
    details = {"alert_status": status, "country": {"name": "Ukraine", "slug": "ukraine"}}
    page = {"base_path": "/foreign-travel-advice/ukraine", "public_updated_at": "2026-09-15T15:41:54+01:00"}
    return encoded({"ukraine": page | {"details": details}})


@pytest.mark.parametrize(
    ("status", "levels"),
    [
        ([], (None, None)),
        (["avoid_all_travel_to_parts", "avoid_all_but_essential_travel_to_parts"], (None, 4)),
        (["avoid_all_but_essential_travel_to_whole_country"], (3, 3)),
        (["avoid_all_but_essential_travel_to_whole_country", "avoid_all_travel_to_parts"], (3, 4)),
        (["avoid_all_travel_to_whole_country"], (4, 4)),
    ],
)
def test_british_alert_states(status: list[str], levels: tuple[int | None, int | None]) -> None:
    reading = read_pages(british(status), CODES, SEEN)
    assert said(reading) == {"UA": levels}
    assert reading.statements[0].url == "https://www.gov.uk/foreign-travel-advice/ukraine"


def test_a_british_state_that_does_not_exist_is_set_aside() -> None:
    assert aside(read_pages(british(["avoid_the_weather"]), CODES, SEEN)) == {"unknown-level"}


def japanese(flags: str, country: str = "0098", day: str = "2026/01/11 00:00:00", key: str = "A") -> str:
    levels = "".join(
        f"<riskLevel{level}>{flag}</riskLevel{level}>"
        for level, flag in zip((4, 3, 2, 1), flags, strict=True)
    )
    return (
        f"<mail><keyCd>{key}</keyCd><infoType>T40</infoType><leaveDate>{day}</leaveDate>"
        f'<country areaCd="50"><cd>{country}</cd></country><infoUrl>https://example.org/i</infoUrl>{levels}</mail>'
    )


def arrivals(*mails: str) -> bytes:
    return f"<?xml version='1.0' encoding='UTF-8'?><opendata>{''.join(mails)}</opendata>".encode()


def test_japanese_flags_give_the_highest_region_and_no_national_level() -> None:
    assert said(read_arrivals(arrivals(japanese("1100")), CODES, SEEN)) == {"IR": (None, 4)}
    assert said(read_arrivals(arrivals(japanese("0000")), CODES, SEEN)) == {"IR": (None, None)}
    assert set(said(read_arrivals(arrivals(japanese("1000", "0972")), CODES, SEEN))) == {"IL", "PS"}


def test_of_two_japanese_items_on_a_country_the_newer_counts() -> None:
    older = japanese("1000", day="2026/01/11 00:00:00")
    newer = japanese("0010", day="2026/02/11 00:00:00", key="B")
    assert said(read_arrivals(arrivals(newer, older), CODES, SEEN)) == {"IR": (None, 2)}
    assert aside(read_arrivals(arrivals(japanese("2000")), CODES, SEEN)) == {"unknown-level"}
    assert aside(read_arrivals(arrivals(japanese("1000", "0000")), CODES, SEEN)) == {"unknown-place"}


def test_of_two_levels_for_one_place_neither_is_taken() -> None:
    items = [
        american("Japan - Level 1: Exercise Normal Precautions"),
        american("Japan - Level 4: Do Not Travel"),
    ]
    reading = read_api(encoded(items), CODES, SEEN)
    assert reading.statements == ()
    assert aside(reading) == {"two-levels"}


def test_a_date_after_the_capture_is_left_out() -> None:
    item = american("Japan - Level 1: Exercise Normal Precautions", Updated="2027-01-01T00:00:00Z")
    assert read_api(encoded([item]), CODES, SEEN).statements[0].updated is None


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "ftp://example.org/", "https://example.org/\u202ex", "x", None, 7]
)
def test_a_link_is_http_or_nothing(link: object) -> None:
    url = (
        read_api(encoded([american("Japan - Level 1: Exercise Normal Precautions", Link=link)]), CODES, SEEN)
        .statements[0]
        .url
    )
    assert url is None or url == "https://example.org/x"


BOMB = b'<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><opendata>&b;</opendata>'
BAD = {
    "empty object": b"{}",
    "empty list": b"[]",
    "nothing": b"",
    "half": b'{"response": {"1": {"countryCode"',
    "html": b"<!DOCTYPE html><html><body>Checking your browser</body></html>",
    "challenge": b"\n  <html lang='en'><title>Just a moment...</title>",
    "number": b"7",
    "text": b'"data"',
    "wrong shape": b'{"data": [1, 2]}',
    "deep": b"[" * 100_000,
    "not utf-8": b'{"data": "\xff\xfe"}',
    "bomb": BOMB,
    "half xml": b"<opendata><mail>",
    "other xml": b"<other/>",
}
FORMS = [
    (one.id, form)
    for one in declarations().values()
    if one.part == "situation" and not one.id.startswith("ucdp")
    for form, read in get_forms(one.id).items()
    if callable(read)
]


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize(("source", "form"), FORMS)
def test_what_is_not_the_source_is_refused_in_one_line(source: str, form: str, name: str) -> None:
    read = get_forms(source)[form]
    assert callable(read)
    with pytest.raises(StopSource) as refused:
        read(BAD[name], CODES, SEEN)
    assert "\n" not in refused.value.message
    assert refused.value.message.startswith(source)
    assert "last good state stays" in refused.value.message
