"""`legation read` over corpora: WARC files, and folders with `--out`."""

import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from legation.news.bulk import Crew

ENDINGS = (".warc", ".warc.gz")


def is_corpus(source: str) -> bool:
    """Whether a source is a WARC file, by its name."""
    return source.lower().endswith(ENDINGS)


def read_many(
    sources: Sequence[str],
    out: Path | None,
    workers: int | None,
    ray: str | None,
    store: Path | None,
    *,
    careful: bool,
    statements: bool,
) -> None:
    """Read corpora into a file of JSON lines, or to standard output."""
    from legation.errors import UnknownInput
    from legation.news.article import open_index
    from legation.news.bulk import ProcessCrew, RayCrew, read_corpus
    from legation.news.bulk.work import Way

    for source in sources:
        if not Path(source).exists():
            raise UnknownInput("no-file", f"There is no file {source}: check the name.", source)
    if out is not None and not out.absolute().parent.is_dir():
        raise UnknownInput(
            "no-folder", f"There is no folder {out.parent} for {out.name}: make it first.", str(out)
        )
    # Compiles the store, once, before many processes ask for it.
    open_index(store, lambda line: click.echo(line, err=True))
    crew: Crew = ProcessCrew(workers) if ray is None else RayCrew(None if ray == "local" else ray)
    way = Way(careful, statements, str(store) if store else None)
    with tempfile.TemporaryDirectory(prefix="legation-") as scratch:
        target = out or Path(scratch) / "corpus.jsonl"
        with Progress() as tell:
            summary = read_corpus([Path(source) for source in sources], target, crew, way, tell)
        if out is None:
            with target.open("rb") as file:
                shutil.copyfileobj(file, sys.stdout.buffer)
    kept = f", {summary.kept:,} chunks were done before" if summary.kept else ""
    click.echo(f"{summary.read:,} pages read, {summary.failed:,} could not be{kept}.", err=True)
    for torn in summary.torn:
        click.echo(f"legation: {torn}", err=True)
    if summary.torn:
        raise click.exceptions.Exit(3)


class Progress:
    """A line on standard error, where that is a terminal."""

    def __enter__(self) -> "Progress":
        from rich.console import Console
        from rich.progress import Progress as Bar
        from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

        self._bar = Bar(
            SpinnerColumn(),
            TextColumn("{task.fields[read]:,} pages, {task.fields[failed]:,} could not be read"),
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._bar.start()
        self._task = self._bar.add_task("", total=None, read=0, failed=0)
        return self

    def __call__(self, read: int, failed: int) -> None:
        """Show the counts."""
        self._bar.update(self._task, read=read, failed=failed)

    def __exit__(self, *_: object) -> None:
        self._bar.stop()
