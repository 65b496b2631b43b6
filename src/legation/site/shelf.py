"""The edition at hand: opened once, opened anew when its file was replaced, and the site of today made of it."""

import datetime as dt
import logging
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from legation.errors import DataError
from legation.site.edition import Edition, open_edition
from legation.site.site import Site
from legation.site.view import Setting

LOOK_AGAIN_S: Final = 2.0
log = logging.getLogger("legation.site")


class Shelf:
    """Gives the site of the newest edition and of today.

    An update moves a whole new file into place (`legation.store.compile`); the old one stays readable to those who
    have it open, so no request fails in between. An edition that cannot be opened leaves the old one in use.

    Args:
        setting: how the site is run. store: a store to use instead of the packaged one.
        today: gives the ISO date.
    """

    def __init__(
        self, setting: Setting, store: Path | None = None, today: Callable[[], str] | None = None
    ) -> None:
        self._setting, self._store = setting, store
        self._today = today or (lambda: dt.datetime.now(dt.UTC).date().isoformat())
        self._edition = open_edition(store)
        self._stamp = stamp(self._edition)
        self._looked = time.monotonic()
        self._site = Site(self._edition, self._today(), setting)

    def site(self) -> Site:
        """The site to answer from; another object whenever anything it shows may have changed."""
        now = time.monotonic()
        if now - self._looked > LOOK_AGAIN_S:
            self._looked = now
            self._look()
        return self._site

    def _look(self) -> None:
        if stamp(self._edition) != self._stamp:
            try:
                self._edition = open_edition(self._store)
            except DataError as error:
                log.error("the new store cannot be used, the old one stays: %s", error.code)
                return
            self._stamp = stamp(self._edition)
        elif self._today() == self._site.day:
            return
        self._site = Site(self._edition, self._today(), self._setting)


def stamp(edition: Edition) -> tuple[int, int] | None:
    """What tells one store file from the next; None when there is no file (any more)."""
    path = edition.connection.execute("PRAGMA database_list").fetchone()[2]
    try:
        status = Path(path).stat() if path else None
    except OSError:
        return None
    return (status.st_ino, status.st_mtime_ns) if status else None
