"""`legation read`: which countries an article is about, and who says what in it."""

import sys
from pathlib import Path

import click

from legation.cli.feeds import Interval, poll

PAGES = (
    "text/html, application/xhtml+xml, text/plain, application/rss+xml, application/atom+xml, application/xml,"
    " text/xml, application/feed+json, application/json"
)
"""Media types of a page, a text or a feed."""


@click.command()
@click.argument("sources", nargs=-1, metavar="FILE|FOLDER|WARC|URL|-")
@click.option(
    "--json", "as_json", is_flag=True, help="As JSON; one line each when there are several articles."
)
@click.option("--fast", is_flag=True, help="Read HTML fast instead of with care, as corpora are.")
@click.option("--careful", is_flag=True, help="Read the HTML of a corpus with care: a fifth of the speed.")
@click.option(
    "--statements/--no-statements", default=True, help="Of a corpus: whether to look for who said what."
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Read WARC files and folders into this file of JSON lines; started again, it goes on where it was.",
)
@click.option(
    "--workers", type=click.IntRange(1, 256), help="Processes for a corpus; all processors when left out."
)
@click.option("--ray", metavar="ADDRESS", help="Read a corpus on a Ray cluster: its address, or local.")
@click.option(
    "--feeds",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="OPML",
    help="Read the feeds of this list into the local file of articles, politely, until stopped.",
)
@click.option("--every", type=Interval(), default="15m", show_default=True, help="With --feeds: how often.")
@click.option("--once", is_flag=True, help="With --feeds: one pass over those that are due.")
@click.option("--articles", type=click.Path(path_type=Path), help="With --feeds: another file of articles.")
@click.option("--contact", metavar="WHO", help="With --feeds: your mail address or page, told to servers.")
@click.option(
    "--loopback", metavar="ORIGIN", help="With --feeds: an origin on this machine that may be asked."
)
@click.option("--store", type=click.Path(path_type=Path), help="Use this store instead of the packaged one.")
def read(
    sources: tuple[str, ...],
    as_json: bool,
    fast: bool,
    careful: bool,
    statements: bool,
    out: Path | None,
    workers: int | None,
    ray: str | None,
    feeds: Path | None,
    every: float,
    once: bool,
    articles: Path | None,
    contact: str | None,
    loopback: str | None,
    store: Path | None,
) -> None:
    """Read news: HTML, plain text, a feed (RSS, Atom, JSON Feed), a folder of them, or a WARC corpus.

    \b
    legation read article.html
    legation read https://example.org/article
    legation read --json page.html
    cat article.txt | legation read -
    legation read corpus.warc.gz more.warc.gz --out articles.jsonl
    legation read --feeds feeds.opml --every 15m
    """  # noqa: D301
    from legation.cli.corpus import is_corpus, read_many

    if bool(sources) == bool(feeds):
        raise click.UsageError(
            "Give what to read: files, folders, an address, - for standard input, or --feeds."
        )
    if feeds:
        poll(feeds, every, articles, store, contact, loopback, once=once)
        return
    if out or any(map(is_corpus, sources)):
        read_many(sources, out, workers, ray, store, careful=careful, statements=statements)
        return
    read_some(sources, store, as_json=as_json, careful=not fast)


def read_some(sources: tuple[str, ...], store: Path | None, *, as_json: bool, careful: bool) -> None:
    """Read a few pages, texts or feeds one after the other, and show each."""
    from legation.errors import InputError, UnknownInput
    from legation.news.article import open_index
    from legation.news.decode import LARGEST
    from legation.news.files import read_content, read_path
    from legation.render.article import render_article_json, render_article_text

    index = open_index(store, lambda line: click.echo(line, err=True))
    several = len(sources) > 1 or Path(sources[0]).is_dir()
    failed: list[InputError] = []
    anything = False
    for source in sources:
        if source == "-":
            content = sys.stdin.buffer.read(LARGEST + 1)
            found = read_content(content, "the input", index, careful=careful)
        elif "://" in source:
            found = read_content(ask_page(source), source, index, careful=careful, url=source)
        else:
            found = read_path(Path(source), index, careful=careful, fail=failed.append)
        try:
            for article in found:
                anything = True
                show = render_article_json(article, line=several) if as_json else render_article_text(article)
                click.echo(show)
        except InputError as error:
            failed.append(error)
    if failed and not anything:
        raise failed[0]
    if not anything:
        raise UnknownInput(
            "no-pages",
            f"There is no article in {', '.join(sources)[:200]}: give pages, texts or feeds.",
            sources[0],
        )
    for failure in failed:
        click.echo(f"legation: {failure.message}", err=True)


def ask_page(url: str) -> bytes:
    """One page from the web, politely; never from a private address.

    Raises:
        StopSource: refused, not there, too big, or too slow.
    """
    from legation.build.fetch import Fetcher, Limits
    from legation.cli.streams import tell_retries
    from legation.sources.ask import Request

    tell_retries()
    limits = Limits(bytes=10_000_000, seconds=20, attempts=2, first_wait=1)
    remedy = "try again later, or save the page and give the file"
    return Fetcher("read", limits=limits, remedy=remedy)(Request(url, PAGES))
