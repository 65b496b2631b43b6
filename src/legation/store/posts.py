"""Posts and status events in the store: `data/posts/*.jsonl` and `data/status/*.toml`."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import msgspec

from legation.errors import TornData
from legation.model.directory import Post, PostRecord, StatusEvent
from legation.model.settled import settled

SCHEMA = """
CREATE TABLE post (id TEXT PRIMARY KEY, sending TEXT NOT NULL, receiving TEXT NOT NULL, body BLOB NOT NULL)
    WITHOUT ROWID;
CREATE INDEX post_sending ON post (sending, id);
CREATE INDEX post_receiving ON post (receiving, sending, id);
CREATE TABLE record (id TEXT PRIMARY KEY, line BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE status_event (post TEXT NOT NULL, sending TEXT NOT NULL, body BLOB NOT NULL);
CREATE INDEX status_event_sending ON status_event (sending);
"""


class StatusFile(msgspec.Struct, forbid_unknown_fields=True):
    """The shape of `data/status/<receiving>.toml`."""

    event: list[StatusEvent] = []


def load(connection: sqlite3.Connection, data: Path) -> None:
    """Insert every post, its raw line and every status event."""
    encode = msgspec.msgpack.Encoder().encode
    owners: dict[str, list[str]] = defaultdict(list)
    for line, record in read_records(data / "posts"):
        post = settled(record)
        row = (post.id, post.sending, post.receiving, encode(post))
        connection.execute("INSERT INTO post VALUES (?, ?, ?, ?)", row)
        connection.execute("INSERT INTO record VALUES (?, ?)", (post.id, line))
        for event in event_ids(record):
            owners[event].append(post.id)
    events = sorted(
        (
            (event.sending, owner, event.date, event.id, encode(event))
            for path in sorted((data / "status").glob("*.toml"))
            for event in read_status(path)
            for owner in owners[event.id]
        ),
    )
    connection.executemany(
        "INSERT INTO status_event VALUES (?, ?, ?)",
        ((owner, sending, body) for sending, owner, _, _, body in events),
    )


def event_ids(record: PostRecord) -> list[str]:
    """The status events that the build found to concern this post."""
    said = record.claims.get("events", ())
    return list(said[0].value) if said and isinstance(said[0].value, list) else []


def read_records(folder: Path) -> Iterator[tuple[bytes, PostRecord]]:
    """Every line of the directory with its record.

    Raises:
        TornData: a line that is not a record; names file and line.
    """
    decode = msgspec.json.Decoder(PostRecord).decode
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_bytes().splitlines(), start=1):
            try:
                yield line, decode(line)
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                raise TornData(
                    "torn-text",
                    f"{path}, line {number} is not a post record: {error}. Restore the file.",
                    str(path),
                ) from error


def read_status(path: Path) -> list[StatusEvent]:
    """The events of one file.

    Raises:
        TornData: not valid TOML, or a field that no status event has.
    """
    try:
        return msgspec.toml.decode(path.read_bytes(), type=StatusFile).event
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise TornData("torn-text", f"{path} is not a status file: {error}.", str(path)) from error


def fetch_posts(connection: sqlite3.Connection, sending: str) -> list[Post]:
    """All posts of a sending state, by id."""
    rows = connection.execute("SELECT body FROM post WHERE sending = ? ORDER BY id", (sending,))
    decode = msgspec.msgpack.Decoder(Post).decode
    return [decode(body) for (body,) in rows]


def fetch_posts_in(connection: sqlite3.Connection, receiving: str) -> list[Post]:
    """All posts that stand in a place, by sending state and id."""
    query = "SELECT body FROM post WHERE receiving = ? ORDER BY sending, id"
    decode = msgspec.msgpack.Decoder(Post).decode
    return [decode(body) for (body,) in connection.execute(query, (receiving,))]


def fetch_events(connection: sqlite3.Connection, sending: str) -> dict[str, list[StatusEvent]]:
    """The status events of each of a sending state's posts, oldest first."""
    rows = connection.execute(
        "SELECT post, body FROM status_event WHERE sending = ? ORDER BY rowid", (sending,)
    )
    decode = msgspec.msgpack.Decoder(StatusEvent).decode
    events: dict[str, list[StatusEvent]] = defaultdict(list)
    for post, body in rows:
        events[post].append(decode(body))
    return dict(events)


def get_post(connection: sqlite3.Connection, post: str) -> Post | None:
    """One post by its id."""
    row = connection.execute("SELECT body FROM post WHERE id = ?", (post,)).fetchone()
    return msgspec.msgpack.decode(row[0], type=Post) if row else None


def get_record(connection: sqlite3.Connection, post: str) -> PostRecord | None:
    """Everything anyone said of one post."""
    row = connection.execute("SELECT line FROM record WHERE id = ?", (post,)).fetchone()
    return msgspec.json.decode(row[0], type=PostRecord) if row else None
