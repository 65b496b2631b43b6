"""Options that name an address: where readers report mistakes, and where the world finds the site."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import click

Command = Callable[..., Any]
MAIL: Final = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
"""What HTML takes for an address (`input type=email`), with a domain."""


def link_to(said: str) -> str:
    """What a link to a mail address or an `https://` address leads to.

    Raises:
        click.BadParameter: neither the one nor the other.
    """
    address = said.removeprefix("mailto:")
    if MAIL.fullmatch(address):
        return f"mailto:{address}"
    try:
        parts = urlsplit(said)
        usable = parts.scheme == "https" and parts.hostname
    except ValueError:
        usable = False
    if not usable:
        raise click.BadParameter(f"{said!r} is neither a mail address nor an https:// address.")
    return said


report_option = click.option(
    "--report",
    metavar="MAIL|URL",
    callback=lambda _context, _option, said: link_to(said) if said is not None else "",
    help="Where readers report mistakes; else a page says how to correct one.",
)


def origin_of(said: str) -> str:
    """An origin to put before the paths of the site, without the slash at its end; empty for none.

    Raises:
        click.BadParameter: no http or https address, or one with parameters, to which no path can be added.
    """
    try:
        parts = urlsplit(said)
        usable = parts.scheme in ("http", "https") and parts.hostname and not parts.query + parts.fragment
    except ValueError:
        usable = False
    if said and not usable:
        raise click.BadParameter(f"{said[:100]!r} is not an address such as https://example.org")
    return said.rstrip("/")


origin_option = click.option(
    "--origin",
    default="",
    metavar="URL",
    callback=lambda _context, _option, said: origin_of(said),
    help="Where the world finds the site: https://example.org",
)


def articles_option(help_text: str) -> Callable[[Command], Command]:
    """The option of `serve` and `export` that names a file of read articles: one that is there, and is one."""

    def checked(_context: click.Context, _option: click.Parameter, said: Path | None) -> Path | None:
        if said is not None:
            from legation.store.reading import ReadArticles

            ReadArticles(said).close()
        return said

    kind = click.Path(path_type=Path, exists=True, dir_okay=False)
    return click.option("--articles", type=kind, callback=checked, help=help_text)
