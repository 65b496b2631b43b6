"""`legation mcp`: a server for assistants, on standard input and output."""

from pathlib import Path

import click


@click.command()
@click.option("--store", type=click.Path(path_type=Path), help="Use this store instead of the packaged one.")
def mcp(store: Path | None) -> None:
    """Serve find, situation and post to an assistant (Model Context Protocol, over standard input and output)."""
    try:
        from legation.site.assistants import make_server
    except ImportError as error:
        raise click.UsageError(
            f"This needs more parts ({error.name}): pip install 'legation[site,mcp]'"
        ) from error
    from legation.cli.serve import credits_of
    from legation.site.edition import open_edition

    make_server(open_edition(store), credits_of(store)).run("stdio")
