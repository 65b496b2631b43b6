"""What the directory holds: how many posts, and for how many of them each way to be reached is known."""

import sqlite3
from collections import Counter
from typing import Final

import msgspec

from legation.model.directory import Post
from legation.model.settled import CONTACTS
from legation.store.emergency import count_places

DIRECT: Final = ("phones", "emergency_phones", "emails", "website")


class Holding(msgspec.Struct, frozen=True):
    """One measure of the directory.

    Attributes:
        of: what is counted: `posts`, a field of a post, `direct contact`, `district`; `emergency places` are those
            whose local emergency numbers are known.
        posts: how many posts state it, or how many places there are.
        share: of all posts, of all places on the register; 0 to 1.
    """

    of: str
    posts: int
    share: float


def count_holdings(connection: sqlite3.Connection) -> list[Holding]:
    """Measure a store: all posts, those with each way of contact, with any direct one, with a district."""
    decode = msgspec.msgpack.Decoder(Post).decode
    counted: Counter[str] = Counter()
    for (body,) in connection.execute("SELECT body FROM post"):
        post = decode(body)
        counted["posts"] += 1
        counted.update(field for field in CONTACTS if getattr(post, field))
        counted["direct contact"] += any(getattr(post, field) for field in DIRECT)
        counted["districts"] += bool(post.districts)
    total = max(1, counted["posts"])
    order = ("posts", *CONTACTS, "direct contact", "districts")
    places = count_places(connection)
    (register,) = connection.execute("SELECT count(*) FROM places").fetchone()
    local = Holding("emergency places", places, round(places / max(1, register), 4))
    found = [Holding(measure, counted[measure], round(counted[measure] / total, 4)) for measure in order]
    return [*found, local]
