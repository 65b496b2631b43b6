from pathlib import Path

import msgspec
import pytest

from legation.build.health import check_rows, check_size
from legation.errors import StopSource
from legation.model.claims import Claim
from legation.sources import declarations
from legation.sources.declaration import Floor
from legation.sources.row import Row
from legation.sources.snapshot import Snapshot

CLAIM = Claim("wikidata", "2022-11-16", None, "Q1", "phones", ["+12025550123"])
ROWS = [Row("Q1", "1", (CLAIM,)), Row("Q2", "2"), Row("Q3", "3", set_aside="torn"), Row("Q4", "4")]


@pytest.mark.parametrize(
    ("floor", "fault"),
    [
        (Floor("rows", "counted", minimum=5), "rows is 4, under the floor of 5"),
        (Floor("rows", "counted", maximum=3), "rows is 4, over the ceiling of 3"),
        (Floor("phones", "counted", minimum=0.5), "phones is 0.250, under the floor of 0.5"),
        (Floor("phones", "counted", maximum=0.2), "phones is 0.250, over the ceiling of 0.2"),
        (Floor("bytes", "counted", minimum=4), "bytes is 3, under the floor of 4"),
        (Floor("bytes", "counted", maximum=2), "bytes is 3, over the ceiling of 2"),
        (Floor("rows", "counted", minimum=4, maximum=4), None),
    ],
)
def test_floors_and_ceilings(tmp_path: Path, floor: Floor, fault: str | None) -> None:
    declaration = msgspec.structs.replace(declarations()["wikidata"], floor=(floor,))
    path = tmp_path / "three-bytes"
    path.write_text("abc")
    snapshot = Snapshot("wikidata", "2022-11-16", (path,))

    def measure() -> None:
        check_size(declaration, snapshot)
        check_rows(declaration, snapshot, ROWS)

    if fault is None:
        measure()
        return
    with pytest.raises(StopSource, match=fault) as stopped:
        measure()
    assert "(counted)" in stopped.value.message
    assert "last good data stays" in stopped.value.message


def test_no_rows_at_all_fall_under_every_floor(tmp_path: Path) -> None:
    declaration = msgspec.structs.replace(
        declarations()["wikidata"], floor=(Floor("phones", "counted", minimum=0.1),)
    )
    with pytest.raises(StopSource, match=r"phones is 0\.000"):
        check_rows(declaration, Snapshot("wikidata", "2022-11-16", ()), [])
