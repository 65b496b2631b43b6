"""Read the directory: a state's network of posts, the arrangements, the hotlines. Immutable once read, so cached."""

import sqlite3
from collections import defaultdict
from functools import cached_property

import msgspec

from legation.model.directory import Arrangement, Group, Hotline, Post, StatusEvent
from legation.model.emergency import EmergencyNumbers
from legation.store import arrangements, emergency, posts


class Network(msgspec.Struct, frozen=True):
    """All posts of one sending state.

    Attributes:
        sending: whose posts.
        posts: by id.
        standing: posts by the place they stand in.
        accredited: posts by each place they are accredited to without standing there.
        events: status events of a post, oldest first, by post id.
        career_posts: how many are led by career staff, not by honorary consuls.
    """

    sending: str
    posts: dict[str, Post]
    standing: dict[str, list[Post]]
    accredited: dict[str, list[Post]]
    events: dict[str, list[StatusEvent]]
    career_posts: int


class Directory:
    """The posts, arrangements and hotlines of one store.

    Args:
        connection: an open store, see `locate.open_store`.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._networks: dict[str, Network] = {}
        self._emergency: dict[str, tuple[EmergencyNumbers, ...]] = {}

    def network(self, sending: str) -> Network:
        """The posts of a sending state; empty when it has none."""
        known = self._networks.get(sending)
        if known is None:
            known = self._networks[sending] = read_network(self.connection, sending)
        return known

    def emergency(self, place: str) -> tuple[EmergencyNumbers, ...]:
        """The local emergency numbers of a place, by service; empty when no source gives any."""
        known = self._emergency.get(place)
        if known is None:
            known = self._emergency[place] = emergency.fetch_numbers(self.connection, place)
        return known

    @cached_property
    def arrangements(self) -> dict[str, Arrangement]:
        """All arrangements, by id."""
        return {a.id: a for a in arrangements.fetch_arrangements(self.connection)}

    @cached_property
    def groups(self) -> dict[str, Group]:
        """All groups of states, by id."""
        return {group.id: group for group in arrangements.fetch_groups(self.connection)}

    @cached_property
    def hotlines(self) -> dict[str, list[Hotline]]:
        """The ministries' lines by sending state, newest first."""
        lines = defaultdict(list)
        for line in arrangements.fetch_hotlines(self.connection):
            lines[line.sending].append(line)
        return dict(lines)


def read_network(connection: sqlite3.Connection, sending: str) -> Network:
    """Read and index one state's posts and their status events."""
    found = posts.fetch_posts(connection, sending)
    standing: dict[str, list[Post]] = defaultdict(list)
    accredited: dict[str, list[Post]] = defaultdict(list)
    for post in found:
        standing[post.receiving].append(post)
        for place in post.accredited:
            if place != post.receiving:
                accredited[place].append(post)
    return Network(
        sending=sending,
        posts={post.id: post for post in found},
        standing=dict(standing),
        accredited=dict(accredited),
        events=posts.fetch_events(connection, sending),
        career_posts=sum(post.kind != "honorary consulate" for post in found),
    )
