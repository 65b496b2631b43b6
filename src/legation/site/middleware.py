"""The notice on the pages of an application: a layer for ASGI and one for WSGI.

Only whole HTML pages are touched: status 200, not compressed (put the layer below the one that compresses), not marked
`no-transform`, at most `LARGEST` bytes. Whatever goes wrong, the page leaves as the application made it. A page that
was changed loses the validators and ranges that spoke of the old bytes.
"""

import asyncio
import hashlib
import logging
import threading
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any, Final

from legation.site.placing import LARGEST, Choice, Desk, choose_notice, place_notice

log = logging.getLogger(__name__)

STALE: Final = frozenset(
    {"content-length", "etag", "last-modified", "content-md5", "digest", "accept-ranges"}
)
KEPT: Final = 4_096
"""Choices kept in memory, by the bytes of the page and the day; each is a few hundred bytes."""

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
Headers = list[tuple[str, str]]
NewDesk = Callable[[], Desk]
"""Gives the desk of the moment: called for each page, so that the day moves on."""


class Clerk:
    """Places notices, and keeps the last choices: a page is read once a day."""

    def __init__(self, desk: NewDesk) -> None:
        self._desk = desk
        self._kept: dict[tuple[bytes, str], Choice] = {}
        self._lock = threading.Lock()

    def serve(self, page: bytes) -> bytes:
        """The page with its notice; the page as it was when anything fails."""
        try:
            return place_notice(page, self._desk(), self._choose).body
        except Exception:
            log.exception("a page was left without a notice")
            return page

    def _choose(self, bare: bytes, desk: Desk) -> Choice:
        key = hashlib.blake2b(bare, digest_size=16).digest(), desk.day
        with self._lock:
            known = self._kept.get(key)
        if known is None:
            known = choose_notice(bare, desk)
            with self._lock:
                while len(self._kept) >= KEPT:
                    del self._kept[next(iter(self._kept))]
                self._kept[key] = known
        return known


def is_ours(status: int, headers: Headers) -> bool:
    """Whether a response is a whole HTML page that may be changed."""
    known = {name.lower(): value.lower() for name, value in headers}
    length = known.get("content-length", "0")
    return (
        status == 200
        and known.get("content-type", "").startswith("text/html")
        and known.get("content-encoding", "identity") == "identity"
        and "no-transform" not in known.get("cache-control", "")
        and not (length.isdigit() and int(length) > LARGEST)
    )


class NoticeASGI:
    """A layer around an ASGI application.

    Args:
        app: the application.
        desk: see `NewDesk`.
    """

    def __init__(self, app: App, desk: NewDesk) -> None:
        self._app = app
        self._clerk = Clerk(desk)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or scope.get("method") != "GET":
            await self._app(scope, receive, send)
            return
        start: Message | None = None
        held: list[bytes] = []

        async def hold(message: Message) -> None:
            """Hold a page back until it is whole; let everything else through."""
            nonlocal start
            if message["type"] == "http.response.start" and is_ours(message["status"], shown(message)):
                start = message
                return
            if start is None or message["type"] != "http.response.body":
                await send(message)
                return
            held.append(message.get("body", b""))
            if sum(map(len, held)) > LARGEST:
                await send(start)
                await send({**message, "body": b"".join(held)})
                start = None
            elif not message.get("more_body"):
                page = b"".join(held)
                served = await asyncio.to_thread(self._clerk.serve, page)
                await send(start if served == page else {**start, "headers": changed(start, len(served))})
                await send({"type": "http.response.body", "body": served})
                start = None

        await self._app(scope, receive, hold)


def shown(start: Message) -> Headers:
    """The headers of a response as text."""
    return [(name.decode("latin-1"), value.decode("latin-1")) for name, value in start.get("headers", ())]


def changed(start: Message, length: int) -> list[tuple[bytes, bytes]]:
    """The headers of a page that was changed."""
    kept = [
        (name, value)
        for name, value in start.get("headers", ())
        if name.decode("latin-1").lower() not in STALE
    ]
    return [*kept, (b"content-length", str(length).encode())]


class NoticeWSGI:
    """A layer around a WSGI application (PEP 3333).

    Args:
        app: the application.
        desk: see `NewDesk`.
    """

    def __init__(self, app: Callable[..., Iterable[bytes]], desk: NewDesk) -> None:
        self._app = app
        self._clerk = Clerk(desk)

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Serve one request."""
        if environ.get("REQUEST_METHOD") != "GET":
            return self._app(environ, start_response)
        begun: list[tuple[str, Headers, Any]] = []
        written: list[bytes] = []

        def begin(status: str, headers: Headers, failure: Any = None) -> Callable[[bytes], None]:
            if not is_ours(int(status[:3]), headers):
                write: Callable[[bytes], None] = start_response(status, headers, failure)
                return write
            begun[:] = [(status, headers, failure)]
            return written.append

        parts = self._app(environ, begin)
        if not begun:
            # A generator has not begun before its first part is asked for.
            parts = iter(parts)
            first = next(parts, b"")
            if not begun:
                return Chained(first, parts)
            written.append(first)
        page = b"".join([*written, *parts])
        close = getattr(parts, "close", None)
        if close:
            close()
        status, headers, failure = begun[0]
        served = self._clerk.serve(page) if len(page) <= LARGEST else page
        if served != page:
            headers = [one for one in headers if one[0].lower() not in STALE]
            headers.append(("Content-Length", str(len(served))))
        start_response(status, headers, failure)
        return [served]


class Chained:
    """The first part of a response and the rest of it; closes what it came from."""

    def __init__(self, first: bytes, rest: Iterable[bytes]) -> None:
        self._first = first
        self._rest = rest

    def __iter__(self) -> Any:
        """Yield the parts."""
        yield self._first
        yield from self._rest

    def close(self) -> None:
        """Close the application's own iterable, when it can be."""
        close = getattr(self._rest, "close", None)
        if close:
            close()
