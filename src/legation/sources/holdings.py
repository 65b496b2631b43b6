"""What the directory holds: how many posts, and for how many of them each way to be reached is known."""

import sqlite3
from collections import Counter
from typing import Final

import msgspec

from legation.model.directory import Post
from legation.model.settled import CONTACTS
from legation.store.emergency import count_places

OWN: Final = ("phones", "emergency_phones", "emails")


class Holding(msgspec.Struct, frozen=True):
    """One measure of the directory.

    Attributes:
        of: what is counted: `posts`, a field of a post, `direct contact` (a phone, mail or website, the website of its
            embassy included), `of its own` (the same without that), `district`; `emergency places` are those
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
        called = any(getattr(post, field) for field in OWN)
        counted["direct contact"] += called or bool(post.website)
        counted["of its own"] += called or bool(post.website and not post.website_of_mission)
        counted["districts"] += bool(post.districts)
    total = max(1, counted["posts"])
    order = ("posts", *CONTACTS, "direct contact", "of its own", "districts")
    places = count_places(connection)
    (register,) = connection.execute("SELECT count(*) FROM places").fetchone()
    local = Holding("emergency places", places, round(places / max(1, register), 4))
    found = [Holding(measure, counted[measure], round(counted[measure] / total, 4)) for measure in order]
    return [*found, local]
