"""Public holidays in the store: `data/holidays.tsv`, a line for each place and year."""

import datetime as dt
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from legation.errors import TornData

SCHEMA: Final = """
CREATE TABLE holidays (place TEXT, year INTEGER, days TEXT NOT NULL, PRIMARY KEY (place, year)) WITHOUT ROWID;
"""


def load(connection: sqlite3.Connection, data: Path) -> None:
    """Insert every calendar; a folder without the file knows no holidays.

    Raises:
        TornData: a line that is not a place, a year and days; names file and line.
    """
    path = data / "holidays.tsv"
    if path.is_file():
        connection.executemany("INSERT INTO holidays VALUES (?, ?, ?)", _rows(path))


def _rows(path: Path) -> Iterator[tuple[str, int, str]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()[1:], start=2):
        try:
            place, year, days = line.split("\t")
            parse_days(int(year), days)
            yield place, int(year), days
        except ValueError as error:
            message = f"{path.name}, line {number}: {error}; restore the file from the repository."
            raise TornData("torn-data", message, f"{path}:{number}") from None


def parse_days(year: int, days: str) -> frozenset[dt.date]:
    """The dates of `01-01 12-25` in a year.

    Raises:
        ValueError: not such days.
    """
    return frozenset(dt.date.fromisoformat(f"{year}-{day}") for day in days.split())


def get_holidays(connection: sqlite3.Connection, place: str, year: int) -> frozenset[dt.date] | None:
    """The public holidays of a whole place in a year; None when nobody knows its calendar."""
    row = connection.execute(
        "SELECT days FROM holidays WHERE place = ? AND year = ?", (place, year)
    ).fetchone()
    return parse_days(year, row[0]) if row else None
