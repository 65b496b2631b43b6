"""CAP that a receiver accepts: the OASIS schema, times with +00:00, messages that follow one another."""

import xml.etree.ElementTree as ET
from pathlib import Path

import msgspec
import pytest
from lxml import etree
from tests.situation.conftest import observer, store

from legation.model.situation import Alert, AlertRun, Change, Levels, Notice, PlaceShown
from legation.render.cap import render_cap
from legation.situation.notices import advice_notices, alert_notices, all_notices
from legation.situation.observe import Observer

__all__ = ["observer", "store"]

SCHEMA = Path(__file__).resolve().parents[3] / "shared/data/situation/formats/cap/cap12.xsd"
CAP = "{urn:oasis:names:tc:emergency:cap:1.2}"
PLACE = PlaceShown("ZZ", "Invented & <Sons>")


def change(day: int, before: int | None, after: int | None) -> Change:
    moment = f"2026-03-{day:02}T07:17:10Z"
    levels = [Levels(level) if level else None for level in (before, after)]
    return Change("ZZ", "CA", moment, moment, levels[0], levels[1])


def test_rises_updates_and_cancellations_name_what_they_replace() -> None:
    notices = advice_notices(
        [change(1, 2, 3), change(2, 3, 4), change(3, 4, 2), change(4, 2, 1), change(5, 1, 4)], PLACE
    )
    assert [notice.kind for notice in notices] == ["Alert", "Update", "Cancel", "Alert"]
    assert [[identifier for identifier, _ in notice.replaces] for notice in notices] == [
        [],
        [notices[0].identifier],
        [notices[1].identifier],
        [],
    ]
    assert [notice.severity for notice in notices] == ["Severe", "Extreme", "Unknown", "Extreme"]


def test_a_place_no_longer_listed_cancels() -> None:
    assert [notice.kind for notice in advice_notices([change(1, None, 4), change(2, 4, None)], PLACE)] == [
        "Alert",
        "Cancel",
    ]


def test_an_alert_is_updated_and_cancelled(observer: Observer) -> None:
    from legation.situation.wording import Wording

    alert = Alert(
        "TC1",
        "cyclone",
        "orange",
        ("PH",),
        "2026-03-01",
        "2026-03-05",
        True,
        "2026-03-01",
        "https://example.org",
    )
    runs = [
        AlertRun("gdacs", alert, "2026-03-01T00:00:00Z", "2026-03-01T00:00:00Z"),
        AlertRun(
            "gdacs",
            msgspec.structs.replace(alert, level="red"),
            "2026-03-02T00:00:00Z",
            "2026-03-02T00:00:00Z",
        ),
        AlertRun(
            "gdacs",
            msgspec.structs.replace(alert, current=False),
            "2026-03-06T00:00:00Z",
            "2026-03-09T00:00:00Z",
        ),
    ]
    wording = Wording(observer.store, "en")
    notices = alert_notices(runs, wording)
    assert [notice.kind for notice in notices] == ["Alert", "Update", "Cancel"]
    assert notices[2].replaces == ((notices[1].identifier, notices[1].sent),)
    assert alert_notices(runs[2:], wording) == []


def test_times_and_values_are_as_cap_wants_them() -> None:
    notice = advice_notices([change(1, 2, 3), change(2, 3, 4)], PLACE)[1]
    alert = ET.fromstring(render_cap(notice))  # noqa: S314 - our own text
    assert alert.findtext(f"{CAP}sent") == "2026-03-02T07:17:10+00:00"
    assert str(alert.findtext(f"{CAP}references")).endswith(",2026-03-01T07:17:10+00:00")
    assert alert.findtext(f"{CAP}info/{CAP}area/{CAP}areaDesc") == PLACE.name
    identifier = str(alert.findtext(f"{CAP}identifier"))
    assert not set(identifier) & set(" ,<&")


@pytest.mark.skipif(not SCHEMA.is_file(), reason="needs ../shared/data/situation/formats/cap/cap12.xsd")
def test_every_notice_of_the_packaged_data_validates(observer: Observer) -> None:
    schema = etree.XMLSchema(etree.parse(str(SCHEMA)))
    places = [
        row[0] for row in observer.store.execute("SELECT DISTINCT place FROM situation_name ORDER BY place")
    ]
    notices: list[Notice] = all_notices(observer, places, "", "en")
    assert {notice.kind for notice in notices} == {"Alert", "Update", "Cancel"}
    assert len({notice.identifier for notice in notices}) == len(notices)
    for notice in notices:
        schema.assertValid(etree.fromstring(render_cap(notice).encode()))
    torn = render_cap(notices[0]).replace("+00:00", "Z")
    assert not schema.validate(etree.fromstring(torn.encode()))
