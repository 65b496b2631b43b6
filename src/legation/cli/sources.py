"""`legation sources`: whose data this is, on what terms, how old."""

from pathlib import Path

import click


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--store", type=click.Path(path_type=Path), help="Use this store instead of the packaged one.")
def sources(as_json: bool, store: Path | None) -> None:
    """Print every source with its publisher, licence, attribution, date and number of posts."""
    import msgspec

    from legation.sources.credits import give_credits
    from legation.store.locate import open_store

    credited = give_credits(open_store(store, say=lambda line: click.echo(line, err=True)))
    if as_json:
        click.echo(msgspec.json.encode(credited).decode())
        return
    for credit in credited:
        click.echo(f"{credit.id}: {credit.title}")
        click.echo(f"  publisher    {credit.publisher}, {credit.homepage}")
        click.echo(f"  licence      {credit.licence}, {credit.licence_url}")
        click.echo(f"  attribution  {credit.attribution}")
        if credit.as_of:
            posts = f", {credit.posts:,} posts" if credit.posts else ""
            click.echo(f"  as of        {credit.as_of}{posts}")
