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
    """Fetch a source from its publisher.

    A source of the directory is filed among the captures. One of the situation (`advice_ca`, `gdacs` …, or all of them:
    `situation`) is appended to the local history, which `legation situation` reads. Nothing is kept unless all of it
    came and is healthy.
    """
    from datetime import UTC, datetime

    try:
        from legation.build.update import update as update_source
    except ModuleNotFoundError as error:
        raise click.ClickException(f"{error.name} is missing: pip install 'legation[build]'.") from error
    from legation.cli.streams import tell_retries
    from legation.sources import declarations, get_declaration

    tell_retries()
    sources = [one.id for one in declarations().values() if one.part == "situation"]
    if source == "situation" or get_declaration(source).part == "situation":
        update_situation(sources if source == "situation" else [source], endpoint, contact, loopback=loopback)
        return

    from legation.places import Gazetteer
    from legation.store.locate import open_store

    gazetteer = Gazetteer(open_store(say=lambda line: click.echo(line, err=True)))
    today = datetime.now(UTC).date().isoformat()
    snapshot = update_source(
        get_declaration(source), captures, today, gazetteer, endpoint, contact, loopback=loopback
    )
    click.echo(f"{snapshot.paths[0]}: {snapshot.bytes:,} bytes. Next: legation build --from {captures}")


def update_situation(
    sources: list[str], endpoint: str | None, contact: str | None, *, loopback: bool
) -> None:
    """Append sources of the situation to the local history, one after the other; a refused one does not stop the rest.

    Raises:
        StopSource: the last refusal, when every source was refused.
    """
    from legation.build.situation.live import append_live
    from legation.errors import StopSource

    refusals: list[StopSource] = []
    for source in sources:
        try:
            taken = append_live(source, endpoint, contact, loopback=loopback)
        except StopSource as refusal:
            refusals.append(refusal)
            if len(refusals) < len(sources):
                click.echo(refusal.message, err=True)
        else:
            click.echo(f"{source}: {taken.entries:,} entries of {taken.seen}.")
    if len(refusals) == len(sources):
        raise refusals[-1]
