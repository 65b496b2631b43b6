"""The packaged facts in a store of their own, without the directory."""

import sqlite3
from pathlib import Path

import pytest

from legation.situation.observe import Observer
from legation.store import situation as tables

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture(scope="session")
def store() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.executescript(tables.SCHEMA)
    tables.load(connection, DATA)
    return connection


@pytest.fixture(scope="session")
def observer(store: sqlite3.Connection) -> Observer:
    return Observer(store)
