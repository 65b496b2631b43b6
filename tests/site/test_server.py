"""The server as a process: what it logs, what an update does to it, how it stops."""

import http.client
import itertools
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.parse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.site.serving import free_port

from legation.site.app import Pages
from legation.site.edition import open_edition
from legation.site.shelf import Shelf
from legation.site.view import Setting
from legation.store.locate import data_folder

pytestmark = pytest.mark.server
WORDS = ["dutch", "moscow", "saint-petersburg-zzz", "brazilian", "minsk", "127.0.0.1", "nl", "ru"]


def get(port: int, path: str) -> int:
    return fetched(port, path)[0]


def fetched(port: int, path: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path)
        reply = connection.getresponse()
        return reply.status, reply.read()
    finally:
        connection.close()


@contextmanager
def running(*options: str, log: Path | None = None) -> Iterator[int]:
    """`legation serve` as a process; stopped as a service manager does, it must end well."""
    port = free_port()
    with (log or Path(os.devnull)).open("wb") as output:
        command = [sys.executable, "-m", "legation", "serve", "--port", str(port), *options]
        process = subprocess.Popen(command, stdout=output, stderr=output)
    try:
        wait_for(port)
        yield port
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(15)
    assert process.returncode in (0, -signal.SIGTERM)


def wait_for(port: int) -> None:
    for _ in range(400):
        try:
            get(port, "/robots.txt")
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError


def test_a_hundred_searches_leave_no_trace(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with running(log=log) as port:
        for number in range(100):
            citizen, place = WORDS[number % 4], WORDS[(number + 1) % 5]
            get(port, "/en/find/?" + urllib.parse.urlencode({"citizen": citizen, "place": place}))
            get(port, f"/en/{WORDS[-1]}/{WORDS[-2]}/")
            get(port, f"/en/find/?q=%FF{number}")
            with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
                line.sendall(b"moscow dutch rubbish\r\n\r\n")
                line.recv(100)
    written = log.read_text().replace(f"http://127.0.0.1:{port}/", "")
    assert [word for word in WORDS if word in written.split() or (len(word) > 2 and word in written)] == []


SWAP = """
import sys
from pathlib import Path
from legation.store.compile import compile_store
compile_store(Path(sys.argv[1]), Path(sys.argv[2]), complete=False)
"""
PATHS = ("/en/ru/ae.json", "/en/ru/nl/", "/de/af/fr/", "/en/places.json", "/en/find.json?q=dutch+in+moscow")


def test_an_update_by_a_third_process_fails_no_request(tmp_path: Path) -> None:
    """Two servers, one of them with two workers, on one store that is compiled anew under them, twice."""
    data, store = tmp_path / "data", tmp_path / "store.sqlite"
    shutil.copytree(data_folder(), data)
    swap = [sys.executable, "-c", SWAP, str(data), str(store)]
    subprocess.run(swap, check=True)
    options = ("--store", str(store))
    with running(*options) as first, running(*options, "--workers", "2") as second:
        asker = Asker((first, second))
        asker.start()
        for number in ("+15550100001", "+15550100002"):
            change_number(data, number)
            subprocess.run(swap, check=True)
            assert eventually(lambda: all(number in told(port) for port in (first, second)))  # noqa: B023
        asker.stop()
    assert asker.wrong == []
    assert asker.asked > 200


class Asker(threading.Thread):
    """Asks servers without a pause, and keeps what went wrong."""

    def __init__(self, ports: tuple[int, ...]) -> None:
        super().__init__(daemon=True)
        self._ports, self._over = ports, threading.Event()
        self.asked, self.wrong = 0, list[str]()

    def run(self) -> None:
        while not self._over.is_set():
            for port, path in itertools.product(self._ports, PATHS):
                self.asked += 1
                try:
                    status = get(port, path)
                except OSError as error:
                    self.wrong.append(f"{path}: {error}")
                else:
                    if status not in (200, 303):
                        self.wrong.append(f"{path}: {status}")

    def stop(self) -> None:
        self._over.set()
        self.join(20)


def change_number(data: Path, number: str) -> None:
    """Give the line of the Emirates another number (of the range reserved for fiction)."""
    path = data / "hotlines.toml"
    lines = path.read_text().splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("phone"))
    lines[at] = f'phone = "{number}"'
    path.write_text("\n".join(lines))


def told(port: int) -> str:
    return fetched(port, PATHS[0])[1].decode()


def eventually(true: Callable[[], bool], seconds: float = 20) -> bool:
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            return False
        time.sleep(0.2)
    return True


def test_an_update_fails_no_request(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("legation.site.shelf.LOOK_AGAIN_S", 0.0)
    source = Path(open_edition().connection.execute("PRAGMA database_list").fetchone()[2])
    store = tmp_path / "store.sqlite"
    shutil.copy(source, store)
    shelves = [Pages(Shelf(Setting(), store)) for _ in range(2)]
    first = [shelf._shelf.site() for shelf in shelves]
    for number in range(3):
        fresh = tmp_path / f"fresh-{number}"
        shutil.copy(source, fresh)
        fresh.replace(store)
        assert [status(pages, f"/en/ru/{code}/") for pages in shelves for code in ("nl", "de", "fr")] == [
            200
        ] * 6
    assert all(shelf._shelf.site() is not site for shelf, site in zip(shelves, first, strict=True))
    torn = tmp_path / "torn"
    torn.write_bytes(b"torn")
    torn.replace(store)
    assert status(shelves[0], "/en/ru/nl.json") == 200


def status(pages: Pages, path: str) -> int:
    return pages.answer(b"GET", path.encode(), {}).status
