"""The articles that a desk has read: a small SQLite file of its own, in the user's data directory.

Kept of an article are its address, headline, site, date, the places it is about and short quotations with who said
them; never its text. An article has one line, by its canonical address. Every write is one transaction.
"""

import os
import sqlite3
from pathlib import Path
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import msgspec

from legation.errors import TornData, UnwritableStore
from legation.model.news import Article, ArticleShown, Statement, StatementShown

VARIABLE: Final = "LEGATION_ARTICLES"
APPLICATION_ID: Final = 0x4C474152
VERSION: Final = 1
LONGEST_QUOTE: Final = 240
SURE: Final = 0.25
"""Share of an article's evidence that a place must hold for the article to stand on its page."""
TRACKING: Final = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "at_medium", "at_campaign", "cmpid")
SCHEMA: Final = f"""
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = {VERSION};
CREATE TABLE article (
    url TEXT PRIMARY KEY, title TEXT NOT NULL, site TEXT, published TEXT, language TEXT, seen TEXT NOT NULL
);
CREATE TABLE about (url TEXT, place TEXT, score REAL, PRIMARY KEY (place, url)) WITHOUT ROWID;
CREATE TABLE statement (url TEXT, number INTEGER, speaks_for TEXT, body BLOB, PRIMARY KEY (url, number)) WITHOUT ROWID;
CREATE TABLE feed (
    url TEXT PRIMARY KEY, etag TEXT, modified TEXT, due REAL NOT NULL DEFAULT 0, failures INTEGER NOT NULL DEFAULT 0,
    gone INTEGER NOT NULL DEFAULT 0, moved TEXT
);
"""


class Feed(msgspec.Struct, frozen=True):
    """What is known of a feed.

    Attributes:
        url: as listed. moved: where it has moved for good.
        etag, modified: its validators (RFC 9110). due: when it may be asked again, in seconds since 1970.
        failures: how often in a row it could not be had. gone: it said that it is gone for good.
    """

    url: str
    etag: str | None = None
    modified: str | None = None
    due: float = 0.0
    failures: int = 0
    gone: bool = False
    moved: str | None = None


def articles_path() -> Path:
    """Where the articles lie: named by LEGATION_ARTICLES, or in the user's data directory."""
    if named := os.environ.get(VARIABLE):
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("legation", appauthor=False) / "articles.sqlite"


