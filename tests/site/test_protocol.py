"""HTTP on a real socket: what is refused, who is hung up on, and that nothing holds on for ever."""

import socket
import time
from collections.abc import Iterator

import pytest
from tests.site.serving import served

from legation.site.app import Pages
from legation.site.protocol import LONGEST_HEAD, PageProtocol
from legation.site.shelf import Shelf
from legation.site.view import Setting

pytestmark = pytest.mark.server
HOST = b"Host: example.org\r\n"


@pytest.fixture(scope="module")
def pages() -> Pages:
    return Pages(Shelf(Setting()))


@pytest.fixture
def port(pages: Pages, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A server in a hurry."""
    for clock in ("patience_s", "keep_alive_s", "linger_s"):
        monkeypatch.setattr(PageProtocol, clock, 0.4)
    with served(pages) as port:
        yield port


def connected(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=5)


def all_of(line: socket.socket) -> bytes:
    """What comes until the server hangs up."""
    found = b""
    while piece := line.recv(65_536):
        found += piece
    return found


def said(port: int, *pieces: bytes) -> bytes:
    with connected(port) as line:
        for piece in pieces:
            line.sendall(piece)
        return all_of(line)


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


def test_several_requests_on_one_connection(port: int) -> None:
    get = b"GET /robots.txt HTTP/1.1\r\n" + HOST + b"\r\n"
    answer = said(port, get, get[:10], get[10:], get * 3)
    assert answer.count(b"HTTP/1.1 200 OK\r\n") == 5
    assert answer.count(b"\r\ndate: ") == 5


def test_a_head_has_no_body(port: int) -> None:
    answer = said(port, b"HEAD /en/ HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n")
    head, _, body = answer.partition(b"\r\n\r\n")
    assert (status(answer), body) == (200, b"")
    assert b"content-length: " in head
    assert b"connection: close" in head


def test_old_clients_are_answered_and_hung_up_on(port: int) -> None:
    started = time.monotonic()
    answer = said(port, b"GET /robots.txt HTTP/1.0\r\n\r\n")
    assert (status(answer), b"connection: close" in answer) == (200, True)
    assert time.monotonic() - started < 0.3


def test_the_absolute_form_and_an_upgrade_are_plain_requests(port: int) -> None:
    close = b"Connection: close\r\n\r\n"
    assert status(said(port, b"GET http://example.org/robots.txt HTTP/1.1\r\n" + HOST + close)) == 200
    upgrade = b"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: eA==\r\n\r\n"
    assert status(said(port, b"GET /robots.txt HTTP/1.1\r\n" + HOST + upgrade + b"\x81\x00")) == 200


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (b"rubbish\r\n\r\n", 400),
        (b"\x16\x03\x01\x02\x00\x01\x00", 400),
        (b"GET /en/ HTTP/1.1\r\n\r\n", 400),
        (b"GET /en/ HTTP/1.1\r\n" + HOST + HOST + b"\r\n", 400),
        (b"GET /en/ HTTP/1.1\r\n" + HOST + b"Content-Length: 3\r\n\r\nabc", 413),
        (b"GET /en/ HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: chunked\r\n\r\n", 413),
        (b"POST /en/ HTTP/1.1\r\n" + HOST + b"Content-Length: 900000000\r\n\r\nabc", 405),
        (b"POST /en/ HTTP/1.1\r\n" + HOST + b"Expect: 100-continue\r\nContent-Length: 9\r\n\r\n", 405),
        (b"GET /en/ HTTP/1.1\r\n" + HOST + b"X: " + b"a" * LONGEST_HEAD + b"\r\n\r\n", 431),
        (b"GET /en/ HTTP/1.1\r\n" + HOST + b"X: " + b"a" * LONGEST_HEAD, 431),
        (b"GET /" + b"a" * 600 + b" HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n", 414),
        (b"GET /en/%00%ff HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n", 404),
    ],
)
def test_what_is_refused(port: int, request_: bytes, expected: int) -> None:
    answer = said(port, request_)
    head = answer.partition(b"\r\n\r\n")[0]
    assert status(answer) == expected
    assert b"connection: close" in head
    assert b"content-security-policy: " in head
    assert answer.count(b"HTTP/1.1 ") == 1


@pytest.mark.parametrize(
    "opening",
    [
        b"",
        b"GET /en/ HTTP/1.1\r\nHost: exam",
        b"GET /robots.txt HTTP/1.1\r\n" + HOST + b"\r\n",
        b"GET /robots.txt HTTP/1.1\r\n" + HOST + b"\r\nGET /en/ HT",
    ],
)
def test_who_says_nothing_more_is_hung_up_on(port: int, opening: bytes) -> None:
    started = time.monotonic()
    said(port, opening)
    assert time.monotonic() - started < 2


@pytest.mark.parametrize("drop", [b"\r\n", b"X: y\r\n"])
def test_who_drips_is_hung_up_on(port: int, drop: bytes) -> None:
    """Empty lines before a request are allowed, but they are no way to stay; nor is one header after the other."""
    with connected(port) as line:
        line.sendall(
            b"GET /robots.txt HTTP/1.1\r\n" + HOST + b"\r\n" + b"GET / HTTP/1.1\r\n" * (b"X" in drop)
        )
        assert lasted(line, drop, 5) < 3


def lasted(line: socket.socket, drop: bytes, most: float) -> float:
    """Seconds until a connection breaks that is fed drop by drop."""
    started = time.monotonic()
    try:
        while time.monotonic() - started < most:
            line.sendall(drop)
            time.sleep(0.05)
    except OSError:
        pass
    return time.monotonic() - started


def test_who_does_not_take_the_answers_is_hung_up_on(port: int) -> None:
    """Thousands of requests in one packet, and nothing read."""
    get = b"GET /en/places.json HTTP/1.1\r\n" + HOST + b"\r\n"
    with connected(port) as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        line.sendall(get * 3_000)
        time.sleep(2)
        answered = all_of_or_torn(line).count(b"HTTP/1.1 200 OK")
    assert answered < 500
    assert status(said(port, get)) == 200


def all_of_or_torn(line: socket.socket) -> bytes:
    found = b""
    try:
        while piece := line.recv(65_536):
            found += piece
    except ConnectionResetError:
        pass
    return found


def test_too_many_at_once_are_told(pages: Pages) -> None:
    with served(pages, most=2) as port:
        lines = [connected(port) for _ in range(2)]
        time.sleep(0.1)
        assert status(said(port)) == 503
        lines[0].sendall(b"GET /robots.txt HTTP/1.1\r\n" + HOST + b"\r\n")
        assert status(lines[0].recv(100)) == 200
        for line in lines:
            line.close()
