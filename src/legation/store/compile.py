"""Compile the text in `data/` into the one SQLite file: same text, same bytes; atomic; one compiler at a time."""

import sqlite3
from pathlib import Path

APPLICATION_ID = 0x6C656761  # "lega"
SCHEMA_VERSION = 1


def compile_store(data: Path, target: Path) -> None:
    """Write the store compiled from `data` to `target`, replacing it whole or not at all."""
    raise NotImplementedError(f"{data} -> {target} {sqlite3.sqlite_version}")
