"""Local emergency numbers in the store: `data/emergency/*.jsonl`, one place a line."""

import sqlite3
from pathlib import Path

import msgspec

from legation.errors import TornData
from legation.model.emergency import EmergencyNumbers, EmergencyRecord

SCHEMA = """
CREATE TABLE emergency (place TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID;
"""


def load(connection: sqlite3.Connection, data: Path) -> None:
    """Insert the settled numbers of every place.

    Raises:
        TornData: a line that is not a record; names file and line.
    """
    decode, encode = msgspec.json.Decoder(EmergencyRecord).decode, msgspec.msgpack.encode
    rows = []
    for path in sorted((data / "emergency").glob("*.jsonl")):
        for number, line in enumerate(path.read_bytes().splitlines(), start=1):
            try:
                record = decode(line)
                rows.append((record.place, encode(record.numbers())))
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                message = (
                    f"{path}, line {number} is no record of emergency numbers: {error}. Restore the file."
                )
                raise TornData("torn-text", message, str(path)) from error
    connection.executemany("INSERT INTO emergency VALUES (?, ?)", sorted(rows))


def fetch_numbers(connection: sqlite3.Connection, place: str) -> tuple[EmergencyNumbers, ...]:
    """The numbers to ring in a place, by service; empty when no source gives any."""
    row = connection.execute("SELECT body FROM emergency WHERE place = ?", (place,)).fetchone()
    return msgspec.msgpack.decode(row[0], type=tuple[EmergencyNumbers, ...]) if row else ()


def count_places(connection: sqlite3.Connection) -> int:
    """Of how many places numbers are known."""
    (places,) = connection.execute("SELECT count(*) FROM emergency").fetchone()
    return int(places)
