"""What stands between a command and the terminal: letters it cannot show, bytes it sends, an output that is gone."""

import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from stamina.instrumentation import RetryDetails


def open_streams() -> None:
    """Make standard output and error fit to be written to, whatever this process was started with.

    A closed one (`>&-`) swallows what is written; a terminal without the letters shows their numbers, for such an
    answer is better than none.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
        elif isinstance(stream, io.TextIOWrapper) and stream.errors in ("strict", "surrogateescape"):
            stream.reconfigure(errors="backslashreplace")


def as_typed(argument: str) -> str:
    """An argument as it was typed: UTF-8 also where Python takes the terminal for ASCII (`LANG=C`)."""
    try:
        return os.fsencode(argument).decode("utf-8")
    except UnicodeError:
        return argument


def why_unusable(error: OSError) -> str:
    """One sentence on a file, or the output, that the system refuses."""
    reason = error.strerror or str(error)
    if error.filename is None:
        return f"The answer cannot be written ({reason}): free some space, or write it elsewhere."
    return f"{os.fspath(error.filename)} cannot be used ({reason}): name another file or folder."


def tell_retries() -> None:
    """Say when the network is asked again, in a line of ours; the library would log its own event names."""
    from stamina.instrumentation import set_on_retry_hooks

    set_on_retry_hooks([_tell_retry])


def _tell_retry(details: "RetryDetails") -> None:
    click.echo(
        f"legation: the server {details.caused_by}: asking again in {details.wait_for:.0f} seconds …",
        err=True,
    )
