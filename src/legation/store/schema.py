"""What marks a SQLite file as a legation store, and how a connection to one is set up."""

import sqlite3
from pathlib import Path

from legation.errors import ForeignStore, MissingData, TornData

APPLICATION_ID = 0x6C656761
"""`lega` in ASCII, stamped into `PRAGMA application_id`."""

SCHEMA_VERSION = 5
"""Stamped into `PRAGMA user_version`; raise it with every change of a table."""

NAMED = "name another with --store or LEGATION_STORE, or neither to use legation's own"
"""What helps when the store that was named cannot be used."""

OWN = "delete the file, and legation compiles a new one"
"""What helps when the store that legation compiled cannot be used."""


def connect(path: Path, remedy: str = NAMED) -> sqlite3.Connection:
    """Open a store read-only and check that it is ours; `remedy` is what the error advises.

    Raises:
        MissingData: no such file.
        ForeignStore: not SQLite, or stamped by something else, or by another version.
        TornData: ours, but damaged.
    """
    if not path.is_file():
        fault = "is no file" if path.exists() else "does not exist"
        raise MissingData("missing-store", f"The store {path} {fault}: {remedy}.", str(path))
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
    try:
        check_stamp(connection, path, remedy)
        connection.execute("SELECT 1 FROM part LIMIT 1").fetchone()
    except sqlite3.DatabaseError as error:
        connection.close()
        if "not a database" in str(error):
            raise ForeignStore(
                "foreign-store", f"{path} is not a legation store: {remedy}.", str(path)
            ) from error
        raise TornData(
            "torn-store", f"The store {path} is damaged ({error}): {remedy}.", str(path)
        ) from error
    except ForeignStore:
        connection.close()
        raise
    return connection


def check_stamp(connection: sqlite3.Connection, path: Path, remedy: str = NAMED) -> None:
    """Raise ForeignStore unless the file carries our application id and this schema version."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        raise ForeignStore("foreign-store", f"{path} is not a legation store: {remedy}.", str(path))
    if version != SCHEMA_VERSION:
        raise ForeignStore(
            "other-version",
            f"{path} has store version {version}, this legation reads version {SCHEMA_VERSION}: {remedy}.",
            str(path),
        )
