"""Alerts from the list, the feed and CAP, on invented events in their form."""

import json
from pathlib import Path
from typing import Any

import pytest

from legation.errors import StopSource
from legation.model.situation import Notice, PlaceShown
from legation.render.cap import render_cap
from legation.sources.codes import PlaceCodes
from legation.sources.gdacs.cap import read_cap
from legation.sources.gdacs.read import read_api, read_rss

CODES = PlaceCodes.read(Path(__file__).resolve().parents[2] / "data")
SEEN = "2026-04-30T00:00:00Z"


def event(**more: Any) -> bytes:
    properties = {
        "eventtype": "TC",
        "eventid": 99,
        "eventname": "INVENTED-26",
        "alertlevel": "Red",
        "iscurrent": "true",
        "country": "Viet Nam, Cambodia",
        "iso3": "KHM",
        "fromdate": "2026-04-09T00:00:00",
        "todate": "2026-04-19T18:00:00",
        "datemodified": "2026-04-29T06:55:19",
        "affectedcountries": [{"iso2": "KH"}, {"iso2": "LA"}],
        "url": {"report": "https://example.org/report"},
        "severitydata": {"severitytext": "287 km/h"},
    }
    feature = {"properties": properties | more, "geometry": {"type": "Point", "coordinates": [156.1, 28.7]}}
    return json.dumps({"type": "FeatureCollection", "features": [feature]}).encode()


def test_places_come_from_the_list_the_names_and_the_code() -> None:
    (alert,) = read_api(event(), CODES, SEEN).alerts
    assert alert.places == ("KH", "LA", "VN")
    assert (alert.id, alert.kind, alert.level, alert.current) == ("TC99", "cyclone", "red", True)
    assert (alert.since, alert.until, alert.updated) == ("2026-04-09", "2026-04-19", "2026-04-29T06:55:19Z")
    assert (alert.longitude, alert.latitude, alert.url) == (156.1, 28.7, "https://example.org/report")


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"alertlevel": "Green"}, "green"),
        ({"alertlevel": "Purple"}, "unknown-level"),
        ({"datemodified": "2027-01-01T00:00:00"}, "future"),
        ({"fromdate": "soon"}, "bad-event"),
        ({"eventid": "99; DROP"}, "bad-event"),
    ],
)
def test_events_that_make_no_alert(more: dict[str, Any], reason: str) -> None:
    reading = read_api(event(**more), CODES, SEEN)
    assert reading.alerts == ()
    assert [remark.code for remark in reading.remarks] == [reason]


def test_hostile_values_become_harmless() -> None:
    (alert,) = read_api(
        event(eventname="A\u202eB\x00C" + "x" * 9999, url={"report": "javascript:x"}), CODES, SEEN
    ).alerts
    assert alert.name
    assert "\u202e" not in alert.name
    assert len(alert.name) <= 120
    assert alert.url.startswith("https://www.gdacs.org/")


def test_the_feed_says_the_same() -> None:
    feed = """\ufeff<?xml version="1.0" encoding="utf-8"?><rss xmlns:gdacs="http://www.gdacs.org"
      xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#"><channel><item><link>https://example.org/r</link>
      <pubDate>Sun, 29 Dec 2019 12:00:00 GMT</pubDate><gdacs:iscurrent>true</gdacs:iscurrent>
      <gdacs:fromdate>Sun, 29 Dec 2019 12:00:00 GMT</gdacs:fromdate>
      <gdacs:todate>Sun, 29 Dec 2019 12:00:00 GMT</gdacs:todate>
      <geo:Point><geo:lat>-19.4</geo:lat><geo:long>59.8</geo:long></geo:Point><gdacs:eventtype>TC</gdacs:eventtype>
      <gdacs:alertlevel>Orange</gdacs:alertlevel><gdacs:eventid>7</gdacs:eventid><gdacs:iso3>MUS</gdacs:iso3>
      <gdacs:country>Mauritius</gdacs:country></item></channel></rss>"""
    (alert,) = read_rss(feed.encode(), CODES, "2019-12-30T00:00:00Z").alerts
    assert (alert.id, alert.level, alert.places, alert.latitude) == ("TC7", "orange", ("MU",), -19.4)


def test_a_cap_document_is_read_back() -> None:
    areas = (PlaceShown("AE", "United Arab Emirates"), PlaceShown("", "Atlantis"))
    notice = Notice(
        "x-1", "2026-04-29T00:00:00Z", "Alert", "Geo", "Flood <x>", "A & B", "Extreme", "Observed", areas
    )
    (alert,) = read_cap(render_cap(notice).encode(), CODES, SEEN).alerts
    assert (alert.id, alert.level, alert.places, alert.name, alert.current) == (
        "x-1",
        "red",
        ("AE",),
        "Flood <x>",
        True,
    )


@pytest.mark.parametrize("body", [b"<alert/>", b"<html/>", b"", b"<!DOCTYPE a><alert/>"])
def test_what_is_not_cap_is_refused(body: bytes) -> None:
    with pytest.raises(StopSource):
        read_cap(body, CODES, SEEN)
