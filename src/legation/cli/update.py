"""`legation update`: fetch a source anew."""

from pathlib import Path

import click


@click.command()
@click.argument("source", default="wikidata")
@click.option(
    "--into",
    "captures",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("captures"),
    show_default=True,
    help="The folder with the sources' captures; `legation build --from` reads it.",
)
@click.option("--endpoint", metavar="URL", help="Ask this address instead of the publisher's.")
@click.option("--contact", metavar="WHO", help="Your mail address or page, sent along as publishers ask for.")
@click.option("--loopback", is_flag=True, help="The endpoint is on this machine; without this it is refused.")
def update(source: str, captures: Path, endpoint: str | None, contact: str | None, loopback: bool) -> None:
    """Fetch a source from its publisher and file it among the captures.

    Nothing is kept unless all of it came and is healthy.
    """
    from datetime import UTC, datetime

    try:
        from legation.build.update import update as update_source
    except ModuleNotFoundError as error:
        raise click.ClickException(f"{error.name} is missing: pip install 'legation[build]'.") from error
    from legation.places import Gazetteer
    from legation.sources import get_declaration
    from legation.store.locate import open_store

    gazetteer = Gazetteer(open_store(say=lambda line: click.echo(line, err=True)))
    today = datetime.now(UTC).date().isoformat()
    snapshot = update_source(
        get_declaration(source), captures, today, gazetteer, endpoint, contact, loopback=loopback
    )
    click.echo(f"{snapshot.paths[0]}: {snapshot.bytes:,} bytes. Next: legation build --from {captures}")
