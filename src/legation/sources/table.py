"""Delimited text, read strictly: a file that is not what it should be stops the source, a torn line is named."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from legation.errors import StopSource

LONGEST: Final = 10_000
"""Characters of a field; the longest known, a consular district of 500 towns, has 5,100."""


class Line(msgspec.Struct, frozen=True):
    """One line of a table: its place in the file and its cells by column; None when their number is wrong."""

    locator: str
    cells: dict[str, str] | None


def parse_table(path: Path, source: str, delimiter: str, required: frozenset[str]) -> Iterator[Line]:
    """Read a table with a header; an empty last column (a trailing delimiter) is dropped.

    Raises:
        StopSource: not UTF-8, not a table with the required columns, or a cell beyond the csv module's limit.
    """
    rows = csv.reader(io.StringIO(decoded(path, source), newline=""), delimiter=delimiter)
    try:
        header = next(rows, [])
        if header and not header[-1]:
            header = header[:-1]
        if missing := sorted(required - set(header)):
            raise unfit(path, source, 1, f"lacks the column {', '.join(missing)}")
        for cells in rows:
            for cell in cells:
                check_length(cell, path, source, rows.line_num)
            whole = len(cells) == len(header)
            yield Line(
                f"{path.name}:{rows.line_num}", dict(zip(header, cells, strict=True)) if whole else None
            )
    except csv.Error as error:
        raise unfit(path, source, rows.line_num, str(error)) from error


def check_length(said: str, path: Path, source: str, line: int = 1) -> None:
    """Refuse a file with a field that has swollen: it repeats itself, and nothing in it can be trusted.

    Raises:
        StopSource: longer than any honest one.
    """
    if len(said) > LONGEST:
        raise unfit(
            path, source, line, f"has a field of {len(said):,} characters, {LONGEST:,} at most are honest"
        )


def decoded(path: Path, source: str) -> str:
    """The text of a file.

    Raises:
        StopSource: not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise unfit(path, source, line, f"is not UTF-8 at byte {error.start}") from error


def unfit(path: Path, source: str, line: int, fault: str) -> StopSource:
    """The error for a file that is not in the source's format."""
    message = f"{path}, line {line}: the file {fault}. Capture it anew with `legation update {source}`, or remove it."
    return StopSource("unfit-snapshot", message, source, f"{path.name}:{line}")
