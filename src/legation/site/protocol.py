"""HTTP that does not wait for ever: a client that sends its request drop by drop is hung up on."""

import asyncio
from typing import Any, Final

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

PATIENCE_S: Final = 10.0
"""From the first byte of a request, or from the opening of a connection, to the end of its headers."""


class ImpatientProtocol(HttpToolsProtocol):
    """uvicorn's protocol with a limit on how long the headers of a request may take."""

    patience_s = PATIENCE_S
    _limit: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Start the clock."""
        super().connection_made(transport)
        self._start()

    def on_message_begin(self) -> None:
        """Start the clock for a further request on the connection."""
        self._start()
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """Stop the clock."""
        self._stop()
        super().on_headers_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the clock."""
        self._stop()
        super().connection_lost(exc)

    def _start(self) -> None:
        if self._limit is None:
            self._limit = self.loop.call_later(self.patience_s, self._hang_up)

    def _stop(self) -> None:
        if self._limit is not None:
            self._limit.cancel()
            self._limit = None

    def _hang_up(self) -> None:
        transport: Any = self.transport
        if transport and not transport.is_closing():
            transport.close()
