"""`legation read --feeds`: read the feeds of a list again and again."""

import re
import time
from pathlib import Path

import click

SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}


class Interval(click.ParamType[float]):
    """A span of time: 15m, 2h, 90s."""

    name = "interval"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Seconds."""
        found = re.fullmatch(r"(\d{1,6})([smhd])", str(value))
        if not found or not int(found[1]):
            self.fail(f"{value!r} is no span of time: write it like 15m, 2h or 90s.", param, ctx)
        return float(int(found[1]) * SECONDS[found[2]])


def poll(
    listed: Path,
    every: float,
    path: Path | None,
    store: Path | None,
    contact: str | None,
    loopback: str | None,
    *,
    once: bool,
) -> None:
    """Go over the feeds, once or until stopped."""
    try:
        from legation.build.poll import Poller, read_opml
    except ModuleNotFoundError as error:
        raise click.ClickException(f"{error.name} is missing: pip install 'legation[build,news]'.") from error
    from legation.cli.streams import tell_retries
    from legation.news.article import open_index
    from legation.news.files import load
    from legation.store.reading import ReadArticles, articles_path

    tell_retries()
    feeds = list(read_opml(load(listed), str(listed)))
    articles = ReadArticles(path or articles_path(), write=True)
    index = open_index(store, lambda line: click.echo(line, err=True))
    poller = Poller(
        articles, index, every, contact, loopback, lambda line: click.echo(f"legation: {line}", err=True)
    )
    try:
        while True:
            done = poller.pass_over(feeds)
            click.echo(
                f"{done.asked:,} of {len(feeds):,} feeds asked, {done.unchanged:,} unchanged, {done.failed:,} failed: "
                f"{done.fresh:,} new articles.",
                err=True,
            )
            if once:
                return
            time.sleep(min(every, 60))
    finally:
        articles.close()
