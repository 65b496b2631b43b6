"""Where the store is: named by LEGATION_STORE, carried in the wheel, or compiled once into the user's cache."""

import hashlib
import os
import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from legation.errors import MissingData, UnwritableStore
from legation.store.schema import OWN, SCHEMA_VERSION, connect

PACKAGE = Path(__file__).resolve().parent.parent
COMPILERS = (PACKAGE / "store", PACKAGE / "model")
"""The code that makes the store: a checkout whose tables change must compile anew."""

KEPT_SECONDS = 30 * 86_400
STORE_VARIABLE = "LEGATION_STORE"
Say = Callable[[str], None]


def say_nothing(_: str) -> None:
    """Keep quiet: the default for a program that is not at a terminal."""


def open_store(
    path: Path | None = None, say: Say = say_nothing, *, complete: bool = False
) -> sqlite3.Connection:
    """Open the store, compiling it first when it is not there yet.

    Args:
        path: a store to use as it is; None looks in the places named above.
        say: receives one line when a compile makes the user wait.
        complete: whether what only reading news pages needs must be in it.

    Raises:
        DataError: see `schema.connect` and `compile.compile_store`.
    """
    named = path or (Path(value) if (value := os.environ.get(STORE_VARIABLE)) else None)
    if named is not None:
        return connect(named)
    packaged = PACKAGE / "legation.sqlite"
    if packaged.is_file():
        return connect(packaged, "reinstall legation")
    data = data_folder()
    try:
        return connect(compiled(data, say, complete=complete), OWN)
    except UnwritableStore as error:
        return compiled_for_now(data, error, say, complete=complete)


def data_folder() -> Path:
    """The text of this checkout.

    Raises:
        MissingData: installed without a store and without text.
    """
    folder = PACKAGE.parent.parent / "data"
    if not (folder / "places").is_dir():
        raise MissingData("missing-data", f"No directory text at {folder}: reinstall legation.", str(folder))
    return folder


def compiled(data: Path, say: Say = say_nothing, *, complete: bool = False) -> Path:
    """The cached store of this very text; compiles it when the text or the compiler changed."""
    cache = cache_folder()
    target = (
        cache
        / f"{'complete' if complete else 'store'}-{SCHEMA_VERSION}-{fingerprint(data, *COMPILERS)}.sqlite"
    )
    if target.is_file():
        return target
    # Only when compiling: the compiler pulls in every reader of text, and answering should not wait for that.
    from legation.store.compile import compile_store, unwritable

    say("Compiling the directory, once …")
    try:
        cache.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(target, error) from error
    compile_store(data, target, complete=complete)
    clear_old(cache)
    return target


def clear_old(cache: Path) -> None:
    """Remove stores that nobody compiled lately; younger ones may belong to another checkout."""
    for old in cache.glob("*-*.sqlite*"):
        if time.time() - old.stat().st_mtime > KEPT_SECONDS:
            old.unlink(missing_ok=True)


def compiled_for_now(data: Path, error: UnwritableStore, say: Say, *, complete: bool) -> sqlite3.Connection:
    """A store for this process only, for a machine whose cache cannot be written."""
    from legation.store.compile import compile_store

    say(f"{error.message} Compiled for this time only.")
    with tempfile.TemporaryDirectory(prefix="legation-") as folder:
        target = Path(folder) / "store.sqlite"
        compile_store(data, target, complete=complete)
        return in_memory(target)


def in_memory(path: Path) -> sqlite3.Connection:
    """A store read whole into memory, so that its file may go."""
    stored = connect(path)
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    stored.backup(connection)
    stored.close()
    return connection


def cache_folder() -> Path:
    """The user's cache directory for legation on this system."""
    from platformdirs import user_cache_path

    return user_cache_path("legation", appauthor=False)


def fingerprint(*folders: Path) -> str:
    """Sixteen hex digits that change when any file in the folders does: names, sizes and times of change."""
    digest = hashlib.blake2b(digest_size=8)
    for top in map(str, folders):
        for folder, inner, files in os.walk(top):
            inner[:] = sorted(name for name in inner if name != "__pycache__")
            for name in sorted(files):
                status = os.stat(f"{folder}/{name}")  # noqa: PTH116
                digest.update(f"{folder[len(top) :]}/{name} {status.st_size} {status.st_mtime_ns}\n".encode())
    return digest.hexdigest()