def canonical(url: str) -> str:
    """An address without what tells visits apart, not pages: fragment, tracking parameters, a default port."""
    parts = urlsplit(url)
    kept = [
        (name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not tracks(name)
    ]
    host = (parts.hostname or "").lower()
    port = f":{parts.port}" if parts.port and parts.port not in (80, 443) else ""
    return urlunsplit((parts.scheme.lower(), host + port, parts.path or "/", urlencode(kept), ""))


def tracks(name: str) -> bool:
    """Whether a parameter only tells visits apart: whoever shares a link adds it unknowingly."""
    return name.lower().startswith(TRACKING)


class ReadArticles:
    """The file, open.

    Args:
        path: of the file.
        write: make it when it is missing.

    Raises:
        TornData: it is no such file, or one of another version.
        UnwritableStore: it cannot be made.
    """

    def __init__(self, path: Path, *, write: bool = False) -> None:
        try:
            if write:
                path.parent.mkdir(parents=True, exist_ok=True)
                self._connection = sqlite3.connect(path, isolation_level=None, timeout=20)
                self._connection.execute("PRAGMA journal_mode = WAL")
                if not self._connection.execute("PRAGMA application_id").fetchone()[0]:
                    self._connection.executescript(f"BEGIN IMMEDIATE;{SCHEMA}COMMIT;")
            else:
                uri = f"{path.resolve().as_uri()}?mode=ro"
                self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False, timeout=5)
            found = tuple(
                self._connection.execute(f"PRAGMA {name}").fetchone()[0]
                for name in ("application_id", "user_version")
            )
        except sqlite3.DatabaseError as error:
            raise TornData(
                "torn-articles", f"{path} holds no articles ({error}): move it away.", str(path)
            ) from error
        except OSError as error:
            raise UnwritableStore(
                "unwritable-articles", f"Cannot make {path} ({error.strerror}).", str(path)
            ) from error
        if found != (APPLICATION_ID, VERSION):
            message = f"{path} is no file of articles of version {VERSION}: move it away, or name another."
            raise TornData("foreign-articles", message, str(path))

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def has(self, url: str) -> bool:
        """Whether an article was read before."""
        query = "SELECT 1 FROM article WHERE url = ?"
        return self._connection.execute(query, (canonical(url),)).fetchone() is not None

    def add(self, article: Article, seen: str) -> bool:
        """Note an article with an address and a headline; whether it was new."""
        if not article.url or not article.title:
            return False
        url = canonical(article.url)
        row = (url, article.title[:300], article.site, article.published, article.language, seen)
        self._connection.execute("BEGIN IMMEDIATE")
        with self._connection:
            new = (
                self._connection.execute(
                    "INSERT OR IGNORE INTO article VALUES (?, ?, ?, ?, ?, ?)", row
                ).rowcount
                > 0
            )
            if new:
                places = [(url, one.code, one.score) for one in article.countries if one.role == "about"]
                self._connection.executemany("INSERT OR IGNORE INTO about VALUES (?, ?, ?)", places)
                said = [
                    (url, number, one.speaks_for, msgspec.msgpack.encode(shorten(one)))
                    for number, one in enumerate(article.statements)
                    if one.speaks_for and one.speaker
                ]
                self._connection.executemany("INSERT OR IGNORE INTO statement VALUES (?, ?, ?, ?)", said)
        return new

    def newest(self, place: str, most: int = 10) -> list[ArticleShown]:
        """The newest articles about a place."""
        query = """
            SELECT url, title, site, published, language, seen FROM about JOIN article USING (url)
            WHERE place = ? AND score >= ? ORDER BY coalesce(published, substr(seen, 1, 10)) DESC, url LIMIT ?
        """
        return [ArticleShown(*row) for row in self._connection.execute(query, (place, SURE, most))]

    def statements(self, place: str, most: int = 60) -> list[StatementShown]:
        """What was said in the newest articles about a place, newest first, with state and source."""
        query = """
            SELECT statement.body, article.url, article.title, article.site,
                coalesce(published, substr(seen, 1, 10)) AS day
            FROM about JOIN article USING (url) JOIN statement USING (url)
            WHERE place = ? AND score >= ? ORDER BY day DESC, article.url, number LIMIT ?
        """
        found = []
        for body, url, title, site, day in self._connection.execute(query, (place, SURE, most)):
            said = msgspec.msgpack.decode(body, type=dict[str, str | bool | None])
            found.append(
                msgspec.convert(
                    {**said, "url": url, "title": title, "site": site, "date": day}, StatementShown
                )
            )
        return found

    def feed(self, url: str) -> Feed:
        """What is known of a feed."""
        query = "SELECT url, etag, modified, due, failures, gone, moved FROM feed WHERE url = ?"
        row = self._connection.execute(query, (url,)).fetchone()
        return _feed(row) if row else Feed(url)

    def note_feed(self, feed: Feed) -> None:
        """Note what is known of a feed now."""
        row = msgspec.structs.astuple(feed)
        self._connection.execute(
            "INSERT OR REPLACE INTO feed (url, etag, modified, due, failures, gone, moved) VALUES (?,?,?,?,?,?,?)",
            row,
        )


def _feed(row: tuple[str, str | None, str | None, float, int, int, str | None]) -> Feed:
    url, etag, modified, due, failures, gone, moved = row
    return Feed(url, etag, modified, due, failures, bool(gone), moved)


def shorten(said: Statement) -> dict[str, str | bool | None]:
    """A statement as it is kept: a short quotation, and who said it."""
    quote = said.quote
    words = quote if len(quote) <= LONGEST_QUOTE else quote[: LONGEST_QUOTE - 1].rsplit(" ", 1)[0] + "…"
    fields = ("speaker", "role", "speaks_for", "medium", "direct", "cue")
    return {"quote": words, **{field: getattr(said, field) for field in fields}}
