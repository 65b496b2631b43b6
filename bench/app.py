"""The site's server as benchmarks need it: `python -m bench.app MODE PORT [ROWS]`.

kept: as it is. read: before a page that was made already is sent, the question's rows are read from ROWS with the same
statement that Datasette runs, and a page made from other rows is made anew: the same storage work as the peers.
anew: no page is kept.
"""

import re
import sqlite3
import sys
from collections.abc import Mapping
from pathlib import Path

import uvicorn

from bench.rows import QUERY
from legation.site import app
from legation.site.app import Pages, make_app
from legation.site.parcel import Parcel
from legation.site.server import configured
from legation.site.shelf import Shelf
from legation.site.site import Site
from legation.site.view import Setting

QUESTION = re.compile(rb"/en/([a-z]{2})/([a-z]{2})(?:\.json|/)")


class Reading(Pages):
    """Keeps pages by the rows they were made from."""

    def __init__(self, shelf: Shelf, rows: Path) -> None:
        super().__init__(shelf)
        self._rows = sqlite3.connect(f"file:{rows}?immutable=1", uri=True)
        self._made_from: dict[bytes, list[tuple[object, ...]]] = {}

    def _parcel(self, site: Site, target: bytes, asked: Mapping[bytes, bytes]) -> Parcel:
        if found := QUESTION.fullmatch(target):
            codes = {"op": found[2].decode().upper(), "host": found[1].decode().upper()}
            rows = self._rows.execute(QUERY, codes).fetchall()
            if rows != self._made_from.get(target):
                self._kept.pop(target, None)
                self._made_from[target] = rows
        return super()._parcel(site, target, asked)


def main(mode: str, port: str, rows: str = "") -> None:
    """Serve until stopped."""
    if mode == "anew":
        app.KEPT_PAGES = 0
    pages = Reading(Shelf(Setting()), Path(rows)) if mode == "read" else make_app()
    uvicorn.Server(configured(pages, port=int(port))).run()


if __name__ == "__main__":
    main(*sys.argv[1:])
