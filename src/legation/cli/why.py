"""`legation why`: who said so, when, and what others said."""

from pathlib import Path

import click


@click.command()
@click.argument("post")
@click.argument("field")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--store", type=click.Path(path_type=Path), help="Use this store instead of the packaged one.")
def why(post: str, field: str, as_json: bool, store: Path | None) -> None:
    """Show the claims behind one field of a post: the winner first, then the losers.

    \b
    legation why Q4374029 website
    """  # noqa: D301
    import msgspec

    from legation.store.locate import open_store
    from legation.store.why import explain

    explanation = explain(open_store(store, say=lambda line: click.echo(line, err=True)), post, field)
    if as_json:
        click.echo(msgspec.json.encode(explanation).decode())
        return
    click.echo(f"{explanation.name} ({explanation.post}): {explanation.field}")
    for word in explanation.claims:
        value = ", ".join(word.value) if isinstance(word.value, list) else word.value
        place = f" ({word.locator})" if word.locator else ""
        click.echo(
            f"  {'settled' if word.settled else 'lost':<8} {value}   {word.source}, {word.seen}{place}"
        )
