"""A build that is killed at any moment, or that the disk fails, leaves whole files: the old ones or the new ones."""

import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from legation.build.build import build
from legation.store.compile import compile_store
from tests.build.test_build import REPOSITORY, WIKIDATA, captures, data, row, write

__all__ = ["captures", "data"]
BUILD = (
    "import sys, pathlib; from tests.build.test_build import WIKIDATA; from legation.build.build import build;"
    "print('ready', flush=True);"
    "build(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), declared=[WIKIDATA])"
)
COMPILE = (
    "import sys, pathlib; from legation.store.compile import compile_store; print('ready', flush=True);"
    "compile_store(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), complete=False)"
)


def start(script: str, *arguments: Path, before: Callable[[], None] | None = None) -> subprocess.Popen[bytes]:
    run = [sys.executable, "-c", script, *map(str, arguments)]
    process = subprocess.Popen(
        run, cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=before
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    return process


def texts(data: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((data / "posts").glob("*.jsonl"))}


def test_a_build_killed_at_any_moment_leaves_whole_files(captures: Path, data: Path) -> None:
    build(captures, data, declared=[WIKIDATA])
    old = texts(data)
    write(captures, "2023-01-01", row("Q2", website="https://example.org/"), row("Q7", operator="Q31"))
    began = time.monotonic()
    whole = start(BUILD, captures, data)
    whole.communicate()
    lasts = time.monotonic() - began
    new = texts(data)
    assert old != new
    for share in (0.05, 0.3, 0.6, 0.8, 0.9, 0.97):
        for name, body in old.items():
            (data / "posts" / name).write_bytes(body)
        process = start(BUILD, captures, data)
        time.sleep(share * lasts)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert texts(data).keys() == new.keys()
        assert all(body in (old.get(name), new[name]) for name, body in texts(data).items())
    build(captures, data, declared=[WIKIDATA])
    assert texts(data) == new


def small_files() -> None:
    """No file may grow beyond a few hundred bytes, as on a disk that is full; the signal becomes an error."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200))


def test_a_full_disk_leaves_the_last_text_and_says_so(captures: Path, data: Path) -> None:
    build(captures, data, declared=[WIKIDATA])
    old = texts(data)
    write(captures, "2023-01-01", row("Q2", website="https://example.org/"))
    process = start(BUILD, captures, data, before=small_files)
    _, said = process.communicate()
    assert process.returncode == 1
    assert b"File too large" in said
    assert b"StopSource: Cannot write" in said
    assert texts(data) == old
    assert not list(data.glob(".posts-*"))


def test_a_store_whose_compiling_is_killed_or_fails_stays_the_old_one(tmp_path: Path) -> None:
    text, target = REPOSITORY / "data", tmp_path / "store.sqlite"
    compile_store(text, target, complete=False)
    old = target.read_bytes()
    for pause in (0.0, 0.2, 0.6):
        process = start(COMPILE, text, target)
        time.sleep(pause)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert target.read_bytes() == old
    process = start(COMPILE, text, target, before=small_files)
    _, said = process.communicate()
    assert process.returncode == 1
    assert b"UnwritableStore" in said
    assert target.read_bytes() == old
