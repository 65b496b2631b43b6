"""The gazetteer of `data/places`, compiled once."""

import sqlite3
from pathlib import Path

import pytest

from legation.places import Gazetteer
from legation.store import gazetteer as part

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture(scope="session")
def connection() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.executescript(part.SCHEMA)
    part.load(connection, DATA)
    return connection


@pytest.fixture(scope="session")
def gazetteer(connection: sqlite3.Connection) -> Gazetteer:
    return Gazetteer(connection)
