"""Where the store is found, and what happens when it cannot be kept."""

import multiprocessing
import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from legation.errors import TornData, UnwritableStore
from legation.store import compile as compiler
from legation.store.compile import compile_store
from legation.store.locate import compiled, data_folder, fingerprint, in_memory


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the packaged text with three posts files only, quick to compile."""
    copy = tmp_path_factory.mktemp("text") / "data"
    shutil.copytree(data_folder(), copy, ignore=shutil.ignore_patterns("posts"))
    (copy / "posts").mkdir()
    for path in sorted((data_folder() / "posts").glob("A*.jsonl"))[:3]:
        shutil.copy(path, copy / "posts")
    return copy


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("legation.store.locate.cache_folder", lambda: tmp_path / "cache")
    return tmp_path / "cache"


def test_it_compiles_once_and_clears_the_old(text: Path, cache: Path) -> None:
    said: list[str] = []
    cache.mkdir()
    (cache / "store-0-old.sqlite").touch()
    os.utime(cache / "store-0-old.sqlite", (0, 0))
    first = compiled(text, said.append)
    assert compiled(text, said.append) == first
    assert said == ["Compiling the directory, once …"]
    assert sorted(cache.iterdir()) == [first]


def test_same_text_same_bytes(text: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        compile_store(text, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_changed_file_changes_the_fingerprint(text: Path) -> None:
    before = fingerprint(text)
    os.utime(text / "hotlines.toml", ns=(1, 1))
    assert fingerprint(text) != before


def test_a_cache_that_is_a_file_is_unwritable(text: Path, cache: Path) -> None:
    cache.write_text("in the way")
    with pytest.raises(UnwritableStore, match="XDG_CACHE_HOME"):
        compiled(text)
    assert cache.read_text() == "in the way"


def test_a_full_disk_leaves_the_old_store(
    text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "store.sqlite"
    target.write_bytes(b"the last good one")

    def full(data: Path, path: Path, parts: object) -> None:
        path.write_bytes(b"half")
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(compiler, "write_store", full)
    with pytest.raises(UnwritableStore, match="disk is full"):
        compile_store(text, target)
    assert target.read_bytes() == b"the last good one"
    assert list(tmp_path.iterdir()) == [target]


def test_a_torn_line_is_named(text: Path, tmp_path: Path) -> None:
    copy = tmp_path / "data"
    shutil.copytree(text, copy)
    path = next((copy / "posts").glob("*.jsonl"))
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(TornData, match=rf"{path.name}, line \d+"):
        compile_store(copy, tmp_path / "store.sqlite")


def test_two_compilers_at_once_do_no_harm(text: Path, tmp_path: Path) -> None:
    target = tmp_path / "store.sqlite"
    context = multiprocessing.get_context("spawn")
    both = [context.Process(target=compile_store, args=(text, target)) for _ in range(2)]
    for process in both:
        process.start()
    for process in both:
        process.join(60)
    assert [process.exitcode for process in both] == [0, 0]
    assert list(tmp_path.iterdir()) == [target]
    in_memory(target).close()
