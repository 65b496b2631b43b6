"""The site over HTTP: ASGI in, pages out. Nothing about the asker is written down."""

import datetime as dt
import logging
import time
import traceback
from collections import OrderedDict
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl

import msgspec

from legation.site.language import preferred
from legation.site.page import Page, redirect
from legation.site.shelf import Shelf
from legation.site.site import Site
from legation.site.view import Setting

LONGEST_PATH: Final = 500
LONGEST_QUERY: Final = 1_500
KEPT_PAGES: Final = 4_000
KEPT_BYTES: Final = 24_000_000
DIRECTIVES: Final = (
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
)
POLICY: Final = "; ".join(DIRECTIVES)
Header = tuple[bytes, bytes]
Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
ALWAYS: Final[tuple[Header, ...]] = (
    (b"content-security-policy", POLICY.encode()),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
    (b"permissions-policy", b"geolocation=(self), camera=(), microphone=(), interest-cohort=()"),
    (b"cross-origin-resource-policy", b"cross-origin"),
    (b"access-control-allow-origin", b"*"),
)
log = logging.getLogger("legation.site")


class Parcel(msgspec.Struct, frozen=True):
    """A page ready to be sent, plain and packed; `minute` (of Unix time) when it holds only for that one."""

    status: int
    etag: bytes
    minute: int | None
    plain: tuple[list[Header], bytes]
    packed: tuple[list[Header], bytes] | None
    unchanged: list[Header]


class Pages:
    """Answers requests from a shelf; keeps parcels it has made until the site changes.

    Args:
        shelf: where the site of the moment comes from.
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._site: Site | None = None
        self._kept: OrderedDict[tuple[str, bytes], Parcel] = OrderedDict()
        self._size = 0

    async def __call__(self, scope: Scope, _: Receive, send: Send) -> None:
        """Answer one request (ASGI 3).

        Raises:
            ValueError: asked for something other than HTTP, which servers take as "not supported".
        """
        if scope["type"] != "http":
            raise ValueError(f"HTTP only, no {scope['type']}")
        status, headers, body = self.answer(scope)
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})

    def answer(self, scope: Scope) -> tuple[int, list[Header], bytes]:
        """Status, headers and body."""
        if scope["method"] not in ("GET", "HEAD"):
            return self._other_method(scope["method"])
        site = self._shelf.site()
        if site is not self._site:
            self._kept.clear()
            self._site, self._size = site, 0
        asked: dict[bytes, bytes] = dict(scope["headers"])
        parcel = self._parcel(site, scope["path"], scope["query_string"], asked)
        if asked.get(b"if-none-match") == parcel.etag and parcel.status == 200:
            return 304, parcel.unchanged, b""
        packed = parcel.packed if b"gzip" in asked.get(b"accept-encoding", b"") else None
        headers, body = packed or parcel.plain
        return parcel.status, headers, body

    def _parcel(self, site: Site, path: str, query: bytes, asked: dict[bytes, bytes]) -> Parcel:
        if path in ("/", ""):
            language = preferred(asked.get(b"accept-language", b"").decode("latin-1"))
            return parcel_of(redirect(f"/{language}/", 302), (b"vary", b"accept-language"))
        minute = int(time.time() // 60)
        known = self._kept.get((path, query))
        if known is not None and known.minute in (None, minute):
            return known
        page = made(site, path, query, dt.datetime.fromtimestamp(minute * 60, dt.UTC))
        parcel = msgspec.structs.replace(parcel_of(page), minute=minute if page.timely else None)
        if page.status == 200:
            self._keep((path, query), parcel)
        return parcel

    def _keep(self, key: tuple[str, bytes], parcel: Parcel) -> None:
        if old := self._kept.pop(key, None):
            self._size -= size_of(old)
        self._kept[key] = parcel
        self._size += size_of(parcel)
        while len(self._kept) > KEPT_PAGES or self._size > KEPT_BYTES:
            _, dropped = self._kept.popitem(last=False)
            self._size -= size_of(dropped)

    def _other_method(self, method: str) -> tuple[int, list[Header], bytes]:
        if method == "OPTIONS":
            allowed = [
                (b"access-control-allow-methods", b"GET, HEAD, OPTIONS"),
                (b"access-control-max-age", b"86400"),
            ]
            return 204, [*ALWAYS, *allowed, (b"allow", b"GET, HEAD, OPTIONS")], b""
        body = b"Reading only: use GET.\n"
        length = str(len(body)).encode()
        headers = [
            (b"allow", b"GET, HEAD, OPTIONS"),
            (b"content-type", b"text/plain"),
            (b"content-length", length),
        ]
        return 405, [*ALWAYS, *headers], body


def made(site: Site, path: str, query: bytes, moment: dt.datetime) -> Page:
    """The page of a request; what goes wrong inside is logged by its place in the code, never by what was asked."""
    if len(path) > LONGEST_PATH or len(query) > LONGEST_QUERY:
        return Page(b"The address is too long.\n", "text/plain; charset=utf-8", 414, max_age=0)
    try:
        fields = dict(parse_qsl(query.decode("latin-1"), max_num_fields=20))
    except ValueError:
        return Page(b"The parameters cannot be read.\n", "text/plain; charset=utf-8", 400, max_age=0)
    try:
        return site.page(path, fields, moment)
    except Exception as error:  # a person must never be left with a broken connection
        frame = traceback.extract_tb(error.__traceback__)[-1]
        log.error("%s at %s:%s", type(error).__name__, Path(frame.filename).name, frame.lineno)
        text = (
            "Something is broken here. Call your foreign ministry, or the local emergency number in danger.\n"
        )
        return Page(text.encode(), "text/plain; charset=utf-8", 500, max_age=0)


def parcel_of(page: Page, *more: Header) -> Parcel:
    """Make a page ready to be sent."""
    control = (
        f"public, max-age={page.max_age}{', immutable' if page.immutable else ''}"
        if page.max_age
        else "no-store"
    )
    etag = b"W/" + page.etag.encode()
    kept: list[Header] = [*ALWAYS, (b"cache-control", control.encode()), (b"etag", etag), *more]
    if not any(name == b"vary" for name, _ in more):
        kept.append((b"vary", b"accept-encoding"))
    headers = [*kept, (b"content-type", page.media_type.encode())]
    if page.location:
        headers.append((b"location", page.location.encode()))
    packed = page.packed
    return Parcel(
        page.status,
        etag,
        None,
        ([*headers, length(page.body)], page.body),
        ([*headers, (b"content-encoding", b"gzip"), length(packed)], packed) if packed else None,
        kept,
    )


def length(body: bytes) -> Header:
    """The header that says how long a body is."""
    return b"content-length", str(len(body)).encode()


def size_of(parcel: Parcel) -> int:
    """Bytes that a kept parcel takes, about."""
    return len(parcel.plain[1]) + (len(parcel.packed[1]) if parcel.packed else 0)


def make_app(setting: Setting | None = None, store: Path | None = None) -> Pages:
    """The application, for uvicorn or any other ASGI server.

    Raises:
        DataError: the store is missing, foreign or damaged.
    """
    return Pages(Shelf(setting or Setting(), store))
