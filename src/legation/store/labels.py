"""Names of places as the site shows them: `data/places/labels.tsv`, a column for each language."""

import sqlite3
from pathlib import Path
from typing import Final

from legation.errors import TornData

SCHEMA: Final = """
CREATE TABLE label (language TEXT, place TEXT, name TEXT NOT NULL, PRIMARY KEY (language, place)) WITHOUT ROWID;
"""


def load(connection: sqlite3.Connection, data: Path) -> None:
    """Insert the labels; a data folder without them has English names only.

    Raises:
        TornData: a line with another number of cells than the heading; names file and line.
    """
    path = data / "places" / "labels.tsv"
    if not path.exists():
        return
    lines = path.read_text(encoding="utf-8").splitlines()
    languages = lines[0].split("\t")[1:]
    for number, line in enumerate(lines[1:], start=2):
        place, *names = line.split("\t")
        if len(names) != len(languages):
            message = f"{path.name}, line {number}: {len(languages) + 1} cells expected; restore the file."
            raise TornData("torn-data", message, f"{path}:{number}")
        connection.executemany(
            "INSERT INTO label VALUES (?, ?, ?)",
            ((language, place, name) for language, name in zip(languages, names, strict=True) if name),
        )


def fetch_labels(connection: sqlite3.Connection, language: str) -> dict[str, str]:
    """Every place's name in a language, by code; English where the language has none."""
    rows = connection.execute(
        "SELECT place, name FROM label WHERE language IN ('en', ?) ORDER BY language != 'en'", (language,)
    )
    return dict(rows.fetchall())
