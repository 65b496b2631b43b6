import gzip
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler

import pytest

from legation.build.fetch import Fetcher, Limits
from legation.errors import StopSource
from legation.sources.ask import Request
from tests.build.serving import Serve, answer, serving

pytestmark = pytest.mark.server
JSON = "application/json"
QUICK = Limits(bytes=10_000, seconds=2, attempts=3, longest_wait=1, first_wait=0.01, pause=0)


def ask(serve: Serve, limits: Limits = QUICK) -> bytes:
    with serving(serve) as origin:
        fetcher = Fetcher("wikidata", "tests@example.org", loopback=origin, limits=limits)
        return fetcher(Request(f"{origin}/sparql", accept=JSON, form={"query": "ASK {}"}, ends=b"}"))


class Sequence:
    """Answers with the next step each time, the last step for ever."""

    def __init__(self, *steps: Serve) -> None:
        self.steps = list(steps)
        self.times: list[float] = []
        self.agents: list[str | None] = []

    def __call__(self, request: BaseHTTPRequestHandler, body: bytes) -> None:
        self.times.append(time.monotonic())
        self.agents.append(request.headers["User-Agent"])
        step = self.steps.pop(0) if len(self.steps) > 1 else self.steps[0]
        step(request, body)


def good(request: BaseHTTPRequestHandler, body: bytes) -> None:
    answer(request, b'{"ok": 1}', JSON)


def saying(body: bytes, kind: str = JSON, status: int = 200, headers: dict[str, str] | None = None) -> Serve:
    def serve(request: BaseHTTPRequestHandler, _: bytes) -> None:
        answer(request, body, kind, status, headers)

    return serve


def status(code: int, headers: dict[str, str] | None = None) -> Serve:
    return saying(b"", "text/plain", code, headers)


def torn(request: BaseHTTPRequestHandler, body: bytes) -> None:
    answer(request, b'{"ok":', JSON)


def cut_off(request: BaseHTTPRequestHandler, body: bytes) -> None:
    answer(request, b'{"ok":', JSON, headers={"Content-Length": "5000"})
    request.close_connection = True


def test_it_says_who_asks_and_sends_the_form() -> None:
    steps = Sequence(lambda request, body: answer(request, b'{"sent": "%s"}' % body, JSON))
    assert ask(steps) == b'{"sent": "query=ASK+%7B%7D"}'
    assert steps.agents[0] is not None
    assert steps.agents[0].startswith("legation/")
    assert "tests@example.org" in steps.agents[0]


@pytest.mark.parametrize("step", [status(429), status(503), torn, cut_off])
def test_a_passing_failure_is_asked_again(step: Serve) -> None:
    steps = Sequence(step, step, good)
    assert ask(steps) == b'{"ok": 1}'
    assert len(steps.times) == 3


def test_it_waits_as_long_as_the_server_asks() -> None:
    steps = Sequence(status(429, {"Retry-After": "1"}), good)
    ask(steps)
    assert steps.times[1] - steps.times[0] >= 1


def test_it_reads_a_date_to_wait_for() -> None:
    at = format_datetime(datetime.now(UTC) + timedelta(seconds=2), usegmt=True)
    steps = Sequence(status(503, {"Retry-After": at}), good)
    ask(steps, Limits(attempts=2, first_wait=0.01, longest_wait=5, pause=0))
    assert steps.times[1] - steps.times[0] >= 0.9


def test_it_does_not_wait_for_an_hour() -> None:
    steps = Sequence(status(429, {"Retry-After": "3600"}), good)
    with pytest.raises(StopSource, match="answers 429"):
        ask(steps)
    assert len(steps.times) == 1


def test_it_gives_up_after_the_last_attempt() -> None:
    steps = Sequence(status(503))
    with pytest.raises(StopSource, match="answers 503"):
        ask(steps)
    assert len(steps.times) == 3


@pytest.mark.parametrize(
    ("step", "fault"),
    [
        (status(404), "answers 404"),
        (saying(b"<html>}", "text/html"), "answers with text/html"),
        (saying(b"{" * 10_001), "more than 10,000 bytes"),
        (
            saying(gzip.compress(b"{" * 1_000_000), headers={"Content-Encoding": "gzip"}),
            "more than 10,000 bytes",
        ),
        (status(302, {"Location": "http://169.254.169.254/latest"}), "is not an https address"),
        (status(302, {"Location": "https://127.0.0.1/"}), "leads to the private address 127.0.0.1"),
        (status(307, {"Location": "https://[::1]/"}), "leads to the private address ::1"),
        (status(302, {"Location": "/sparql"}), "redirects more than 3 times"),
        (status(302, {"Location": "file:///etc/passwd"}), "is not an https address"),
    ],
)
def test_what_no_other_try_can_mend_stops_at_once(step: Serve, fault: str) -> None:
    with pytest.raises(StopSource, match=fault) as stopped:
        ask(step)
    assert "nothing was changed" in stopped.value.message


def test_an_endless_answer_is_cut() -> None:
    def endless(request: BaseHTTPRequestHandler, body: bytes) -> None:
        request.send_response(200)
        request.send_header("Content-Type", JSON)
        request.end_headers()
        while True:
            request.wfile.write(b" " * 1000)

    with pytest.raises(StopSource, match="more than 10,000 bytes"):
        ask(endless)


def test_a_dripping_answer_is_cut() -> None:
    def dripping(request: BaseHTTPRequestHandler, body: bytes) -> None:
        request.send_response(200)
        request.send_header("Content-Type", JSON)
        request.end_headers()
        for _ in range(100):
            request.wfile.write(b" ")
            request.wfile.flush()
            time.sleep(0.05)

    with pytest.raises(StopSource, match="takes longer than"):
        ask(dripping, Limits(seconds=0.5, attempts=1, pause=0))


def test_a_silent_server_is_left() -> None:
    def silent(request: BaseHTTPRequestHandler, body: bytes) -> None:
        time.sleep(1)

    with pytest.raises(StopSource, match="Timeout"):
        ask(silent, Limits(seconds=0.4, attempts=1, pause=0))


def test_a_private_address_is_not_asked_at_all() -> None:
    with pytest.raises(StopSource, match="leads to the private address"):
        Fetcher("wikidata")(Request("https://127.0.0.1/sparql", accept=JSON))


def test_nobody_listening_is_said_so() -> None:
    with serving(good) as origin:
        pass
    with pytest.raises(StopSource, match="ConnectError"):
        Fetcher("wikidata", loopback=origin, limits=QUICK)(Request(origin, accept=JSON))
