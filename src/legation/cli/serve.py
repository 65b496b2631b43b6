"""`legation serve`: the site, from this machine."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from legation.cli.reporting import report_option

if TYPE_CHECKING:
    from legation.site.view import Credit


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="Port to listen on."
)
@click.option(
    "--origin", default="", metavar="URL", help="Where the world finds the site: https://example.org"
)
@click.option(
    "--workers",
    default=1,
    show_default=True,
    type=click.IntRange(1, 64),
    help="Processes that answer; one is enough for most.",
)
@click.option(
    "--articles", type=click.Path(path_type=Path), help="Show this file of read articles instead of your own."
)
@report_option
@click.option("--store", type=click.Path(path_type=Path), help="Use this store instead of the packaged one.")
def serve(
    host: str, port: int, origin: str, workers: int, articles: Path | None, report: str, store: Path | None
) -> None:
    """Serve the site; nothing about those who ask is logged."""
    try:
        from legation.site.server import serve as listen
    except ImportError as error:
        raise click.UsageError(
            f"The site needs more parts ({error.name}): pip install 'legation[site]'"
        ) from error
    from legation.site.view import Setting
    from legation.store.reading import articles_path

    setting = Setting(
        origin=origin.rstrip("/"),
        credits=credits_of(store),
        articles=articles or articles_path(),
        report=report,
    )
    click.echo(f"http://{host}:{port}/  (stop with Ctrl-C)", err=True)
    listen(setting, store, host, port, workers)


def credits_of(store: Path | None) -> "tuple[Credit, ...]":
    """The sources, as the site names them; the site itself never reads a source."""
    import msgspec

    from legation.site.view import Credit
    from legation.sources.credits import give_credits
    from legation.store.locate import open_store

    return msgspec.convert(give_credits(open_store(store)), tuple[Credit, ...], from_attributes=True)
