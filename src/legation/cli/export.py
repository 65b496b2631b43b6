"""`legation export`: the site as files."""

import os
from pathlib import Path

import click

from legation.cli.reporting import articles_option, origin_option, report_option


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--language", "languages", multiple=True, metavar="CODE", help="Only this language; repeat for more."
)
@origin_option
@click.option("--on", "day", metavar="DATE", help="As of this day, YYYY-MM-DD; today when left out.")
@click.option("--relative", is_flag=True, help="Links that work from a disk or a subfolder.")
@click.option("--json", "data", is_flag=True, help="Write every answer as JSON too.")
@articles_option("Show this file of read articles; none when left out.")
@report_option
@click.option("--store", type=click.Path(path_type=Path), help="Use this store instead of the packaged one.")
def export(
    folder: Path,
    languages: tuple[str, ...],
    origin: str,
    day: str | None,
    relative: bool,
    data: bool,
    articles: Path | None,
    report: str,
    store: Path | None,
) -> None:
    """Write every page of the site into FOLDER; a second time only what changed.

    \b
    legation export public --language en
    legation export /media/stick --relative
    """  # noqa: D301
    try:
        from legation.site.export import Plan
        from legation.site.export import export as write
    except ImportError as error:
        raise click.UsageError(
            f"The site needs more parts ({error.name}): pip install 'legation[site]'"
        ) from error
    import datetime as dt

    from rich.console import Console
    from rich.progress import Progress

    from legation.cli.serve import credits_of
    from legation.find.question import parse_date
    from legation.model.situation import LANGUAGES
    from legation.site.view import Setting

    for language in languages:
        if language not in LANGUAGES:
            raise click.BadParameter(
                f"{language!r} is not one of {', '.join(LANGUAGES)}.", param_hint="--language"
            )
    chosen = tuple(dict.fromkeys(languages)) or LANGUAGES
    setting = Setting(
        origin,
        live=False,
        credits=credits_of(store),
        articles=articles,
        report=report,
        languages=chosen,
    )
    on = parse_date(day, dt.datetime.now(dt.UTC).date())
    plan = Plan(str(folder), chosen, on, setting, relative, data, str(store) if store else None)
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Pages")
        for number, total, done in write(plan, workers=os.cpu_count() or 1):
            progress.update(task, total=total, completed=number, description=f"{done.made:,} pages")
    click.echo(f"{done.made:,} files in {folder}: {done.written:,} written, {done.removed:,} removed.")
