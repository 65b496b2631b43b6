"""Live sources against a server that misbehaves: each fault is one clear line, and the last good state stays."""

import json
import sqlite3
import time
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
import pytest

from legation.build.fetch import Fetcher, Limits
from legation.build.situation.record import open_history
from legation.build.situation.update import unzip, update
from legation.errors import StopSource
from legation.model.situation import Taken
from legation.sources import get_declaration
from legation.sources.codes import PlaceCodes
from legation.sources.declaration import Declaration, Floor
from tests.build.serving import answer, serving

pytestmark = [pytest.mark.server, pytest.mark.enable_socket]
CODES = PlaceCodes.read(Path(__file__).resolve().parents[3] / "data")
LIMITS = Limits(bytes=200_000, seconds=2, attempts=2, longest_wait=1, first_wait=0.01, pause=0)
JSON = "application/json"
Fault = Callable[[BaseHTTPRequestHandler], None]


@pytest.fixture
def history() -> Iterator[sqlite3.Connection]:
    connection = open_history()
    yield connection
    connection.close()


def at(day: int) -> datetime:
    return datetime(2026, 11, day, tzinfo=UTC)


def pointed(source: str, origin: str, path: str = "/data", **changes: Any) -> Declaration:
    """A source's declaration, pointed at the server and with a floor of one row."""
    declaration = get_declaration(source)
    assert declaration.live
    live = msgspec.structs.replace(declaration.live, url=f"{origin}{path}", fallback=None)
    floors = (Floor("rows", "invented", 1, 500), Floor("bytes", "invented", 1, 200_000))
    return msgspec.structs.replace(declaration, live=live, floor=changes.get("floor", floors))


def canada(state: object = 3) -> bytes:
    entry = {
        "country-iso": "MX",
        "country-eng": "Mexico",
        "advisory-state": state,
        "has-regional-advisory": 0,
    }
    return json.dumps({"data": {"MX": entry}}).encode()


def fetch(history: sqlite3.Connection, declaration: Declaration, origin: str, day: int) -> Taken:
    return update(
        declaration, history, CODES, Fetcher(declaration.id, loopback=origin, limits=LIMITS), at(day)
    )


def levels(history: sqlite3.Connection) -> list[tuple[str, int]]:
    return list(history.execute("SELECT place, level FROM advice_run ORDER BY place, first"))


def test_a_healthy_source_is_appended_and_noted(history: sqlite3.Connection) -> None:
    with serving(lambda request, _: answer(request, canada(), JSON)) as origin:
        taken = fetch(history, pointed("advice_ca", origin), origin, 20)
    assert taken.entries == 1
    assert levels(history) == [("MX", 4)]
    assert list(history.execute("SELECT source, taken FROM health")) == [("advice_ca", 1)]


