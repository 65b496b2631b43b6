"""What changed in the directory: `data/changes/*.jsonl`, a change a line, and the status events of posts."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec

from legation.errors import TornData
from legation.model.changes import PostChange
from legation.model.directory import Post, StatusEvent

SCHEMA = """
CREATE TABLE post_change (noticed TEXT NOT NULL, body BLOB NOT NULL);
CREATE INDEX post_change_noticed ON post_change (noticed);
"""


def load(connection: sqlite3.Connection, data: Path) -> None:
    """Insert every change of the log.

    Raises:
        TornData: a line that is not a change; names file and line.
    """
    encode = msgspec.msgpack.Encoder().encode
    connection.executemany(
        "INSERT INTO post_change VALUES (?, ?)",
        ((change.on, encode(change)) for change in read_changes(data / "changes")),
    )


def read_changes(folder: Path) -> Iterator[PostChange]:
    """Every change of the log, oldest first.

    Raises:
        TornData: a line that is not a change; names file and line.
    """
    decode = msgspec.json.Decoder(PostChange).decode
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_bytes().splitlines(), start=1):
            try:
                yield decode(line)
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                message = f"{path}, line {number} is not a change of a post: {error}. Restore the file."
                raise TornData("torn-text", message, str(path)) from error


def fetch_changes(connection: sqlite3.Connection, since: str) -> list[PostChange]:
    """What was noticed from a day on, and what status events of that time say, oldest first.

    Args:
        connection: an open store.
        since: ISO date.
    """
    decode = msgspec.msgpack.Decoder(PostChange).decode
    query = "SELECT body FROM post_change WHERE noticed >= ? ORDER BY noticed, rowid"
    found = [decode(body) for (body,) in connection.execute(query, (since,))]
    noticed = {(change.post, change.what, change.after) for change in found}
    events = _events(connection, since)
    found += [one for one in events if (one.post, one.what, one.after) not in noticed]
    return sorted(found, key=lambda change: (change.on, change.receiving, change.sending, change.post))


def _events(connection: sqlite3.Connection, since: str) -> Iterator[PostChange]:
    """The status events from a day on; of a month or a year until its last day."""
    query = "SELECT status_event.body, post.body FROM status_event JOIN post ON post.id = status_event.post"
    events, posts = msgspec.msgpack.Decoder(StatusEvent), msgspec.msgpack.Decoder(Post)
    for body, of in connection.execute(query):
        event = events.decode(body)
        if f"{event.date}-99" < since:
            continue
        post = posts.decode(of)
        yield PostChange(
            event.date,
            post.id,
            post.sending,
            post.receiving,
            post.name,
            event.event,
            after=(event.date,),
            source="status",
            seen=event.source.date or event.date,
        )
