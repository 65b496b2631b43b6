"""The one door to the network: polite, patient within limits, and never to a private address."""

import ipaddress
import socket
import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from typing import Final
from urllib.parse import urljoin, urlsplit

import httpx2
import msgspec
import stamina

from legation.errors import StopSource
from legation.sources.ask import Answered, Request

REDIRECTS: Final = 3
FOR_GOOD: Final = frozenset({301, 308})
ELSEWHERE: Final = "nothing was changed. Name another address with --endpoint, or try again later"
PASSING: Final = frozenset({408, 425, 429, 500, 502, 503, 504})
"""States of HTTP that another try may mend."""


class Limits(msgspec.Struct, frozen=True):
    """What one answer may cost.

    Attributes:
        bytes: its size, as sent and unpacked. seconds: from the question to its last byte.
        attempts: how often to ask. longest_wait: seconds that a server may ask us to wait before the next try.
        first_wait: seconds before the second try, doubled each time. pause: seconds between two questions.
    """

    bytes: int = 60_000_000
    seconds: float = 120
    attempts: int = 5
    longest_wait: float = 120
    first_wait: float = 2
    pause: float = 1


class Passing(Exception):
    """A failure that another try may mend; `wait` is what the server asks for, in seconds."""

    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.wait = wait


class Fetcher:
    """Asks for one source; an `Ask`.

    Args:
        source: its id, for messages.
        contact: who runs this, as publishers ask for: a mail address or a page.
        loopback: origin (`http://127.0.0.1:8000`) on this machine that was named on purpose; nothing else private
            is ever asked.
        limits: what an answer may cost.
        remedy: what a refusal advises.
    """

    def __init__(
        self,
        source: str,
        contact: str | None = None,
        loopback: str | None = None,
        limits: Limits | None = None,
        remedy: str = ELSEWHERE,
    ) -> None:
        self.source = source
        self.loopback = loopback
        self.limits = limits or Limits()
        self.remedy = remedy
        self.agent = f"legation/{version('legation')} ({contact or 'open directory of diplomatic missions'})"
        self.asked = False

    def __call__(self, request: Request) -> bytes:
        """Ask, and ask again where that may help.

        Raises:
            StopSource: refused, not there, too big, too slow, or still failing after the last attempt.
        """
        body = self.ask(request).body
        return b"" if body is None else body

    def ask(self, request: Request) -> Answered:
        """The same, with what the answer says of itself.

        Raises:
            StopSource: as above; its code is `gone` when the server says that there will never be an answer.
        """
        if self.asked:
            time.sleep(self.limits.pause)
        self.asked = True
        attempts = stamina.retry_context(
            on=self._patience,
            attempts=self.limits.attempts,
            timeout=None,
            wait_initial=self.limits.first_wait,
            wait_max=self.limits.longest_wait,
            wait_jitter=self.limits.first_wait,
        )
        try:
            for attempt in attempts:
                with attempt:
                    return self._once(request)
        except Passing as failure:
            raise self._refusal(
                request.url, f"{failure}, asked up to {self.limits.attempts} times"
            ) from failure
        raise AssertionError("a retry ends in an answer or an error")

    def _once(self, request: Request) -> Answered:
        """One attempt, redirects included."""
        url, moved = request.url, True
        deadline = time.monotonic() + self.limits.seconds
        headers = {"User-Agent": self.agent, "Accept": request.accept, "Accept-Encoding": "gzip"}
        if request.etag:
            headers["If-None-Match"] = request.etag
        if request.modified:
            headers["If-Modified-Since"] = request.modified
        with httpx2.Client(headers=headers, trust_env=False, timeout=self.limits.seconds / 4) as client:
            for _ in range(REDIRECTS + 1):
                self._check_address(url)
                method = "GET" if request.form is None else "POST"
                try:
                    with client.stream(method, url, data=request.form) as response:
                        if not response.has_redirect_location:
                            body = self._body(request, response, deadline)
                            etag, date = (response.headers.get(name) for name in ("etag", "last-modified"))
                            return Answered(body, etag, date, url if moved and url != request.url else None)
                        moved = moved and response.status_code in FOR_GOOD
                        url = urljoin(url, response.headers.get("location", ""))
                except httpx2.TransportError as error:
                    raise Passing(f"fails with {type(error).__name__} {error}".strip()) from error
        raise self._refusal(request.url, f"redirects more than {REDIRECTS} times")

    def _check_address(self, url: str) -> None:
        """Refuse what is not https to a public address: a redirect must not lead into a private network."""
        parts = urlsplit(url)
        if self.loopback and f"{parts.scheme}://{parts.netloc}" == self.loopback:
            return
        if parts.scheme != "https" or not parts.hostname:
            raise self._refusal(url, "is not an https address")
        try:
            found = socket.getaddrinfo(parts.hostname, parts.port or 443, type=socket.SOCK_STREAM)
        except OSError as error:
            raise Passing(f"cannot be resolved ({error})") from error
        if private := sorted({str(entry[4][0]) for entry in found if not _is_public(str(entry[4][0]))}):
            raise self._refusal(url, f"leads to the private address {private[0]}")

    def _body(self, request: Request, response: httpx2.Response, deadline: float) -> bytes | None:
        """The body of an answer that is what was asked for, within the limits; None when nothing has changed."""
        peer = response.extensions["network_stream"].get_extra_info("server_addr")
        if not self.loopback and not _is_public(str(peer[0])):
            raise self._refusal(request.url, f"was answered by the private address {peer[0]}")
        if response.status_code == 304 and (request.etag or request.modified):
            return None
        self._check_status(request, response)
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind not in request.accept.split(", "):
            raise self._refusal(request.url, f"answers with {kind or 'nothing'} instead of {request.accept}")
        body = bytearray()
        for part in response.iter_bytes():
            body += part
            if len(body) > self.limits.bytes:
                raise self._refusal(request.url, f"sends more than {self.limits.bytes:,} bytes")
            if time.monotonic() > deadline:
                raise Passing(f"takes longer than {self.limits.seconds:g} seconds")
        if not body.rstrip().endswith(request.ends):
            raise Passing("sends a torn answer")
        return bytes(body)

    def _check_status(self, request: Request, response: httpx2.Response) -> None:
        """Refuse an answer that is none; one that may come later is worth another try."""
        status = response.status_code
        if status in PASSING:
            raise Passing(f"answers {status}", _wait(response.headers.get("retry-after")))
        if status == 410:
            raise StopSource("gone", f"{request.url} is gone for good.", self.source, request.url)
        if status != 200:
            raise self._refusal(request.url, f"answers {status}")

    def _patience(self, error: Exception) -> bool | float:
        """Whether to ask again, and after how many seconds when the server says so."""
        if not isinstance(error, Passing) or error.wait is None:
            return isinstance(error, Passing)
        return error.wait if error.wait <= self.limits.longest_wait else False

    def _refusal(self, url: str, fault: str) -> StopSource:
        return StopSource("unfit-answer", f"{url} {fault}; {self.remedy}.", self.source, url)


def _is_public(address: str) -> bool:
    return ipaddress.ip_address(address.partition("%")[0]).is_global


def _wait(header: str | None) -> float | None:
    """Seconds of a Retry-After header, which is a number or a date (RFC 9110, 10.2.3)."""
    if header is None:
        return None
    if header.strip().isdecimal():
        return float(header)
    try:
        return max(0.0, (parsedate_to_datetime(header) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None
