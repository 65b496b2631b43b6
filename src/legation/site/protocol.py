"""HTTP/1.1 for pages that are answered at once: no task, no queue, and no client that can hold on for ever.

uvicorn listens, counts and stops; httptools parses. In between stands this protocol, because every answer here is ready
when its request is read: a request costs a third of what it does by way of ASGI, and the clock of a connection is never
stopped (docs/decisions/0031-own-protocol.md).
"""

import asyncio
from typing import TYPE_CHECKING, Any, Final

import httptools
from uvicorn.protocols.http.httptools_impl import STATUS_LINE

from legation.site.app import Pages
from legation.site.parcel import ALWAYS, Sheet, length

if TYPE_CHECKING:
    from uvicorn import Config
    from uvicorn.server import ServerState

PATIENCE_S: Final = 10.0
"""From the first byte of a request, or from the opening of a connection, to the end of its headers."""
KEEP_ALIVE_S: Final = 15.0
"""Between requests, and for each piece of an answer that a slow line takes."""
LINGER_S: Final = 2.0
"""How long what a client still sends is thrown away, so that it can read the refusal."""
SLOWEST_BYTES: Final = 1_000
"""What a client must take of its answer within `KEEP_ALIVE_S`."""
LONGEST_HEAD: Final = 16_000
"""Bytes of a request's first line and headers."""
TOO_LARGE: Final = "A request must fit into {} bytes."
CLOSE: Final = b"connection: close\r\n"


