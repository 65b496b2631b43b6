"""`legation situation`: what is going on at a place."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from legation.model.situation import Language
    from legation.places import Gazetteer
    from legation.situation.observe import Observer

FORMATS = ("text", "json", "atom", "cap", "geojson", "banner-line")


@click.command()
@click.argument("words", nargs=-1)
@click.option("--on", "day", metavar="DATE", help="As of this day, YYYY-MM-DD; today when left out.")
@click.option("--lang", "language", default="en", help="Of the sentences: en fr es de nl pt ru uk ar zh hi.")
@click.option("--changes", is_flag=True, help="List the changes of advice, of the place or of all.")
@click.option(
    "--since", metavar="DATE", help="With --changes, atom or cap: those in effect from this day on."
)
@click.option("--health", is_flag=True, help="Say how old each source is, and what was refused.")
@click.option("--format", "form", type=click.Choice(FORMATS), help="How to print; text when left out.")
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option("--store", type=click.Path(path_type=Path), help="Use this store instead of the packaged one.")
def situation(
    words: tuple[str, ...],
    day: str | None,
    language: str,
    changes: bool,
    health: bool,
    since: str | None,
    form: str | None,
    as_json: bool,
    store: Path | None,
) -> None:
    """Say what is going on at a place: conflicts, travel advice, alerts.

    \b
    legation situation RU
    legation situation russia --on 2026-09-15 --json
    legation situation MX --changes --since 2025-06-01
    legation situation --format geojson
    """  # noqa: D301
    from legation.situation.ask import open_observer, parse_day, parse_language

    observer, gazetteer = open_observer(store, lambda line: click.echo(line, err=True))
    match = gazetteer.parse_place(" ".join(words)) if words else None
    place = match.place.code if match else None
    if match and match.guess:
        click.echo(f"Taken to mean {match.name} ({place}).", err=True)
    on, lang = parse_day(day), parse_language(language)
    shape = "json" if as_json else form or "text"
    if since is not None and not changes and shape not in ("atom", "cap"):
        raise click.UsageError("--since goes with --changes, atom or cap; --on says as of which day.")
    if health:
        click.echo(list_health(observer, on, shape), nl=False)
    elif changes or shape == "atom":
        click.echo(
            list_changes(observer, gazetteer, place, parse_day(since) if since else "", shape, lang), nl=False
        )
    elif shape == "cap":
        click.echo(
            list_notices(observer, gazetteer, place, parse_day(since) if since else "", lang), nl=False
        )
    elif place is None and shape != "geojson":
        raise click.UsageError(
            "Name a place, such as `legation situation RU`; --changes, --health, atom, cap and geojson do without."
        )
    else:
        click.echo(show(observer, gazetteer, place, on, shape, lang), nl=False)


def show(
    observer: "Observer", gazetteer: "Gazetteer", place: str | None, on: str, shape: str, language: "Language"
) -> str:
    """The situation of a place, or of all places for a map."""
    from legation.render.situation import render_banner_line, render_situation

    if shape == "geojson":
        from legation.render.geojson_situation import render_situation_geojson

        places = [one for one in gazetteer.places() if place in (None, one.code)]
        return render_situation_geojson((one, observer.find(one.code, on, language)) for one in places) + "\n"
    found = observer.find(str(place), on, language)
    if shape == "json":
        from legation.render.json import render_json

        return render_json(found) + "\n"
    return render_banner_line(found) if shape == "banner-line" else render_situation(found)


def list_health(observer: "Observer", on: str, shape: str) -> str:
    """How every source of the situation is."""
    from legation.render.json import render_json
    from legation.render.situation import render_health
    from legation.situation.health import find_health

    history = observer.connections[1] if len(observer.connections) > 1 else None
    found = find_health(observer.store, history, on)
    return render_json(found) + "\n" if shape == "json" else render_health(found)


def list_changes(
    observer: "Observer",
    gazetteer: "Gazetteer",
    place: str | None,
    since: str,
    shape: str,
    language: "Language",
) -> str:
    """Every change of level, of one place or of all, oldest first."""
    from legation.render.atom import render_atom
    from legation.render.json import render_json
    from legation.render.situation import render_changes
    from legation.situation.notices import all_changes

    codes = [place] if place else [one.code for one in gazetteer.places()]
    found = all_changes(observer, codes, since, language)
    if shape == "atom":
        title = (
            f"Changes of travel advice: {found[-1].place.name}"
            if place and found
            else "Changes of travel advice"
        )
        return render_atom(found, title, place or "all")
    return render_json(found) + "\n" if shape == "json" else render_changes(found)


def list_notices(
    observer: "Observer", gazetteer: "Gazetteer", place: str | None, since: str, language: "Language"
) -> str:
    """CAP messages, one document a line, oldest first."""
    from legation.render.cap import render_cap
    from legation.situation.notices import all_notices

    codes = [place] if place else [one.code for one in gazetteer.places()]
    notices = all_notices(observer, codes, since, language)
    return "".join(render_cap(notice, language=language) + "\n" for notice in notices)
