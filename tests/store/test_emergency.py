import sqlite3
from pathlib import Path

import pytest

from legation.errors import TornData
from legation.store import emergency
from legation.store.directory import Directory

CLAIMS = '[[["106"],"unitedkingdom","2026-08-22"],[["107"],"australia","2025-08-15"]]'
LINE = f'{{"place":"CU","claims":{{"police":{CLAIMS}}}}}\n'


def opened(data: Path, text: str) -> sqlite3.Connection:
    (data / "emergency").mkdir()
    (data / "emergency" / "numbers.jsonl").write_text(text, encoding="utf-8")
    connection = sqlite3.connect(":memory:")
    connection.executescript(emergency.SCHEMA)
    emergency.load(connection, data)
    return connection


def test_a_place_has_the_numbers_that_won(tmp_path: Path) -> None:
    directory = Directory(opened(tmp_path, LINE))
    assert [(one.service, one.numbers, one.source) for one in directory.emergency("CU")] == [
        ("police", ("106",), "unitedkingdom")
    ]
    assert directory.emergency("AD") == ()
    assert emergency.count_places(directory.connection) == 1


@pytest.mark.parametrize("text", ["{", '{"place":"CU"}\n', LINE.replace("police", "plumber")])
def test_a_torn_line_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(TornData, match=r"numbers.jsonl, line 1"):
        opened(tmp_path, text)
