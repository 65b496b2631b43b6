"""`legation serve`: the site, from this machine."""

import socket
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from legation.cli.reporting import articles_option, origin_option, report_option

if TYPE_CHECKING:
    from legation.site.view import Credit

WAITING: Final = 1_000
"""Connections that may wait to be taken."""


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="Port to listen on; 0 takes a free one.",
)
@origin_option
@click.option(
    "--workers",
    default=1,
    show_default=True,
    type=click.IntRange(1, 64),
    help="Processes that answer; one is enough for most.",
)
@articles_option("Show this file of read articles instead of your own.")
@report_option
@click.option("--store", type=click.Path(path_type=Path), help="Use this store instead of the packaged one.")
def serve(
    host: str, port: int, origin: str, workers: int, articles: Path | None, report: str, store: Path | None
) -> None:
    """Serve the site; nothing about those who ask is logged."""
    try:
        from legation.site.server import serve as site
    except ImportError as error:
        raise click.UsageError(
            f"The site needs more parts ({error.name}): pip install 'legation[site]'"
        ) from error
    from legation.site.view import Setting
    from legation.store.reading import articles_path

    setting = Setting(
        origin=origin,
        credits=credits_of(store),
        articles=articles or articles_path(),
        report=report,
    )
    site(setting, store, partial(listen, host, port), workers)


def listen(host: str, port: int) -> socket.socket:
    """Take an address to listen on, and say which.

    Raises:
        InputError: it is taken, or none of this machine.
    """
    from legation.errors import InputError

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listening = socket.create_server((host, port), family=family, backlog=WAITING)
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", error)
        message = f"Nobody can listen on {host[:80]} port {port} ({reason}): name another --host or --port."
        raise InputError("unusable-address", message, f"{host}:{port}") from error
    listening.set_inheritable(True)  # for --workers
    address, taken = listening.getsockname()[:2]
    shown = f"[{address}]" if ":" in address else address
    click.echo(f"http://{shown}:{taken}/  (stop with Ctrl-C)", err=True)
    return listening


def credits_of(store: Path | None) -> "tuple[Credit, ...]":
    """The sources, as the site names them; the site itself never reads a source."""
    import msgspec

    from legation.site.view import Credit
    from legation.sources.credits import give_credits
    from legation.store.locate import open_store

    return msgspec.convert(give_credits(open_store(store)), tuple[Credit, ...], from_attributes=True)
