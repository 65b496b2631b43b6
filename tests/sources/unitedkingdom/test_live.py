"""From a content API of GOV.UK's shape on loopback to a file among the captures."""

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
from legation.sources.unitedkingdom.read import read
from tests.build.serving import answer, serving
from tests.sources.reading import values
from tests.sources.unitedkingdom.test_read import POSTS

pytestmark = pytest.mark.server
QUICK = Limits(seconds=2, attempts=1, first_wait=0.01, pause=0)
HEALTHY = msgspec.structs.replace(
    get_declaration("unitedkingdom"), floor=(Floor("rows", "invented", minimum=1),)
)
ROOT = "/api/content/foreign-travel-advice"
BODY = (
    "<h2>Emergency services in Andorra</h2><p>Police: 110</p><h2>Contacting FCDO</h2>"
    f'<p>See <a href="{POSTS}/andorra/british-embassy-andorra-la-vella">how to get help</a></p>'
)
INDEX = {"links": {"children": [{"base_path": "/foreign-travel-advice/andorra"}]}}
CONTENT = {
    "details": {
        "country": {"name": "Andorra"},
        "parts": [{"slug": "warnings", "body": "<p>x</p>"}, {"slug": "getting-help", "body": BODY}],
    }
}


def fetch(folder: Path, gazetteer: Gazetteer, pages: dict[str, object]) -> None:
    def serve(request: BaseHTTPRequestHandler, _: bytes) -> None:
        known = request.path in pages
        answer(
            request, msgspec.json.encode(pages.get(request.path)), "application/json", 200 if known else 404
        )

    with serving(serve) as origin:
        update(HEALTHY, folder, "2026-11-24", gazetteer, origin + ROOT, loopback=True, limits=QUICK)


def test_the_part_of_every_page_is_fetched_and_read_as_the_captures_are(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    fetch(tmp_path, gazetteer, {ROOT: INDEX, f"{ROOT}/andorra": CONTENT})
    (snapshot,) = find_snapshots(HEALTHY, tmp_path)
    assert snapshot.seen == "2026-11-24"
    numbers, post = read(snapshot, gazetteer)
    assert values(numbers) == {"police": ["110"]}
    assert post.locator == "unitedkingdom-2026-11-24.json Andorra:4"


@pytest.mark.parametrize(
    "pages",
    [
        {},
        {ROOT: {"links": {}}},
        {ROOT: INDEX},
        {ROOT: INDEX, f"{ROOT}/andorra": {"details": {"parts": 1}}},
        {ROOT: {"links": {"children": [{"base_path": "/elsewhere"}]}}},
        {ROOT: {"links": {"children": []}}},
    ],
)
def test_what_is_unfit_is_not_kept(tmp_path: Path, gazetteer: Gazetteer, pages: dict[str, object]) -> None:
    with pytest.raises(StopSource):
        fetch(tmp_path, gazetteer, pages)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
