"""Where readers of the site report mistakes: the option of `serve` and `export`."""

import re
from typing import Final
from urllib.parse import urlsplit

import click

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