class PageProtocol(asyncio.Protocol):
    """One connection.

    Args:
        config: of uvicorn, with `Pages` as its application.
        server_state: of uvicorn: the open connections, the headers of the moment.
        app_state: unused.
        _loop: the event loop.
    """

    patience_s, keep_alive_s, linger_s = PATIENCE_S, KEEP_ALIVE_S, LINGER_S

    def __init__(
        self,
        config: "Config",
        server_state: "ServerState",
        app_state: dict[str, Any],  # noqa: ARG002
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        if not config.loaded:
            config.load()
        if not isinstance(config.loaded_app, Pages):
            raise TypeError("this protocol serves Pages")
        self._pages = config.loaded_app
        self._most = config.limit_concurrency
        self._state = server_state
        self._loop = _loop or asyncio.get_running_loop()
        self._parser: Any = httptools.HttpRequestParser(self)
        self._due = 0.0
        self._head = 0
        self._unsent: float = float("inf")
        self._full = self._deaf = False
        self._clock: asyncio.TimerHandle | None = None
        self.on_message_begin()

    # -- the connection

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Start the clock."""
        self._transport = transport
        self._state.connections.add(self)  # type: ignore[arg-type]
        self._due = self._loop.time() + self.patience_s
        self._clock = self._loop.call_at(self._due, self._look_at_the_clock)
        if self._most is not None and len(self._state.connections) > self._most:
            self._refuse(503, "Too many ask at once: try again in a minute.")

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        """Stop the clock."""
        self._state.connections.discard(self)
        self._deaf = True
        if self._clock:
            self._clock.cancel()

    def shutdown(self) -> None:
        """Called when the server stops: what is answered is still sent."""
        self._deaf = True
        self._transport.close()

    def pause_writing(self) -> None:
        """Called when the client does not take what it was sent."""
        self._full = True

    def resume_writing(self) -> None:
        """Called when it took most of it."""
        self._full = False

    def eof_received(self) -> bool:
        """Whether to keep the half that writes open: no."""
        return False

    def data_received(self, data: bytes) -> None:
        """Parse; the first byte of a request starts its clock, no further byte moves it."""
        if self._deaf:
            return
        if not self._head:
            self._due = self._loop.time() + self.patience_s
        self._head += len(data)
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserUpgrade:
            self._close()
        except httptools.HttpParserError:
            self._refuse(400, "This is not an HTTP request.")
        if self._head > LONGEST_HEAD:
            self._refuse(431, TOO_LARGE.format(LONGEST_HEAD))

    # -- the parser

    def on_message_begin(self) -> None:
        """A new request."""
        self._target = b""
        self._asked: dict[bytes, bytes] = {}
        self._hosts = self._weight = 0

    def on_url(self, url: bytes) -> None:
        """A piece of the target."""
        self._target += url

    def on_header(self, name: bytes, value: bytes) -> None:
        """A header; of those that come twice the first counts."""
        name = name.lower()
        self._weight += len(name) + len(value)
        self._hosts += name == b"host"
        self._asked.setdefault(name, value)

    def on_headers_complete(self) -> None:
        """Answer one that brings a body before reading it: nothing here takes any."""
        if not self._deaf and self._brings_a_body():
            method = self._parser.get_method()
            if method in (b"GET", b"HEAD", b"OPTIONS"):
                self._refuse(413, "A request with a body is not served: put parameters into the address.")
            else:
                self._send(self._pages.answer(method, self._path(), self._asked), method, last=True)
                self._linger()

    def on_message_complete(self) -> None:
        """Answer."""
        self._head = 0
        if self._deaf:
            return
        if self._full:  # asks for more without taking what it got
            self._close()
        elif self._weight + len(self._target) > LONGEST_HEAD:
            self._refuse(431, TOO_LARGE.format(LONGEST_HEAD))
        elif self._hosts != 1 and self._parser.get_http_version() == "1.1":
            self._refuse(400, "A request names its host once (RFC 9112, 3.2).")
        else:
            self._answer()

    # -- the answer

    def _answer(self) -> None:
        parser, method = self._parser, self._parser.get_method()
        last = not parser.should_keep_alive() or parser.should_upgrade() or parser.get_http_version() == "1.0"
        self._send(self._pages.answer(method, self._path(), self._asked), method, last=last)
        if last:
            self._close()
        else:
            self._due = self._loop.time() + self.keep_alive_s

    def _send(self, sheet: Sheet, method: bytes, *, last: bool) -> None:
        state = self._state
        state.total_requests += 1
        parts = [
            STATUS_LINE[sheet.status],
            *(b"%b: %b\r\n" % one for one in state.default_headers),
            sheet.head,
        ]
        if last:
            parts.append(CLOSE)
        parts += (b"\r\n", b"" if method == b"HEAD" else sheet.body)
        self._transport.write(b"".join(parts))

    def _path(self) -> bytes:
        """The target; of one in absolute form (RFC 9112, 3.2.2) what follows the host."""
        target = self._target
        if target.startswith(b"/"):
            return target
        _, marked, rest = target.partition(b"://")
        return b"/" + rest.partition(b"/")[2] if marked else target

    def _brings_a_body(self) -> bool:
        return b"transfer-encoding" in self._asked or self._asked.get(b"content-length", b"0") != b"0"

    def _refuse(self, status: int, text: str) -> None:
        """Say what is wrong with the request itself, and hang up."""
        if self._deaf:
            return
        body = f"{text}\n".encode()
        headers = (*ALWAYS, (b"cache-control", b"no-store"), (b"content-type", b"text/plain; charset=utf-8"))
        self._send(Sheet(status, (*headers, length(body)), body), b"GET", last=True)
        self._linger()

    def _linger(self) -> None:
        """End the answer, but read on for a little: a close at once would tear the refusal from the line."""
        self._deaf = True
        self._transport.write_eof()
        self._due = self._loop.time() + self.linger_s
        if self._clock:
            self._clock.cancel()
        self._clock = self._loop.call_at(self._due, self._look_at_the_clock)

    def _close(self) -> None:
        self._deaf = True
        self._transport.close()

    def _look_at_the_clock(self) -> None:
        """Hang up when time is over; a line that still takes its answer gets more of it."""
        now, unsent = self._loop.time(), self._transport.get_write_buffer_size()
        if now >= self._due:
            if not unsent:
                self._transport.close()
                return
            if unsent > self._unsent - SLOWEST_BYTES:
                self._transport.abort()
                return
            self._unsent, self._due = unsent, now + self.keep_alive_s
        self._clock = self._loop.call_at(self._due, self._look_at_the_clock)
