"""One edition of the data: an open store with everything the pages read from it."""

import sqlite3
from functools import cached_property
from pathlib import Path

from legation.find.ask import local_history
from legation.find.find import Finder
from legation.find.scene import post_state
from legation.find.state import State
from legation.model.directory import Post, PostRecord
from legation.model.place import Place
from legation.model.situation import Situation
from legation.places import Gazetteer
from legation.situation.ask import parse_language
from legation.situation.observe import Observer
from legation.store.directory import Directory
from legation.store.labels import fetch_labels
from legation.store.locate import Say, open_store, say_nothing
from legation.store.posts import fetch_posts_in, get_post, get_record


class Edition:
    """Reads one store; immutable, so everything read is kept.

    Args:
        connection: an open store.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.gazetteer = Gazetteer(connection)
        self.directory = Directory(connection)
        self.observer = Observer(connection, local_history(say_nothing))
        self.finder = Finder(self.directory, self.gazetteer, self.observer)
        self._labels: dict[str, dict[str, str]] = {}

    @cached_property
    def places(self) -> dict[str, Place]:
        """The register, by code."""
        return {place.code: place for place in self.gazetteer.places()}

    @cached_property
    def inhabited(self) -> tuple[str, ...]:
        """Codes of the places a person can be in: no organisations."""
        return tuple(code for code, place in self.places.items() if place.kind != "organisation")

    @cached_property
    def citizenships(self) -> tuple[str, ...]:
        """Codes of which a person can be a citizen: those that send missions, and those with an own citizenship."""
        senders = {code for (code,) in self.connection.execute("SELECT DISTINCT sending FROM post")}
        return tuple(
            code
            for code, place in self.places.items()
            if place.kind in ("state", "de-facto") or code in senders
        )

    @cached_property
    def listed(self) -> str:
        """ISO date on which a source last listed a post; empty when there are none."""
        row = self.connection.execute("SELECT body FROM post LIMIT 1").fetchone()
        return (
            max((post.last_seen for code in self.citizenships for post in self.sent(code)), default="")
            if row
            else ""
        )

    def labels(self, language: str) -> dict[str, str]:
        """Every place's name in a language, by code."""
        known = self._labels.get(language)
        if known is None:
            own = {code: place.name for code, place in self.places.items()}
            known = self._labels[language] = own | fetch_labels(self.connection, language)
        return known

    def standing(self, place: str) -> list[Post]:
        """All posts that stand in a place, by sending state."""
        return fetch_posts_in(self.connection, place)

    def sent(self, state: str) -> list[Post]:
        """All posts of a sending state."""
        return list(self.directory.network(state).posts.values())

    def state(self, post: Post, day: str) -> State:
        """Whether a post is open on a day."""
        return post_state(self.directory.network(post.sending), post, day)

    def situation(self, place: str, day: str, language: str) -> Situation:
        """What is going on at a place, in a language of the site."""
        return self.observer.find(place, day, parse_language(language))

    def headline(self, place: str, day: str, language: str) -> str | None:
        """The sentence on a place; what needs no more asks this, for the rest changes far more often."""
        return self.situation(place, day, language).headline

    def post(self, identifier: str) -> Post | None:
        """One post."""
        return get_post(self.connection, identifier)

    def record(self, identifier: str) -> PostRecord | None:
        """Everything anyone said of one post."""
        return get_record(self.connection, identifier)


def open_edition(store: Path | None = None, say: Say = say_nothing) -> Edition:
    """Open the packaged store, or the one named.

    Raises:
        DataError: the store is missing, foreign or damaged.
    """
    return Edition(open_store(store, say))
