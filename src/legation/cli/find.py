"""`legation find`: from a citizen and a place to whoever can help."""

import sys
from pathlib import Path

import click

FORMATS = ("text", "json", "geojson", "vcard")
STATUSES = ("refugee", "stateless", "non-citizen")


@click.command()
@click.argument("words", nargs=-1)
@click.option(
    "--citizen", "-c", multiple=True, metavar="STATE", help="Citizen of; repeat for a dual national."
)
@click.option("--in", "place", metavar="PLACE", help="Where the person is: a city, a country, a code.")
@click.option("--at", "point", metavar="LAT,LON", help="Where the person is, as coordinates.")
@click.option("--on", "day", metavar="DATE", help="As of this day, YYYY-MM-DD; today when left out.")
@click.option("--status", type=click.Choice(STATUSES), help="For people without the protection of a state.")
@click.option("--need", metavar="HELP", help="Kind of help, such as travel-document, arrest, illness, death.")
@click.option("--format", "form", type=click.Choice(FORMATS), help="How to print; text when left out.")
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option("--store", type=click.Path(path_type=Path), help="Use this store instead of the packaged one.")
def find(
    words: tuple[str, ...],
    citizen: tuple[str, ...],
    place: str | None,
    point: str | None,
    day: str | None,
    status: str | None,
    need: str | None,
    form: str | None,
    as_json: bool,
    store: Path | None,
) -> None:
    """Find who can help a citizen abroad.

    \b
    legation find dutch in moscow
    legation find NL RU
    legation find --citizen NL --citizen TR --in Moscow --on 2022-11-16
    legation find --citizen NL --at 55.75,37.62 --json
    """  # noqa: D301
    from legation.find.ask import ask, open_finder, parse_coordinates

    at = parse_coordinates(point) if point is not None else None
    finder = open_finder(store, say=lambda line: click.echo(line, err=True))
    answer = finder.find(
        ask(finder.gazetteer, citizen, place, words=words, at=at, on=day, status=status, need=need)
    )
    match "json" if as_json else form or "text":
        case "json":
            from legation.render.json import render_json

            click.echo(render_json(answer))
        case "geojson":
            from legation.render.geojson import render_geojson

            click.echo(render_geojson(answer))
        case "vcard":
            from legation.render.vcard import render_vcard

            click.echo(render_vcard(answer), nl=False)
        case _:
            from legation.render.text import render_text

            click.echo(render_text(answer, finder.name, colour=sys.stdout.isatty()), nl=False)
