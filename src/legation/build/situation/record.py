"""Append what a snapshot says to a history; the same for the packaged text and for the local one.

A run goes on while each complete snapshot repeats it. A snapshot that is already there changes nothing, and time does
not run backwards.
"""

import sqlite3
from pathlib import Path

import msgspec

from legation.errors import StopSource
from legation.model.situation import Alert, AlertRun, Issuer, Run, Statement, Taken
from legation.sources.reading import Reading
from legation.store.situation import ADVICE, SCHEMA, advice_row, advice_run, insert_alert

HEALTH = (
    "CREATE TABLE health (source TEXT, tried TEXT, taken INTEGER, message TEXT, PRIMARY KEY (source, tried))"
)


def open_history(path: Path | None = None) -> sqlite3.Connection:
    """A history to append to: at a path, made when it is not there, or in memory."""
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path or ":memory:", isolation_level=None)
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'health'").fetchone():
        connection.executescript(f"BEGIN;{SCHEMA};{HEALTH};COMMIT;")
    return connection


def append(connection: sqlite3.Connection, taken: Taken, reading: Reading, issuer: Issuer | None) -> bool:
    """Add a snapshot, all of it or nothing; False when it is already there.

    Args:
        connection: a history.
        taken: the snapshot.
        reading: what it says.
        issuer: whose advice it is; None for alerts.

    Raises:
        StopSource: it is older than the newest snapshot of its source.
    """
    newest = connection.execute(
        "SELECT max(seen), max(seen) FILTER (WHERE complete) FROM situation_snapshot WHERE source = ?",
        (taken.source,),
    ).fetchone()
    if newest[0] == taken.seen:
        return False
    if newest[0] and newest[0] > taken.seen:
        message = (
            f"{taken.source}: a snapshot of {taken.seen} is older than the newest, of {newest[0]}. It is refused; "
            "check the clock of this machine."
        )
        raise StopSource("clock-went-back", message, taken.source)
    with connection:
        connection.execute("BEGIN")
        connection.execute(
            "INSERT INTO situation_snapshot VALUES (?, ?, ?, ?)", msgspec.structs.astuple(taken)
        )
        if issuer:
            for said in reading.statements:
                _append_statement(connection, issuer, taken.seen, newest[1] or "", said)
        for alert in reading.alerts:
            _append_alert(connection, taken, newest[1] or "", alert)
    return True


def _append_statement(
    connection: sqlite3.Connection, issuer: Issuer, seen: str, before: str, said: Statement
) -> None:
    """Extend the place's newest run when it says the same and was there in the complete snapshot before."""
    row = connection.execute(
        "SELECT * FROM advice_run WHERE place = ? AND issuer = ? ORDER BY first DESC LIMIT 1",
        (said.place, issuer),
    ).fetchone()
    if row and row[3] >= before and advice_run(row).said == said:
        connection.execute(
            "UPDATE advice_run SET last = ? WHERE place = ? AND issuer = ? AND first = ?",
            (seen, said.place, issuer, row[2]),
        )
    else:
        connection.execute(ADVICE, advice_row(Run(issuer, said, seen, seen)))


def _append_alert(connection: sqlite3.Connection, taken: Taken, before: str, alert: Alert) -> None:
    row = connection.execute(
        "SELECT number, last, alert FROM alert_run WHERE source = ? AND id = ? ORDER BY first DESC LIMIT 1",
        (taken.source, alert.id),
    ).fetchone()
    if row and row[1] >= before and msgspec.json.decode(row[2], type=Alert) == alert:
        connection.execute("UPDATE alert_run SET last = ? WHERE number = ?", (taken.seen, row[0]))
        connection.execute("UPDATE alert_place SET last = ? WHERE number = ?", (taken.seen, row[0]))
    else:
        insert_alert(connection, AlertRun(taken.source, alert, taken.seen, taken.seen))
