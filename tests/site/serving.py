"""A real server on loopback, in a thread of this process."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from legation.site.app import Pages
from legation.site.server import configured


@contextmanager
def served(pages: Pages, most: int | None = None) -> Iterator[int]:
    """Serve on a free port; `most` connections at once when it is given."""
    port = free_port()
    config = configured(pages, port=port)
    config.limit_concurrency = most or config.limit_concurrency
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield port
    server.should_exit = True
    thread.join(timeout=10)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
