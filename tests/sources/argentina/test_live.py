"""From a catalogue of CKAN's form on loopback to a file among the captures, or to nothing at all."""

import csv
import io
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import msgspec
import pytest

from legation.build.fetch import Limits
from legation.build.update import update
from legation.errors import StopSource
from legation.places import Gazetteer
from legation.sources import get_declaration
from legation.sources.argentina.read import read
from legation.sources.declaration import Floor
from legation.sources.snapshot import find_snapshots
from tests.build.serving import answer, serving
from tests.sources.argentina.test_read import ROW, values

pytestmark = pytest.mark.server
QUICK = Limits(bytes=100_000, seconds=1, attempts=2, first_wait=0.01, pause=0)
HEALTHY = msgspec.structs.replace(get_declaration("argentina"), floor=(Floor("rows", "invented", minimum=1),))
Serve = Callable[[BaseHTTPRequestHandler], None]


def listed() -> bytes:
    text = io.StringIO(newline="")
    table = csv.DictWriter(text, list(ROW))
    table.writeheader()
    table.writerow(ROW)
    return text.getvalue().encode()


def catalogue(request: BaseHTTPRequestHandler, *names: str) -> bytes:
    origin = f"http://{request.headers['Host']}"
    files = [
        {"url": f"{origin}/download/{name}", "last_modified": f"2026-0{number}-01T00:00:00", "format": "CSV"}
        for number, name in enumerate(names, start=1)
    ]
    return msgspec.json.encode({"success": True, "result": {"count": 1, "results": [{"resources": files}]}})


def fetch(folder: Path, gazetteer: Gazetteer, serve_file: Serve, *names: str) -> None:
    def serve(request: BaseHTTPRequestHandler, _: bytes) -> None:
        if request.path.startswith("/api"):
            answer(request, catalogue(request, *names), "application/json", 200)
        else:
            serve_file(request)

    with serving(serve) as origin:
        update(HEALTHY, folder, "2026-11-24", gazetteer, f"{origin}/api", loopback=True, limits=QUICK)


def give(body: bytes, kind: str = "text/csv", status: int = 200) -> Serve:
    return lambda request: answer(request, body, kind, status)


def test_the_list_is_found_fetched_and_read(tmp_path: Path, gazetteer: Gazetteer) -> None:
    asked: list[str] = []

    def serve_file(request: BaseHTTPRequestHandler) -> None:
        asked.append(request.path)
        answer(request, listed(), "text/csv", 200)

    names = ("1/lista-sedes-datos.csv", "2/lista-sedes-datos.csv", "lista-secciones.csv")
    fetch(tmp_path, gazetteer, serve_file, *names)
    assert asked == ["/download/2/lista-sedes-datos.csv"]
    (snapshot,) = find_snapshots(HEALTHY, tmp_path)
    assert snapshot.seen == "2026-11-24"
    (row,) = read(snapshot, gazetteer)
    assert values(row)["emergency_phones"] == ["+12025550199"]


def slow(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Type", "text/csv")
    request.end_headers()
    for _ in range(20):
        request.wfile.write(b"a")
        time.sleep(0.2)


@pytest.mark.parametrize(
    "serve_file",
    [
        give(b"", "text/csv"),
        give(b"<html>Sign in</html>", "text/html"),
        give(b"<html>Sign in</html>", "text/csv"),
        give(listed().decode().encode("utf-16"), "text/csv"),
        give(listed()[:200], "text/csv"),
        give(listed() * 1000, "text/csv"),
        give(b"gone", "text/csv", 404),
        give(b"later", "text/csv", 503),
        slow,
    ],
)
def test_a_portal_that_misbehaves_leaves_nothing(
    serve_file: Serve, tmp_path: Path, gazetteer: Gazetteer
) -> None:
    with pytest.raises(StopSource) as refusal:
        fetch(tmp_path, gazetteer, serve_file, "lista-sedes-datos.csv")
    assert "\n" not in refusal.value.message
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_catalogue_without_the_list_says_what_to_do(tmp_path: Path, gazetteer: Gazetteer) -> None:
    with pytest.raises(StopSource, match="--endpoint"):
        fetch(tmp_path, gazetteer, give(b""), "lista-secciones.csv")


def test_a_catalogue_may_not_lead_elsewhere(tmp_path: Path, gazetteer: Gazetteer) -> None:
    body = {
        "success": True,
        "result": {"results": [{"resources": [{"url": "http://127.0.0.1:1/lista-sedes-datos.csv"}]}]},
    }

    def serve(request: BaseHTTPRequestHandler, _: bytes) -> None:
        answer(request, msgspec.json.encode(body), "application/json", 200)

    with serving(serve) as origin, pytest.raises(StopSource, match="is not an https address"):
        update(HEALTHY, tmp_path, "2026-11-24", gazetteer, f"{origin}/api", loopback=True, limits=QUICK)
