"""Opening a store: ours, foreign, of another version, torn, missing."""

import sqlite3
from pathlib import Path

import pytest

from legation.errors import ForeignStore, MissingData, TornData
from legation.store.schema import APPLICATION_ID, SCHEMA_VERSION, connect


def stamped(path: Path, application: int = APPLICATION_ID, version: int = SCHEMA_VERSION) -> Path:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE part (name TEXT)")
        connection.execute(f"PRAGMA application_id = {application}")
        connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    return path


def test_it_opens_our_own_read_only(tmp_path: Path) -> None:
    connection = connect(stamped(tmp_path / "a b?.sqlite"))
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("DELETE FROM part")
    connection.close()


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingData, match="nowhere"):
        connect(tmp_path / "nowhere.sqlite")


def test_a_text_file_is_foreign(tmp_path: Path) -> None:
    path = tmp_path / "notes.sqlite"
    path.write_text("not a database, and long enough to be read as one" * 40)
    with pytest.raises(ForeignStore, match=r"notes\.sqlite is not a legation store"):
        connect(path)


def test_another_database_is_foreign(tmp_path: Path) -> None:
    with pytest.raises(ForeignStore, match="is not a legation store"):
        connect(stamped(tmp_path / "other.sqlite", application=7))


def test_another_version_is_named_with_ours(tmp_path: Path) -> None:
    with pytest.raises(ForeignStore, match=f"version 99.*version {SCHEMA_VERSION}"):
        connect(stamped(tmp_path / "old.sqlite", version=99))


def test_a_torn_store_says_so(tmp_path: Path) -> None:
    path = stamped(tmp_path / "torn.sqlite")
    data = bytearray(path.read_bytes())
    data[100:4096] = b"\xff" * (4096 - 100)
    path.write_bytes(data)
    with pytest.raises(TornData, match="damaged"):
        connect(path)
