"""A served site and a real browser, for pictures and figures."""

import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec
from playwright.sync_api import Browser, sync_playwright

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class Running(msgspec.Struct, frozen=True):
    """A server on loopback; `seconds` from its start to its first answer."""

    origin: str
    process: int
    seconds: float

    def megabytes(self) -> float:
        """Resident memory of the server, its workers included (pages they share count once for each)."""
        children = Path(f"/proc/{self.process}/task/{self.process}/children").read_text().split()
        return sum(resident(pid) for pid in (str(self.process), *children))


def resident(pid: str) -> float:
    """Resident memory of a process, MB."""
    found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    return int(found[1]) / 1024 if found else 0.0


@contextmanager
def started(
    command: Sequence[str], first: str, environment: Mapping[str, str] | None = None
) -> Iterator[Running]:
    """A server as a process for as long as the block lasts.

    Args:
        command: with `{port}` where the port belongs.
        first: a path that it answers.
        environment: its variables; ours when left out.
    """
    port = free_port()
    begin = time.perf_counter()
    words = [word.replace("{port}", str(port)) for word in command]
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    try:
        wait_for(f"http://127.0.0.1:{port}{first}")
        yield Running(f"http://127.0.0.1:{port}", process.pid, time.perf_counter() - begin)
    finally:
        process.terminate()
        process.wait()


@contextmanager
def served(*options: str) -> Iterator[str]:
    """`legation serve` on a free port; gives its origin."""
    command = [sys.executable, "-m", "legation", "serve", "--port", "{port}", *options]
    with started(command, "/robots.txt") as running:
        yield running.origin


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(url: str, seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while True:
        try:
            urllib.request.urlopen(url, timeout=2).close()
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.02)
        else:
            return


@contextmanager
def browser(more: Sequence[str] = ()) -> Iterator[Browser]:
    """Debian's chromium."""
    path = shutil.which("chromium")
    if path is None:
        raise SystemExit("chromium is missing: apt-get install chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=[*FLAGS, *more])
        yield chromium
        chromium.close()
