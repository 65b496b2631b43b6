"""`legation read`: which countries an article is about, and who says what in it."""

import sys
from pathlib import Path

import click

PAGES = (
    "text/html, application/xhtml+xml, text/plain, application/rss+xml, application/atom+xml, application/xml,"
    " text/xml, application/feed+json, application/json"
)
"""Media types of a page, a text or a feed."""


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="FILE|FOLDER|URL|-")
@click.option(
    "--json", "as_json", is_flag=True, help="As JSON; one line each when there are several articles."
)
@click.option("--fast", is_flag=True, help="Read HTML fast instead of with care: for large collections.")
@click.option("--store", type=click.Path(path_type=Path), help="Use this store instead of the packaged one.")
def read(sources: tuple[str, ...], as_json: bool, fast: bool, store: Path | None) -> None:
    """Read news: HTML, plain text, a feed (RSS, Atom, JSON Feed), or a folder of them.

    \b
    legation read article.html
    legation read https://example.org/article
    legation read --json page.html
    cat article.txt | legation read -
    """  # noqa: D301
    from legation.errors import InputError
    from legation.news.article import open_index
    from legation.news.decode import LARGEST
    from legation.news.files import read_content, read_path
    from legation.render.article import render_article_json, render_article_text

    index = open_index(store, lambda line: click.echo(line, err=True))
    several = len(sources) > 1 or Path(sources[0]).is_dir()
    failed: list[InputError] = []
    read_some = False
    for source in sources:
        if source == "-":
            content = sys.stdin.buffer.read(LARGEST + 1)
            articles = read_content(content, "the input", index, careful=not fast)
        elif source.startswith(("https://", "http://")):
            articles = read_content(ask_page(source), source, index, careful=not fast, url=source)
        else:
            articles = read_path(Path(source), index, careful=not fast, fail=failed.append)
        try:
            for article in articles:
                read_some = True
                show = render_article_json(article, line=several) if as_json else render_article_text(article)
                click.echo(show)
        except InputError as error:
            failed.append(error)
    if failed and not read_some:
        raise failed[0]
    for failure in failed:
        click.echo(f"legation: {failure.message}", err=True)


def ask_page(url: str) -> bytes:
    """One page from the web, politely; never from a private address.

    Raises:
        StopSource: refused, not there, too big, or too slow.
    """
    from legation.build.fetch import Fetcher, Limits
    from legation.sources.ask import Request

    limits = Limits(bytes=10_000_000, seconds=20, attempts=2, first_wait=1)
    return Fetcher("read", limits=limits)(Request(url, PAGES))
