"""`legation banner`: the consular notice for a page, made on the server."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from legation.cli.reporting import origin_option

if TYPE_CHECKING:
    from legation.errors import InputError
    from legation.model.news import CountryScore
    from legation.site.edition import Edition


@click.command()
@click.option("--country", metavar="PLACE", help="The place the page is about: a name or a code.")
@click.option("--article", metavar="FILE|-", help="Or the page itself: its place is read from it.")
@click.option(
    "--inject",
    "site",
    metavar="FOLDER",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Or a static site: every page gets the notice of the place it is surely about.",
)
@click.option("--remove", is_flag=True, help="With --inject: take the notices out again.")
@click.option("--dry-run", is_flag=True, help="With --inject: say what would be done, and write nothing.")
@click.option("--on", "day", metavar="DATE", help="As of this day, YYYY-MM-DD; today when left out.")
@click.option("--lang", "language", default="en", show_default=True, help="Of the words.")
@origin_option
@click.option(
    "--format", "form", type=click.Choice(["html", "text", "json"]), default="html", show_default=True
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option("--store", type=click.Path(path_type=Path), help="Use this store instead of the packaged one.")
def banner(
    country: str | None,
    article: str | None,
    site: Path | None,
    remove: bool,
    dry_run: bool,
    day: str | None,
    language: str,
    origin: str,
    form: str,
    as_json: bool,
    store: Path | None,
) -> None:
    """Print the notice on a place, for a page that is about it.

    \b
    legation banner --country RU
    legation banner --article page.html --format text
    legation banner --inject public --origin https://help.example.org

    An article that is not surely about one place gets no notice: that is said, and the exit code is 1. With --inject, a
    page that has a notice already keeps it, and gets no second one.
    """  # noqa: D301
    try:
        from legation.site.banner import banner as make
        from legation.site.banner import banner_html, banner_text
        from legation.site.edition import open_edition
    except ImportError as error:
        raise click.UsageError(
            f"The notice needs more parts ({error.name}): pip install 'legation[site]'"
        ) from error
    import msgspec

    from legation.model.situation import LANGUAGES
    from legation.render.json import render_json
    from legation.situation.ask import parse_day

    if language not in LANGUAGES:
        raise click.BadParameter(f"{language!r} is not one of {', '.join(LANGUAGES)}.", param_hint="--lang")
    if [country, article, site].count(None) != 2:
        raise click.UsageError("Give one of --country, --article and --inject.")
    if (remove or dry_run) and site is None:
        raise click.UsageError("--remove and --dry-run go with --inject.")
    edition = open_edition(store, lambda line: click.echo(line, err=True))
    on, link = parse_day(day), origin
    if site is not None:
        inject(site, edition, store, on, language, link, remove=remove, dry_run=dry_run, as_json=as_json)
        return
    sure = None
    if country:
        code = edition.gazetteer.parse_place(country).place.code
    else:
        sure = place_of_article(str(article), store)
        code = sure.code
    shown = make(edition, code, on, language, link)
    match "json" if as_json else form:
        case "json":
            why = {"why": msgspec.to_builtins(sure)} if sure else {}
            click.echo(render_json({**msgspec.to_builtins(shown), **why}))
        case "text":
            click.echo(banner_text(shown), nl=False)
        case _:
            click.echo(banner_html(shown))


def place_of_article(name: str, store: Path | None) -> "CountryScore":
    """The place that an article is surely about.

    Raises:
        InputError: it cannot be read.
        Exit: no notice belongs on it; standard error says why.
    """
    from legation.news.article import open_index
    from legation.news.decode import LARGEST
    from legation.news.files import read_content, read_path
    from legation.news.notice import notice_place

    failed: list[InputError] = []
    index = open_index(store, lambda line: click.echo(line, err=True))
    if name == "-":
        articles = read_content(sys.stdin.buffer.read(LARGEST + 1), "the input", index)
    elif "://" in name:
        from legation.cli.read import ask_page

        articles = read_content(ask_page(name), name, index, url=name)
    else:
        articles = read_path(Path(name), index, fail=failed.append)
    best = None
    for article in articles:
        if sure := notice_place(article):
            return sure
        best = best or next(iter(article.countries), None)
    if failed:
        raise failed[0]
    maybe = f" It may be about {best.code} (score {best.score}): say so with --country." if best else ""
    click.echo(f"legation: no notice: {name[:100]} is not surely about one place.{maybe}", err=True)
    raise click.exceptions.Exit(1)


def inject(
    site: Path,
    edition: "Edition",
    store: Path | None,
    day: str,
    language: str,
    origin: str,
    *,
    remove: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Put notices into the pages of a static site, or take them out, and say what became of them."""
    from legation.news.article import open_index
    from legation.site.placing import Desk
    from legation.site.static_site import treat_site

    desk = Desk(edition, open_index(store, lambda line: click.echo(line, err=True)), day, language, origin)
    treated = treat_site(site, desk, remove=remove, dry_run=dry_run)
    if as_json:
        from legation.render.json import render_json

        click.echo(render_json(treated))
        return
    for path, outcome, country in treated.pages:
        if outcome in ("placed", "removed"):
            click.echo(f"{outcome:8} {country or '':2} {path}")
    counted = ", ".join(f"{number:,} {outcome}" for outcome, number in treated.counts.items())
    click.echo(f"{counted or 'no HTML pages'}{' (nothing was written)' if dry_run else ''}", err=True)
    for path, why in treated.failures:
        click.echo(f"legation: {path}: {why}", err=True)
    if treated.failures:
        raise click.exceptions.Exit(3)
