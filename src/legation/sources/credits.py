"""What each source is credited with: its declaration, and what of it stands in the store."""

import sqlite3
from collections import Counter

import msgspec

from legation.model.directory import Seen
from legation.sources.declaration import declarations


class Credit(msgspec.Struct, frozen=True):
    """A source as `legation sources` prints it.

    Attributes:
        id, publisher, title, homepage, licence, licence_url, attribution: as in its declaration.
        as_of: date of its newest snapshot in the store, None when it lists no posts.
        posts: how many posts it lists or listed.
    """

    id: str
    publisher: str
    title: str
    homepage: str
    licence: str
    licence_url: str
    attribution: str
    as_of: str | None
    posts: int


class Sightings(msgspec.Struct, frozen=True):
    """The part of a record that says who lists it."""

    seen: tuple[Seen, ...]


def give_credits(connection: sqlite3.Connection) -> list[Credit]:
    """Credit every source, those with most posts first."""
    posts: Counter[str] = Counter()
    newest: dict[str, str] = {}
    decode = msgspec.json.Decoder(Sightings).decode
    for (line,) in connection.execute("SELECT line FROM record"):
        for seen in decode(line).seen:
            posts[seen.source] += 1
            newest[seen.source] = max(newest.get(seen.source, ""), seen.last)
    for source, seen in connection.execute(
        "SELECT source, max(seen) FROM situation_snapshot GROUP BY source"
    ):
        newest[source] = seen[:10]
    credited = [
        Credit(
            one.id,
            one.publisher,
            one.title,
            one.homepage,
            one.licence,
            one.licence_url,
            one.attribution,
            newest.get(one.id),
            posts[one.id],
        )
        for one in declarations().values()
    ]
    return sorted(credited, key=lambda credit: (-credit.posts, credit.id))
