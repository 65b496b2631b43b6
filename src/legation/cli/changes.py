"""`legation changes`: what became different in the directory."""

from pathlib import Path

import click


@click.command()
@click.option(
    "--since", required=True, metavar="DATE", help="From this day on, YYYY-MM-DD: when a build noticed it."
)
@click.option("--in", "place", metavar="PLACE", help="Only posts in this place.")
@click.option("--of", "state", metavar="STATE", help="Only posts of this sending state.")
@click.option(
    "--corrections", is_flag=True, help="Also what we read anew though no source said anything new."
)
@click.option(
    "--format", "form", type=click.Choice(("text", "json", "atom")), help="How to print; text when left out."
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option("--store", type=click.Path(path_type=Path), help="Use this store instead of the packaged one.")
def changes(
    since: str,
    place: str | None,
    state: str | None,
    corrections: bool,
    form: str | None,
    as_json: bool,
    store: Path | None,
) -> None:
    """List posts that opened, closed, moved, or changed their number, mail, website, address or hours.

    \b
    legation changes --since 2026-01-01
    legation changes --since 2026-01-01 --in russia --json
    legation changes --since 2026-01-01 --format atom > changes.atom
    """  # noqa: D301
    from legation.places import Gazetteer
    from legation.render.changes import render_post_atom, render_post_changes
    from legation.render.json import render_json
    from legation.situation.ask import parse_day
    from legation.store.changes import fetch_changes
    from legation.store.locate import open_store

    day = parse_day(since)
    connection = open_store(store, say=lambda line: click.echo(line, err=True))
    gazetteer = Gazetteer(connection)
    receiving = gazetteer.parse_place(place).place.code if place else None
    sending = gazetteer.parse_place(state).place.code if state else None
    found = [
        one
        for one in fetch_changes(connection, day)
        if receiving in (None, one.receiving)
        and sending in (None, one.sending)
        and (corrections or not one.correction)
    ]
    shape = "json" if as_json else form or "text"
    if shape == "atom":
        click.echo(render_post_atom(found), nl=False)
    elif shape == "json":
        click.echo(render_json(found))
    elif found:
        click.echo(render_post_changes(found), nl=False)
    else:
        click.echo(f"Nothing has changed since {day}.", err=True)
