"""Our rows for other programs: the same posts, in the tables in which they answer fastest."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from legation.model.directory import Post
from legation.site.edition import Edition

COLUMNS = (
    *("id", "name", "kind", "sending", "receiving", "city", "latitude", "longitude", "address"),
    *("phones", "emergency_phones", "emails", "website", "hours", "last_seen", "sources"),
)
QUERY = "select missions.* from cov join missions using (mid) where cov.op = :op and cov.host = :host"


def write_rows(edition: Edition, day: str, file: Path) -> None:
    """Posts whose door is not closed, and who covers what, indexed by (sending, receiving)."""
    with sqlite3.connect(file) as connection:
        kinds = [f"{name} {'REAL' if name in ('latitude', 'longitude') else 'TEXT'}" for name in COLUMNS]
        connection.execute(f"CREATE TABLE missions (mid INTEGER PRIMARY KEY, {', '.join(kinds)})")
        connection.execute("CREATE TABLE cov (op TEXT, host TEXT, mid INTEGER, direct INTEGER)")
        for number, post in enumerate(open_posts(edition, day)):
            marks = ", ".join("?" * (len(COLUMNS) + 1))
            connection.execute(f"INSERT INTO missions VALUES ({marks})", (number, *values(post)))
            connection.execute("INSERT INTO cov VALUES (?, ?, ?, 1)", (post.sending, post.receiving, number))
            if post.kind != "honorary consulate":
                further = [
                    (post.sending, place, number) for place in post.accredited if place != post.receiving
                ]
                connection.executemany("INSERT INTO cov VALUES (?, ?, ?, 0)", further)
        connection.execute("CREATE INDEX cov_op_host ON cov (op, host)")
    connection.close()


def open_posts(edition: Edition, day: str) -> Iterator[Post]:
    """Every post that may be open on a day."""
    for state in edition.citizenships:
        yield from (
            post
            for post in edition.sent(state)
            if edition.state(post, day).door not in ("closed", "relocated")
        )


def values(post: Post) -> list[object]:
    """A post as columns; several values as lines."""
    found = [getattr(post, name) for name in COLUMNS]
    return ["\n".join(value) if isinstance(value, tuple) else value for value in found]
