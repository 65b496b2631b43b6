"""Arrangements, groups of states and hotlines in the store: a few hundred facts, kept as one blob a kind."""

import sqlite3
from pathlib import Path
from typing import TypeVar

import msgspec

from legation.errors import TornData
from legation.model.directory import Arrangement, Group, Hotline

SCHEMA = """
CREATE TABLE rulebook (kind TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID;
"""

T = TypeVar("T", bound=msgspec.Struct)


class ArrangementFile(msgspec.Struct, forbid_unknown_fields=True):
    """The shape of the files in `data/arrangements/`."""

    arrangement: list[Arrangement] = []
    group: list[Group] = []


class HotlineFile(msgspec.Struct, forbid_unknown_fields=True):
    """The shape of `data/hotlines.toml`."""

    hotline: list[Hotline] = []


def load(connection: sqlite3.Connection, data: Path) -> None:
    """Insert the three kinds, each sorted by its identifier."""
    files = [decode(path, ArrangementFile) for path in sorted((data / "arrangements").glob("*.toml"))]
    arrangements = sorted((a for file in files for a in file.arrangement), key=lambda a: a.id)
    groups = sorted((g for file in files for g in file.group), key=lambda g: g.id)
    hotlines = decode(data / "hotlines.toml", HotlineFile).hotline
    encode = msgspec.msgpack.encode
    connection.executemany(
        "INSERT INTO rulebook VALUES (?, ?)",
        [("arrangements", encode(arrangements)), ("groups", encode(groups)), ("hotlines", encode(hotlines))],
    )


def decode(path: Path, shape: type[T]) -> T:
    """Read one TOML file strictly.

    Raises:
        TornData: not valid TOML, or not of this shape; names the file.
    """
    try:
        return msgspec.toml.decode(path.read_bytes(), type=shape)
    except FileNotFoundError as error:
        raise TornData("missing-text", f"{path} is missing: restore it.", str(path)) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise TornData("torn-text", f"{path} cannot be read: {error}.", str(path)) from error


def fetch_arrangements(connection: sqlite3.Connection) -> list[Arrangement]:
    """All arrangements, by id."""
    return msgspec.msgpack.decode(fetch(connection, "arrangements"), type=list[Arrangement])


def fetch_groups(connection: sqlite3.Connection) -> list[Group]:
    """All groups of states, by id."""
    return msgspec.msgpack.decode(fetch(connection, "groups"), type=list[Group])


def fetch_hotlines(connection: sqlite3.Connection) -> list[Hotline]:
    """All hotlines, in the order of the file: newest first where two disagree."""
    return msgspec.msgpack.decode(fetch(connection, "hotlines"), type=list[Hotline])


def fetch(connection: sqlite3.Connection, kind: str) -> bytes:
    """The blob of one kind."""
    row: tuple[bytes] = connection.execute("SELECT body FROM rulebook WHERE kind = ?", (kind,)).fetchone()
    return row[0]
