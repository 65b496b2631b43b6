"""The command line: parse, call one function, print. Every command is loaded only when it is called."""

import importlib
import sqlite3
import sys
from collections.abc import Sequence
from typing import Any

import click

COMMANDS = {
    "find": "legation.cli.find",
    "situation": "legation.cli.situation",
    "read": "legation.cli.read",
    "why": "legation.cli.why",
    "changes": "legation.cli.changes",
    "sources": "legation.cli.sources",
    "build": "legation.cli.build",
    "update": "legation.cli.update",
    "match": "legation.cli.match",
    "serve": "legation.cli.serve",
    "export": "legation.cli.export",
    "banner": "legation.cli.banner",
    "mcp": "legation.cli.mcp",
    "completion": "legation.cli.completion",
}
"""Name of a command to the module whose attribute of that name is the command."""


class LazyGroup(click.Group):
    """A group that imports a command when it is asked for: `legation find` need not load the builders."""

    def list_commands(self, _: click.Context) -> list[str]:
        """All commands, in the order people meet them."""
        return list(COMMANDS)

    def get_command(self, _: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command."""
        module = COMMANDS.get(cmd_name)
        if module is None:
            return None
        command: click.Command = getattr(importlib.import_module(module), cmd_name)
        return command


@click.group(
    cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(package_name="legation")
def cli() -> None:
    """Who can help a citizen of X in Y, how to reach them, and what is going on there.

    Start with: legation find dutch in moscow
    """


def main(arguments: Sequence[str] | None = None) -> Any:
    """Run the command line; every error that legation raises becomes one line and an exit code.

    Exit codes: 0 answered (a gap is an answer), 2 unusable input, 3 data missing or incompatible, or a
    file that the system refuses.
    """
    from legation.cli.streams import as_typed, open_streams, why_unusable
    from legation.errors import DataError, LegationError

    open_streams()
    given = [as_typed(one) for one in (sys.argv[1:] if arguments is None else arguments)]
    as_json = "--json" in given
    try:
        return cli.main(given, standalone_mode=False)
    except LegationError as error:
        report(error, as_json=as_json)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        report_usage(error, as_json=as_json)
        sys.exit(2)
    except OSError as error:
        report(DataError("unusable-file", why_unusable(error), str(error.filename)), as_json=as_json)
        sys.exit(3)
    except sqlite3.DatabaseError as error:  # deep in a file whose first pages are whole
        torn = f"The data is damaged ({error}): name another --store, or delete the file so that it is made anew."
        report(DataError("torn-store", torn, str(error)), as_json=as_json)
        sys.exit(3)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        sys.exit(130)


def report(error: Any, *, as_json: bool) -> None:
    """Print an error of ours: JSON on standard output, or a line with its candidates on standard error."""
    from legation.render.json import render_error

    if as_json:
        click.echo(render_error(error))
        return
    click.echo(f"legation: {error.message}", err=True)
    for candidate in getattr(error, "candidates", ()):
        within = f", {candidate.within}" if candidate.within else ""
        click.echo(f"  {candidate.code}  {candidate.name}{within}", err=True)


def report_usage(error: click.ClickException, *, as_json: bool) -> None:
    """Print an error in how the command was called."""
    from legation.errors import InputError

    if as_json:
        report(InputError("usage", error.format_message(), ""), as_json=True)
        return
    error.show()
