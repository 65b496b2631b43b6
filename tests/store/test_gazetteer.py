"""Compiling `data/places`."""

import sqlite3
from pathlib import Path

import pytest
import shapely

from legation.errors import TornData
from legation.store import gazetteer

DATA = Path(__file__).resolve().parents[2] / "data"
ALLOWED_BYTES = 8e6


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The first lines of every table: enough to tear one."""
    (tmp_path / "places").mkdir()
    for path in (DATA / "places").iterdir():
        lines = path.read_bytes().splitlines(keepends=True)
        kept = lines if path.suffix == ".toml" else lines[:20]
        (tmp_path / "places" / path.name).write_bytes(b"".join(kept))
    return tmp_path


def compiled(data: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.executescript(gazetteer.SCHEMA)
    gazetteer.load(connection, data)
    return connection


def test_the_same_text_makes_the_same_tables() -> None:
    one, other = ("\n".join(compiled(DATA).iterdump()) for _ in range(2))
    assert one == other


def test_well_known_binary_is_what_shapely_reads() -> None:
    rings = [
        [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 0.0)],
        [(2.0, 1.0), (3.0, 1.0), (3.0, 2.0), (2.0, 1.0)],
    ]
    polygon = shapely.from_wkb(gazetteer.well_known(rings))
    assert polygon.equals(shapely.Polygon(rings[0], [rings[1]]))


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("cities.tsv", "1\tTown\tNL\n"),
        ("cities.tsv", "1\tTown\tNL\tnorth\t4\t5\tEurope/Amsterdam\t01\t2\t0\n"),
        ("city-names.tsv", "key only\n"),
        ("names.tsv", "a\tb\n"),
        ("neighbours.tsv", "NL\n"),
        ("borders.geojsonl", '{"type":"Feature"\n'),
        ("register.toml", "[XX]\nname = 5\n"),
        ("register.toml", "[[[\n"),
    ],
)
def test_a_torn_line_names_its_file(copied: Path, name: str, line: str) -> None:
    path = copied / "places" / name
    path.write_text(path.read_text(encoding="utf-8") + line, encoding="utf-8")
    with pytest.raises(TornData, match=name.replace(".", r"\.")) as caught:
        compiled(copied)
    assert "restore" in caught.value.message


def test_text_that_is_no_utf_8_is_torn(copied: Path) -> None:
    path = copied / "places" / "names.tsv"
    path.write_bytes(path.read_bytes() + b"\xff\xfe\n")
    with pytest.raises(TornData, match=r"names\.tsv"):
        compiled(copied)


def test_the_text_is_sorted_and_small() -> None:
    files = sorted((DATA / "places").iterdir())
    assert sum(path.stat().st_size for path in files) <= ALLOWED_BYTES
    for name in ("names.tsv", "city-names.tsv", "neighbours.tsv"):
        lines = (DATA / "places" / name).read_text(encoding="utf-8").splitlines()[1:]
        rows = [line.split("\t") for line in lines]
        assert rows == sorted(rows), name
    numbers = [
        int(line.split("\t")[0])
        for line in (DATA / "places" / "cities.tsv").read_text("utf-8").splitlines()[1:]
    ]
    assert numbers == sorted(set(numbers))
