"""From an interface of the Department's shape on loopback to a file among the captures."""

from http.server import BaseHTTPRequestHandler
from pathlib import Path

import msgspec
import pytest

from legation.build.fetch import Limits
from legation.build.update import update
from legation.errors import StopSource
from legation.places import Gazetteer
from legation.sources import get_declaration
from legation.sources.declaration import Floor
from legation.sources.snapshot import find_snapshots
from legation.sources.unitedstates.read import read
from tests.build.serving import answer, serving
from tests.sources.reading import values

pytestmark = pytest.mark.server
QUICK = Limits(seconds=2, attempts=1, first_wait=0.01, pause=0)
HEALTHY = msgspec.structs.replace(
    get_declaration("unitedstates"), floor=(Floor("rows", "invented", minimum=1),)
)
COUNTRIES = [
    {
        "tag": "GM",
        "geopoliticalarea": "Germany",
        "health": "<p>left out</p>",
        "travel_embassyAndConsulate": """<p><a href="https://example.org/"><b>U.S. Embassy Berlin</b></a><br>
            1 Invented Street<br>10117 Berlin, Germany<br><b>Telephone:</b> +49 30 5550 0123<br>
            <b>Email:</b> <a href="mailto:a@example.org">a@example.org</a></p>""",
    },
    {"tag": "XX", "geopoliticalarea": "Nowhere"},
]


def fetch(folder: Path, gazetteer: Gazetteer, body: bytes) -> None:
    def serve(request: BaseHTTPRequestHandler, _: bytes) -> None:
        answer(request, body, "application/json", 200)

    with serving(serve) as origin:
        update(HEALTHY, folder, "2026-11-24", gazetteer, f"{origin}/api", loopback=True, limits=QUICK)


def test_posts_are_fetched_and_read_as_the_captures_are(tmp_path: Path, gazetteer: Gazetteer) -> None:
    fetch(tmp_path, gazetteer, msgspec.json.encode(COUNTRIES))
    (snapshot,) = find_snapshots(HEALTHY, tmp_path)
    assert snapshot.seen == "2026-11-24"
    (row,) = read(snapshot, gazetteer)
    said = values(row)
    assert (row.record, row.locator) == ("US DE Berlin embassy", "unitedstates-2026-11-24.json Germany:1")
    assert (said["phones"], said["emails"]) == (["+493055500123"], ["a@example.org"])
    assert said["address"] == "1 Invented Street, 10117 Berlin, Germany"


@pytest.mark.parametrize(
    "body", [b"[]", b'[{"name": 1}]', b"<html></html>", b'[{"geopoliticalarea": "Germany"']
)
def test_what_is_unfit_is_not_kept(tmp_path: Path, gazetteer: Gazetteer, body: bytes) -> None:
    with pytest.raises(StopSource):
        fetch(tmp_path, gazetteer, body)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
