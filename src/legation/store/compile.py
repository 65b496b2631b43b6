"""Compile the text in `data/` into the one SQLite file.

Same text, same bytes. The file appears whole or not at all: it is written beside the target under a name of its own
and moved over it, so a killed or a second compiler does no harm.
"""

import gc
import os
import sqlite3
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from legation.errors import MissingData, UnwritableStore
from legation.store import (
    arrangements,
    changes,
    emergency,
    gazetteer,
    holidays,
    labels,
    news,
    posts,
    situation,
)
from legation.store.schema import APPLICATION_ID, SCHEMA_VERSION


class Part(Protocol):
    """A module of this room that puts its text into tables."""

    SCHEMA: str
    __name__: str

    def load(self, connection: sqlite3.Connection, data: Path) -> None:
        """Read the text, insert the rows."""


PARTS = (gazetteer, labels, posts, changes, emergency, arrangements, holidays, situation)
"""What answering needs."""

COMPLETE = (*PARTS, news)
"""With the names that news call places, which take as long again and only reading pages needs."""


def compile_store(data: Path, target: Path, *, complete: bool = True) -> None:
    """Write the store compiled from `data` to `target`, replacing it whole or not at all.

    Args:
        data: the folder of the text.
        target: the file to write.
        complete: whether to put in what only reading news pages needs.

    Raises:
        MissingData: `data` is not a data folder.
        UnwritableStore: the disk is full or read-only; the old target stays.
        TornData: a line of text cannot be read; names file and line.
    """
    if not (data / "places").is_dir():
        raise MissingData(
            "missing-data", f"There is no directory text in {data}: reinstall legation.", str(data)
        )
    try:
        handle, name = tempfile.mkstemp(prefix=f"{target.name}.", suffix=".tmp", dir=target.parent)
        os.close(handle)
    except OSError as error:
        raise unwritable(target, error) from error
    fresh = Path(name)
    try:
        write_store(data, fresh, COMPLETE if complete else PARTS)
        fresh.chmod(0o644)
        fresh.replace(target)
    except (sqlite3.OperationalError, OSError) as error:
        raise unwritable(target, error) from error
    finally:
        fresh.unlink(missing_ok=True)


def write_store(data: Path, path: Path, parts: Iterable[Part] = COMPLETE) -> None:
    """Fill the empty file at `path`: every part's tables, then the stamp."""
    connection = sqlite3.connect(path, isolation_level=None)
    # Hundreds of thousands of rows live at once and none of them in a cycle: collecting costs a third of the time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        # Nobody reads the file before it is moved into place, so a torn write costs nothing: no journal, no sync.
        connection.executescript(
            "PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
        )
        connection.execute("BEGIN")
        connection.execute("CREATE TABLE part (name TEXT PRIMARY KEY) WITHOUT ROWID")
        for part in parts:
            for statement in part.SCHEMA.split(";\n"):
                if statement.strip():
                    connection.execute(statement)
            part.load(connection, data)
            connection.execute("INSERT INTO part VALUES (?)", (part.__name__.rpartition(".")[2],))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
    finally:
        connection.close()
        if collecting:
            gc.enable()


def unwritable(target: Path, error: Exception) -> UnwritableStore:
    """The error for a store that cannot be written: the disk is full, or the folder is read-only."""
    return UnwritableStore(
        "unwritable-store",
        f"Cannot write the store {target} ({error}): free some space, or set XDG_CACHE_HOME to a "
        "folder you may write to.",
        str(target),
    )
