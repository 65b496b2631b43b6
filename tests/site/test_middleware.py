"""The layer that puts notices on an application's pages, under real servers."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import httpx2
import pytest
import uvicorn
from tests.site.test_placing import PAGE, RECIPE

from legation.news.article import open_index
from legation.site.edition import open_edition
from legation.site.middleware import App, NoticeASGI, NoticeWSGI, Receive, Scope, Send
from legation.site.placing import LARGEST, Desk

pytestmark = [pytest.mark.server, pytest.mark.enable_socket]
Answer = tuple[str, dict[str, str], list[bytes]]
ANSWERS: dict[str, Answer] = {
    "/page": (
        "200 OK",
        {"Content-Type": "text/html; charset=utf-8", "ETag": '"1"', "Content-Length": str(len(PAGE))},
        [PAGE],
    ),
    "/parts": ("200 OK", {"Content-Type": "text/html"}, [PAGE[:100], PAGE[100:200], PAGE[200:]]),
    "/recipe": ("200 OK", {"Content-Type": "text/html", "ETag": '"2"'}, [RECIPE]),
    "/packed": ("200 OK", {"Content-Type": "text/html", "Content-Encoding": "x-mine"}, [PAGE]),
    "/fixed": ("200 OK", {"Content-Type": "text/html", "Cache-Control": "no-transform"}, [PAGE]),
    "/json": ("200 OK", {"Content-Type": "application/json"}, [b"{}"]),
    "/lost": ("404 Not Found", {"Content-Type": "text/html"}, [PAGE]),
    "/large": ("200 OK", {"Content-Type": "text/html"}, [PAGE, b" " * LARGEST, b"end"]),
    "/empty": ("200 OK", {"Content-Type": "text/html"}, []),
}


def desk() -> Desk:
    return Desk(open_edition(), open_index(), "2026-09-15")


async def asgi(scope: Scope, receive: Receive, send: Send) -> None:
    status, headers, parts = ANSWERS[scope["path"]]
    listed = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": int(status[:3]), "headers": listed})
    for part in parts:
        await send({"type": "http.response.body", "body": part, "more_body": True})
    await send({"type": "http.response.body", "body": b""})


def wsgi(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    status, headers, parts = ANSWERS[environ["PATH_INFO"]]
    start_response(status, list(headers.items()))
    yield from parts


class Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serving_wsgi(app: Callable[..., Iterable[bytes]]) -> Iterator[str]:
    with make_server("127.0.0.1", 0, app, handler_class=Quiet) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def serving_asgi(app: App) -> Iterator[str]:
    server = uvicorn.Server(
        uvicorn.Config(app, port=0, log_level="error", lifespan="off", loop="asyncio", ws="none")
    )
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            thread.join(0.01)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


def get(url: str) -> tuple[int, dict[str, str], bytes]:
    answer = httpx2.get(url, timeout=20)
    return answer.status_code, dict(answer.headers), answer.content


@pytest.fixture(scope="module", params=["asgi", "wsgi"])
def address(request: pytest.FixtureRequest) -> Iterator[str]:
    served = (
        serving_asgi(NoticeASGI(asgi, desk))
        if request.param == "asgi"
        else serving_wsgi(NoticeWSGI(wsgi, desk))
    )
    with served as url:
        yield url


@pytest.mark.parametrize("path", ["/page", "/parts"])
def test_a_page_is_served_with_its_notice(address: str, path: str) -> None:
    for _ in range(2):
        status, headers, body = get(address + path)
        assert status == 200
        assert b"<!--legation:notice RU-->" in body
        assert int(headers["content-length"]) == len(body)
        assert "etag" not in headers


@pytest.mark.parametrize("path", ["/recipe", "/packed", "/fixed", "/json", "/lost", "/large", "/empty"])
def test_everything_else_is_served_as_it_was(address: str, path: str) -> None:
    status, headers, body = get(address + path)
    assert status == int(ANSWERS[path][0][:3])
    assert body == b"".join(ANSWERS[path][2])
    if path == "/recipe":
        assert headers["etag"] == '"2"'


def test_a_layer_that_fails_serves_the_page(caplog: pytest.LogCaptureFixture) -> None:
    def broken() -> Desk:
        raise RuntimeError("invented")

    with serving_wsgi(NoticeWSGI(wsgi, broken)) as url:
        assert get(f"{url}/page")[2] == PAGE
    assert "without a notice" in caplog.text
