"""From a live service on loopback to a file among the captures, or to nothing at all."""

from http.server import BaseHTTPRequestHandler
from pathlib import Path

import msgspec
import pytest

from legation.build.fetch import Limits
from legation.build.update import update
from legation.errors import StopSource
from legation.places import Gazetteer
from legation.sources import declarations
from legation.sources.declaration import Floor
from legation.sources.wikidata.live import JSON
from tests.build.serving import Serve, answer, serving
from tests.sources.wikidata.test_live import CONSULATE, EMBASSY, engine

pytestmark = pytest.mark.server
QUICK = Limits(seconds=2, attempts=2, first_wait=0.01, pause=0)
HEALTHY = msgspec.structs.replace(declarations()["wikidata"], floor=(Floor("rows", "invented", minimum=2),))


def fetch(origin: str, captures: Path, gazetteer: Gazetteer) -> Path:
    endpoint = f"{origin}/sparql"
    snapshot = update(HEALTHY, captures, "2026-11-24", gazetteer, endpoint, loopback=True, limits=QUICK)
    (path,) = snapshot.paths
    return path


def test_what_is_healthy_is_kept_under_its_date(tmp_path: Path, gazetteer: Gazetteer) -> None:
    with engine(EMBASSY + CONSULATE) as origin:
        path = fetch(origin, tmp_path, gazetteer)
    assert path == tmp_path / "missions" / "wikidata" / "missions-2026-11-24.csv"
    assert len(path.read_text(encoding="utf-8").splitlines()) == 3


def test_what_falls_under_a_floor_is_not_kept(tmp_path: Path, gazetteer: Gazetteer) -> None:
    with engine(EMBASSY) as origin, pytest.raises(StopSource, match="rows is 1, under the floor of 2"):
        fetch(origin, tmp_path, gazetteer)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def saying(body: bytes, kind: str, status: int) -> Serve:
    def serve(request: BaseHTTPRequestHandler, _: bytes) -> None:
        answer(request, body, kind, status)

    return serve


@pytest.mark.parametrize(
    "serve",
    [
        saying(b"<html>sorry</html>", "text/html", 200),
        saying(b'{"head": {}, "results": {"bindings": [{"post"', JSON, 200),
        saying(b'{"head": {}, "results": {"bindings": []}}', JSON, 200),
        saying(b"", JSON, 503),
        saying(b"", JSON, 404),
    ],
)
def test_a_misbehaving_service_leaves_nothing(tmp_path: Path, gazetteer: Gazetteer, serve: Serve) -> None:
    with serving(serve) as origin, pytest.raises(StopSource):
        fetch(origin, tmp_path, gazetteer)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_loopback_endpoint_must_be_meant(tmp_path: Path, gazetteer: Gazetteer) -> None:
    with engine(EMBASSY) as origin, pytest.raises(StopSource, match="is not an https address"):
        update(HEALTHY, tmp_path, "2026-11-24", gazetteer, f"{origin}/sparql", limits=QUICK)


def test_a_source_without_a_live_form_says_so(tmp_path: Path, gazetteer: Gazetteer) -> None:
    with pytest.raises(StopSource, match="has no live form"):
        update(msgspec.structs.replace(HEALTHY, live=None), tmp_path, "2026-11-24", gazetteer)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path, gazetteer: Gazetteer) -> None:
    (tmp_path / "missions").write_text("a file")
    with engine(EMBASSY + CONSULATE) as origin, pytest.raises(StopSource, match="Cannot write"):
        fetch(origin, tmp_path, gazetteer)
