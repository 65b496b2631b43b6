"""`legation banner`: the consular notice for a page, made on the server."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from legation.errors import InputError


@click.command()
@click.option("--country", metavar="PLACE", help="The place the page is about: a name or a code.")
@click.option("--article", metavar="FILE|-", help="Or the page itself: its place is read from it.")
@click.option("--on", "day", metavar="DATE", help="As of this day, YYYY-MM-DD; today when left out.")
@click.option("--lang", "language", default="en", show_default=True, help="Of the words.")
@click.option(
    "--origin", default="", metavar="URL", help="The site that the link leads to: https://example.org"
)
@click.option(
    "--format", "form", type=click.Choice(["html", "text", "json"]), default="html", show_default=True
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option("--store", type=click.Path(path_type=Path), help="Use this store instead of the packaged one.")
def banner(
    country: str | None,
    article: str | None,
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
    """  # noqa: D301
    try:
        from legation.site.banner import banner as make
        from legation.site.banner import banner_html, banner_text
        from legation.site.edition import open_edition
    except ImportError as error:
        raise click.UsageError(
            f"The notice needs more parts ({error.name}): pip install 'legation[site]'"
        ) from error
    from legation.render.json import render_json
    from legation.situation.ask import parse_day
    from legation.store.labels import LANGUAGES

    if language not in LANGUAGES:
        raise click.BadParameter(f"{language!r} is not one of {', '.join(LANGUAGES)}.", param_hint="--lang")
    if (country is None) == (article is None):
        raise click.UsageError("Give either --country or --article.")
    edition = open_edition(store, lambda line: click.echo(line, err=True))
    code = (
        edition.gazetteer.parse_place(country).place.code
        if country
        else place_of_article(str(article), store)
    )
    shown = make(edition, code, parse_day(day), language, origin.rstrip("/"))
    match "json" if as_json else form:
        case "json":
            click.echo(render_json(shown))
        case "text":
            click.echo(banner_text(shown), nl=False)
        case _:
            click.echo(banner_html(shown))


def place_of_article(name: str, store: Path | None) -> str:
    """The place that an article is about.

    Raises:
        InputError: it cannot be read, or is about no place.
    """
    from legation.errors import UnknownInput
    from legation.news.article import open_index
    from legation.news.decode import LARGEST
    from legation.news.files import read_content, read_path

    failed: list[InputError] = []
    index = open_index(store, lambda line: click.echo(line, err=True))
    if name == "-":
        articles = read_content(sys.stdin.buffer.read(LARGEST + 1), "the input", index)
    else:
        articles = read_path(Path(name), index, fail=failed.append)
    for article in articles:
        if article.countries:
            return article.countries[0].code
    if failed:
        raise failed[0]
    raise UnknownInput(
        "no-place", f"{name[:100]} is about no place that we know: name one with --country.", name
    )
