"""`legation read`: which countries an article is about, and who says what in it."""

import sys
from pathlib import Path

import click


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="FILE|FOLDER|-")
@click.option(
    "--json", "as_json", is_flag=True, help="As JSON; one line each when there are several articles."
)
@click.option("--fast", is_flag=True, help="Read HTML fast instead of with care: for large collections.")
@click.option("--store", type=click.Path(path_type=Path), help="Use this store instead of the packaged one.")
def read(sources: tuple[str, ...], as_json: bool, fast: bool, store: Path | None) -> None:
    """Read news: HTML, plain text, a feed (RSS, Atom, JSON Feed), or a folder of them.

    \b
    legation read article.html
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
