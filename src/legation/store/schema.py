"""What marks a SQLite file as a legation store, and how a connection to one is set up."""

import sqlite3
from pathlib import Path

from legation.errors import ForeignStore, MissingData, TornData

APPLICATION_ID = 0x6C656761
"""`lega` in ASCII, stamped into `PRAGMA application_id`."""

SCHEMA_VERSION = 5
"""Stamped into `PRAGMA user_version`; raise it with every change of a table."""

REMEDY = "run the command again without LEGATION_STORE, or delete the file and let legation compile a new one"


def connect(path: Path) -> sqlite3.Connection:
    """Open a store read-only and check that it is ours.

    Raises:
        MissingData: no such file.
        ForeignStore: not SQLite, or stamped by something else, or by another version.
        TornData: ours, but damaged.
    """
    if not path.is_file():
        raise MissingData("missing-store", f"There is no store at {path}: {REMEDY}.", str(path))
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
    try:
        check_stamp(connection, path)
        connection.execute("SELECT 1 FROM part LIMIT 1").fetchone()
    except sqlite3.DatabaseError as error:
        connection.close()
        if "not a database" in str(error):
            raise ForeignStore(
                "foreign-store", f"{path} is not a legation store: {REMEDY}.", str(path)
            ) from error
        raise TornData(
            "torn-store", f"The store {path} is damaged ({error}): {REMEDY}.", str(path)
        ) from error
    except ForeignStore:
        connection.close()
        raise
    return connection


def check_stamp(connection: sqlite3.Connection, path: Path) -> None:
    """Raise ForeignStore unless the file carries our application id and this schema version."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        raise ForeignStore("foreign-store", f"{path} is not a legation store: {REMEDY}.", str(path))
    if version != SCHEMA_VERSION:
        raise ForeignStore(
            "other-version",
            f"{path} has store version {version}, this legation reads version {SCHEMA_VERSION}: {REMEDY}.",
            str(path),
        )
