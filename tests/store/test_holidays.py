"""The calendars: how they are read, and what the packaged file promises."""

import datetime as dt
import sqlite3
from pathlib import Path

import pytest

from legation.errors import TornData
from legation.store.holidays import SCHEMA, get_holidays, load
from legation.store.locate import data_folder


@pytest.fixture
def connection() -> sqlite3.Connection:
    made = sqlite3.connect(":memory:")
    made.executescript(SCHEMA)
    return made


def test_the_packaged_calendars(connection: sqlite3.Connection) -> None:
    load(connection, data_folder())
    assert dt.date(2026, 7, 14) in (get_holidays(connection, "FR", 2026) or ())
    assert get_holidays(connection, "UA", 2026) is None, "wartime: no calendar holds"
    assert get_holidays(connection, "XA", 2026) is None
    assert get_holidays(connection, "FR", 1999) is None
    (places,) = connection.execute("SELECT count(DISTINCT place) FROM holidays").fetchone()
    assert places > 240


def test_the_packaged_file_is_sorted_and_each_line_is_unique() -> None:
    lines = (data_folder() / "holidays.tsv").read_text(encoding="utf-8").splitlines()[1:]
    keys = [line.split("\t")[:2] for line in lines]
    assert keys == sorted(keys)
    assert len({tuple(key) for key in keys}) == len(keys)


def test_a_folder_without_calendars_knows_none(connection: sqlite3.Connection, tmp_path: Path) -> None:
    load(connection, tmp_path)
    assert get_holidays(connection, "FR", 2026) is None


@pytest.mark.parametrize("line", ["FR\t2026\t02-30", "FR\t2026", "FR\tsoon\t01-01", "FR\t2026\tJan 1"])
def test_a_torn_line_is_named(connection: sqlite3.Connection, tmp_path: Path, line: str) -> None:
    (tmp_path / "holidays.tsv").write_text(f"place\tyear\tdays\n{line}\n")
    with pytest.raises(TornData, match=r"holidays\.tsv, line 2"):
        load(connection, tmp_path)