def half(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Type", JSON)
    request.send_header("Content-Length", "5000")
    request.end_headers()
    request.wfile.write(canada()[:40])
    request.close_connection = True


def slow(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Type", JSON)
    request.end_headers()
    for _ in range(40):
        request.wfile.write(b" ")
        request.wfile.flush()
        time.sleep(0.1)


def to_private(request: BaseHTTPRequestHandler) -> None:
    answer(request, b"", JSON, 302, {"Location": "http://169.254.169.254/latest/meta-data/"})


FAULTS: dict[str, Fault] = {
    "empty object": lambda request: answer(request, b"{}", JSON),
    "html": lambda request: answer(request, b"<!doctype html><html></html>", "text/html"),
    "html called json": lambda request: answer(request, b"<!doctype html><html>}", JSON),
    "challenge": lambda request: answer(request, b"<html>Just a moment</html>", "text/html", 403),
    "half a file": half,
    "half a file, called whole": lambda request: answer(request, canada()[:-9] + b"}", JSON),
    "a level that does not exist": lambda request: answer(request, canada(9), JSON),
    "429": lambda request: answer(request, b"", JSON, 429, {"Retry-After": "3600"}),
    "503": lambda request: answer(request, b"", JSON, 503),
    "404": lambda request: answer(request, b"{}", JSON, 404),
    "redirect to a private address": to_private,
    "redirect in a circle": lambda request: answer(request, b"", JSON, 302, {"Location": request.path}),
    "too big": lambda request: answer(request, b" " * 300_000 + canada(), JSON),
    "too slow": slow,
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_one_line_and_the_last_good_state_stays(history: sqlite3.Connection, name: str) -> None:
    with serving(lambda request, _: answer(request, canada(), JSON)) as origin:
        fetch(history, pointed("advice_ca", origin), origin, 20)
    state = "SELECT * FROM advice_run", "SELECT * FROM situation_snapshot"
    before = [list(history.execute(query)) for query in state]
    with serving(lambda request, _: FAULTS[name](request)) as origin, pytest.raises(StopSource) as refused:
        fetch(history, pointed("advice_ca", origin), origin, 21)
    assert "\n" not in refused.value.message
    assert [list(history.execute(query)) for query in state] == before
    assert list(history.execute("SELECT taken FROM health ORDER BY tried")) == [(1,), (0,)]


def test_a_clock_that_goes_back_is_refused(history: sqlite3.Connection) -> None:
    with serving(lambda request, _: answer(request, canada(), JSON)) as origin:
        fetch(history, pointed("advice_ca", origin), origin, 20)
        with pytest.raises(StopSource, match="check the clock"):
            fetch(history, pointed("advice_ca", origin), origin, 19)
    assert levels(history) == [("MX", 4)]


def test_a_source_under_its_floor_is_refused(history: sqlite3.Connection) -> None:
    with serving(lambda request, _: answer(request, canada(), JSON)) as origin:
        declared = pointed("advice_ca", origin, floor=get_declaration("advice_ca").floor)
        with pytest.raises(StopSource, match="outside 210"):
            fetch(history, declared, origin, 20)
    assert levels(history) == []


def test_the_feed_is_asked_when_the_list_fails(history: sqlite3.Connection) -> None:
    feed = b"<rss><channel><item><title>Japan - Level 1: Exercise Normal Precautions</title></item></channel></rss>"

    def serve(request: BaseHTTPRequestHandler, _: bytes) -> None:
        if request.path == "/feed":
            answer(request, feed, "application/rss+xml")
        else:
            answer(request, b"[]", JSON)

    with serving(serve) as origin:
        declared = pointed("advice_us", origin)
        fallback = get_declaration("advice_us").live
        assert declared.live
        assert fallback
        assert fallback.fallback
        second = msgspec.structs.replace(fallback.fallback, url=f"{origin}/feed")
        live = msgspec.structs.replace(declared.live, fallback=second)
        fetch(history, msgspec.structs.replace(declared, live=live), origin, 20)
    assert levels(history) == [("JP", 1)]


def test_only_the_british_pages_that_changed_are_asked_for(history: sqlite3.Connection) -> None:
    updated = {"france": "2026-11-01", "ukraine": "2026-11-01"}
    asked: list[str] = []

    def page(slug: str) -> dict[str, Any]:
        return {
            "base_path": f"/foreign-travel-advice/{slug}",
            "public_updated_at": f"{updated[slug]}T00:00:00Z",
            "details": {"country": {"name": slug.capitalize(), "slug": slug}},
        }

    def serve(request: BaseHTTPRequestHandler, _: bytes) -> None:
        slug = request.path.rpartition("/")[2]
        asked.append(slug)
        if slug == "foreign-travel-advice":
            answer(
                request, json.dumps({"links": {"children": [page(one) for one in updated]}}).encode(), JSON
            )
            return
        full = page(slug)
        full["details"]["alert_status"] = ["avoid_all_travel_to_parts"] if slug == "ukraine" else []
        answer(request, json.dumps(full).encode(), JSON)

    with serving(serve) as origin:
        declared = pointed("advice_gb", origin, "/api/content/foreign-travel-advice")
        fetch(history, declared, origin, 20)
        assert sorted(asked) == ["foreign-travel-advice", "france", "ukraine"]
        asked.clear()
        fetch(history, declared, origin, 21)
        assert asked == ["foreign-travel-advice"]
        asked.clear()
        updated["ukraine"] = "2026-11-21"
        fetch(history, declared, origin, 22)
        assert asked == ["foreign-travel-advice", "ukraine"]
    rows = history.execute(
        "SELECT place, regional_max, first, last FROM advice_run ORDER BY place, first"
    ).fetchall()
    assert [(place, regional, first[8:10], last[8:10]) for place, regional, first, last in rows] == [
        ("FR", None, "20", "22"),
        ("UA", 4, "20", "21"),
        ("UA", 4, "22", "22"),
    ]


def test_dutch_documents_are_asked_for_page_by_page(history: sqlite3.Connection) -> None:
    document = {"isocode": "FRA", "location": "Frankrijk", "introduction": "<p>De kleurcode is geel.</p>"}
    asked: list[str] = []

    def serve(request: BaseHTTPRequestHandler, _: bytes) -> None:
        asked.append(request.path)
        answer(request, json.dumps([document] * (200 if "offset=0" in request.path else 1)).encode(), JSON)

    with serving(serve) as origin:
        fetch(history, pointed("advice_nl", origin, "/data?rows={rows}&offset={offset}"), origin, 20)
    assert asked == ["/data?rows=200&offset=0", "/data?rows=200&offset=200"]
    assert levels(history) == [("FR", 2)]


def test_events_of_the_newest_published_month_are_taken(history: sqlite3.Connection) -> None:
    rows = "id,code_status,type_of_violence,conflict_new_id,country,date_end\n1,Clear,1,13243,Ukraine,2026-09-30\n"
    asked: list[str] = []

    def serve(request: BaseHTTPRequestHandler, _: bytes) -> None:
        asked.append(request.path)
        found = request.path == "/v26_0_9.csv"
        answer(request, rows.encode() if found else b"", "text/csv", 200 if found else 404)

    with serving(serve) as origin:
        fetch(history, pointed("ucdp_ged", origin, "/v{year}_0_{month}.csv"), origin, 20)
    assert asked == ["/v26_0_10.csv", "/v26_0_9.csv"]
    assert list(history.execute("SELECT place, last FROM fighting")) == [("UA", "2026-09-30")]


def test_the_yearly_set_comes_in_an_archive(history: sqlite3.Connection) -> None:
    table = (
        "conflict_id,location,side_a,side_b,territory_name,year,intensity_level,cumulative_intensity,type_of_conflict,"
        "start_date2,ep_end,ep_end_date\n7,Mali,Government of Mali,Invented Front,,2025,1,0,3,2025-01-05,0,\n"
    )
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("table.csv", table)
    with serving(lambda request, _: answer(request, packed.getvalue(), "application/zip")) as origin:
        fetch(history, pointed("ucdp_prio", origin), origin, 20)
    assert history.execute("SELECT count(*) FROM conflict_place").fetchone() == (1,)


def test_archives_that_are_torn_or_swollen_are_refused() -> None:
    swollen = BytesIO()
    with zipfile.ZipFile(swollen, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", b"0" * 60_000_000)
    for body in (b"PK\x03\x04torn", swollen.getvalue()):
        with pytest.raises(StopSource):
            unzip(body, "ucdp_prio")
