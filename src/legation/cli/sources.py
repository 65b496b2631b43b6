"""`legation sources`: whose data this is, on what terms, how old."""

import sqlite3
from pathlib import Path

import click


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--report", "account", is_flag=True, help="Print what the directory holds instead.")
@click.option("--store", type=click.Path(path_type=Path), help="Use this store instead of the packaged one.")
def sources(as_json: bool, account: bool, store: Path | None) -> None:
    """Print every source with its publisher, licence, attribution, date and number of posts."""
    import msgspec

    from legation.sources.credits import give_credits
    from legation.store.locate import open_store

    connection = open_store(store, say=lambda line: click.echo(line, err=True))
    if account:
        print_holdings(connection, as_json)
        return
    credited = give_credits(connection)
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


def print_holdings(connection: sqlite3.Connection, as_json: bool) -> None:
    """Print how many posts there are, and for how many each way to be reached is known."""
    import msgspec

    from legation.sources.holdings import count_holdings

    holdings = count_holdings(connection)
    if as_json:
        click.echo(msgspec.json.encode(holdings).decode())
        return
    for holding in holdings:
        click.echo(f"{holding.of:<18}{holding.posts:>8,}{holding.share:>8.1%}")
