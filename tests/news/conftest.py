"""The names of the checkout's own text, compiled once."""

import sqlite3
from pathlib import Path

import pytest

from legation.news.index import Index
from legation.store import gazetteer, news

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture(scope="session")
def index() -> Index:
    connection = sqlite3.connect(":memory:")
    for part in (gazetteer, news):
        connection.executescript(part.SCHEMA)
        part.load(connection, DATA)
    return Index(news.read_names(connection))
