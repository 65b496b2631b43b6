"""Put notices into the HTML files of a static site: file by file, each replaced in one move."""

import os
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final, get_args

import msgspec

from legation.site.placing import Desk, Outcome, Placed, place_notice, remove_notice

ENDINGS: Final = frozenset({".html", ".htm", ".xhtml"})


class Treated(msgspec.Struct, frozen=True):
    """What became of a site.

    Attributes:
        pages: path below the folder, outcome, and code of the place whose notice stands there.
        counts: pages by outcome.
        failures: files that could not be read or written, and why; they are as they were.
    """

    pages: list[tuple[str, Outcome, str | None]]
    counts: dict[Outcome, int]
    failures: list[tuple[str, str]]


def treat_site(folder: Path, desk: Desk, *, remove: bool = False, dry_run: bool = False) -> Treated:
    """Place notices on every page of a folder, or take them out.

    Args:
        folder: of the site.
        desk: what notices are made with.
        remove: take them out instead.
        dry_run: write nothing.
    """
    pages: list[tuple[str, Outcome, str | None]] = []
    failures: list[tuple[str, str]] = []
    for path in pages_of(folder):
        name = path.relative_to(folder).as_posix()
        try:
            body = path.read_bytes()
            placed = remove_notice(body) if remove else place_notice(body, desk)
            if placed.body != body and not dry_run:
                replace(path, placed)
        except OSError as error:
            failures.append((name, error.strerror or str(error)))
        else:
            pages.append((name, placed.outcome, placed.country))
    found = Counter(outcome for _, outcome, _ in pages)
    return Treated(pages, {one: found[one] for one in get_args(Outcome) if found[one]}, failures)


def pages_of(folder: Path) -> Iterator[Path]:
    """The HTML files of a folder and below, in order; hidden ones and links out of it are left alone."""
    home = folder.resolve()
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        plain = path.is_file() and not path.is_symlink() and path.resolve().is_relative_to(home)
        if path.suffix.lower() in ENDINGS and plain and not hidden:
            yield path


def replace(path: Path, placed: Placed) -> None:
    """Write a page beside its old self and move it over that, with its permissions."""
    handle, fresh = tempfile.mkstemp(prefix=f".{path.name[:100]}-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(placed.body)
        Path(fresh).chmod(path.stat().st_mode & 0o7777)
        Path(fresh).replace(path)
    finally:
        Path(fresh).unlink(missing_ok=True)
