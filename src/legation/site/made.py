"""What an export remembers of itself, so that the next passes over what is there and would be made the same.

Of every file its size and time of change, what its page was made of, and a fingerprint of that. Anything doubtful is
forgotten: a page not remembered is made, compared and written where it differs.
"""

import gzip
import os
import sys
import zlib
from functools import cache
from importlib.metadata import distributions
from pathlib import Path
from typing import Final

import msgspec

from legation.site.edition import Edition
from legation.site.noted import digest
from legation.store.locate import PACKAGE

MEMORY: Final = "export.memory"
"""Beside the pages; gzip, whose checksum tells when it is damaged."""

NO_CODE: Final = frozenset({".pyc", ".sqlite"})


class Made(msgspec.Struct, frozen=True, array_like=True):
    """A file of an export.

    Attributes:
        size, changed: bytes, and nanoseconds since 1970.
        fingerprint: of what it is made of; empty when that cannot be told.
        readings: by name, see `noted`.
    """

    size: int
    changed: int
    fingerprint: str = ""
    readings: tuple[str, ...] = ()

    def is_there(self, file: str) -> bool:
        """Whether a file is as it was left."""
        try:
            status = os.stat(file)  # noqa: PTH116
        except OSError:
            return False
        return (status.st_size, status.st_mtime_ns) == (self.size, self.changed)


class Memory(msgspec.Struct):
    """All files of an export, by chunk (language and code) and name.

    Attributes:
        whole: fingerprint of all that any page can be made of; empty when that cannot be told.
    """

    whole: str = ""
    chunks: dict[str, dict[str, Made]] = {}


def read_memory(target: Path) -> Memory:
    """What the last export remembered; nothing when there is none or it is damaged."""
    try:
        packed = (target / MEMORY).read_bytes()
        return msgspec.msgpack.decode(gzip.decompress(packed), type=Memory)
    except (OSError, EOFError, zlib.error, msgspec.DecodeError):
        return Memory()


def packed(memory: Memory) -> bytes:
    """The same as it is written."""
    return gzip.compress(msgspec.msgpack.encode(memory), 1, mtime=0)


def made(file: str, fingerprint: str, readings: set[str]) -> Made:
    """Remember a file that has just been written or found the same."""
    status = os.stat(file)  # noqa: PTH116
    return Made(
        status.st_size, status.st_mtime_ns, fingerprint, tuple(sorted(readings)) if fingerprint else ()
    )


@cache
def made_by() -> str:
    """A hash of the program: Python, all that is installed with it, and this package's code, templates and words."""
    installed = sorted(f"{one.name} {one.version}" for one in distributions())
    files = sorted(path for path in PACKAGE.rglob("*") if path.is_file() and path.suffix not in NO_CODE)
    code = (part for path in files for part in (path.relative_to(PACKAGE).as_posix(), path.read_bytes()))
    return digest(sys.version, *installed, *code)


def facts(edition: Edition) -> str:
    """A hash of the files that an edition reads; empty when it is not in files."""
    paths = [
        connection.execute("PRAGMA database_list").fetchone()[2]
        for connection in edition.observer.connections
    ]
    return digest(*map(content, paths)) if all(paths) else ""


def content(path: str | Path) -> bytes:
    """A hash of a file of SQLite, with what is written to it but not yet moved into place."""
    files = (Path(path), Path(f"{path}-wal"))
    return digest(*(file.read_bytes() if file.is_file() else b"" for file in files)).encode()
