"""The server as a process or on a socket: what it logs, how patient it is, what an update does to it."""

import asyncio
import http.client
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.parse
from pathlib import Path

import pytest
import uvicorn

from legation.site.app import Pages
from legation.site.edition import open_edition
from legation.site.protocol import ImpatientProtocol
from legation.site.shelf import Shelf
from legation.site.view import Setting

pytestmark = pytest.mark.server
WORDS = ["dutch", "moscow", "saint-petersburg-zzz", "brazilian", "minsk", "127.0.0.1", "nl", "ru"]


def get(port: int, path: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path)
    status = connection.getresponse().status
    connection.close()
    return status


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(port: int) -> None:
    for _ in range(200):
        try:
            get(port, "/robots.txt")
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError


def test_a_hundred_searches_leave_no_trace(tmp_path: Path) -> None:
    port = free_port()
    log = tmp_path / "log"
    with log.open("wb") as output:
        command = [sys.executable, "-m", "legation", "serve", "--port", str(port)]
        process = subprocess.Popen(command, stdout=output, stderr=output)
    try:
        wait_for(port)
        for number in range(100):
            citizen, place = WORDS[number % 4], WORDS[(number + 1) % 5]
            get(port, "/en/find/?" + urllib.parse.urlencode({"citizen": citizen, "place": place}))
            get(port, f"/en/{WORDS[-1]}/{WORDS[-2]}/")
            get(port, f"/en/find/?q=%FF{number}")
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(10)
    written = log.read_text().replace(f"http://127.0.0.1:{port}/", "")
    assert [word for word in WORDS if word in written.split() or (len(word) > 2 and word in written)] == []


def test_a_client_that_drips_is_hung_up_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ImpatientProtocol, "patience_s", 0.3)
    port = free_port()
    pages = Pages(Shelf(Setting()))
    config = uvicorn.Config(pages, port=port, http=ImpatientProtocol, lifespan="off", log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    wait_for(port)
    with socket.create_connection(("127.0.0.1", port), timeout=5) as slow:
        slow.sendall(b"GET /en/ HTTP/1.1\r\nHost: example.org\r\n")
        started = time.monotonic()
        assert slow.recv(100) == b""
        assert time.monotonic() - started < 3
    assert get(port, "/en/") == 200
    server.should_exit = True
    thread.join(10)


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
    return pages.answer({"method": "GET", "path": path, "query_string": b"", "headers": []})[0]


def test_head_gives_no_body() -> None:
    sent: list[dict[str, object]] = []

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    async def receive() -> dict[str, object]:
        return {"type": "http.disconnect"}

    scope = {"type": "http", "method": "HEAD", "path": "/en/", "query_string": b"", "headers": []}
    asyncio.run(Pages(Shelf(Setting()))(scope, receive, send))  # type: ignore[arg-type]
    assert sent[1]["body"] == b""
