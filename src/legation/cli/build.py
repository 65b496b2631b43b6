"""`legation build`: from the captures to the text of the directory."""

from pathlib import Path
from typing import TextIO

import click


@click.command()
@click.option(
    "--from",
    "captures",
    required=True,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="The folder with the sources' captures.",
)
@click.option(
    "--data", type=click.Path(path_type=Path, exists=True, file_okay=False), help="Write below this folder."
)
@click.option(
    "--report",
    "account",
    type=click.File("w", encoding="utf-8", lazy=True),
    help="Write the full account to this file.",
)
def build(captures: Path, data: Path | None, account: TextIO | None) -> None:
    """Build the directory and the situation from captured sources.

    Reads every source, settles what they say and writes data/posts, one post a line, and data/situation. A source that
    is torn or not healthy is refused with a line that says why: its last good data stays, the others are built, and the
    command ends with exit code 3.
    """
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    try:
        from legation.build.build import build as build_directory
        from legation.build.report import render
        from legation.build.situation.pack import build as build_situation
    except ModuleNotFoundError as error:
        raise click.ClickException(f"{error.name} is missing: pip install 'legation[build]'.") from error
    from legation.store.locate import data_folder

    bar = Progress(
        TextColumn("{task.description:<40}"), BarColumn(), console=Console(stderr=True), transient=True
    )
    with bar:
        task = bar.add_task("Starting")
        report = build_directory(
            captures,
            data or data_folder(),
            lambda doing, done, steps: bar.update(task, description=doing, completed=done, total=steps),
        )
    situation = build_situation(captures, data or data_folder()) if (captures / "situation").is_dir() else []
    if account is not None:
        account.write(render(report, full=True))
    click.echo(render(report), nl=False)
    for one in situation:
        aside = "".join(f", {count:,} {reason}" for reason, count in one.aside.items())
        click.echo(
            one.refused or f"{one.source}: {one.snapshots:,} snapshots, {one.entries:,} entries{aside}"
        )
    if report.refusals or any(one.refused for one in situation):
        raise click.exceptions.Exit(3)
