"""The server: uvicorn with our protocol, one process or several on one socket."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final

import uvicorn
from uvicorn.supervisors import Multiprocess

from legation.site.app import Pages, make_app
from legation.site.protocol import PageProtocol
from legation.site.view import Setting

MOST_CONNECTIONS: Final = 1_000
STOPPING_S: Final = 5
"""How long a stopping server waits for slow lines to take their answers."""


def serve(setting: Setting, store: Path | None, listen: Callable[[], Any], workers: int = 1) -> None:
    """Serve until stopped.

    Args:
        setting: how the site is run.
        store: a store to use instead of the packaged one.
        listen: opens the socket, once the site is ready to answer; this room opens none itself.
        workers: processes; each holds its own pages.

    Raises:
        DataError: the store is missing, foreign or damaged.
    """
    app = make_app(setting, store)  # also with several, so that what is wrong is said once, and here
    if workers == 1:
        uvicorn.Server(configured(app)).run([listen()])
        return
    Multiprocess(configured(partial(make_app, setting, store), workers=workers), [listen()]).run()


def configured(
    app: "Pages | partial[Pages]", host: str = "127.0.0.1", port: int = 8000, workers: int = 1
) -> uvicorn.Config:
    """A configuration: nothing is logged of those who ask, nobody can hold on for ever."""
    return uvicorn.Config(
        app,
        factory=isinstance(app, partial),
        host=host,
        port=port,
        workers=workers,
        http=PageProtocol,
        ws="none",
        lifespan="off",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        date_header=True,
        log_level="warning",
        limit_concurrency=MOST_CONNECTIONS,
        timeout_graceful_shutdown=STOPPING_S,
    )
