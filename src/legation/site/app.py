"""The site over HTTP: a request in, a response out. Nothing about the asker is written down."""

import datetime as dt
import logging
import time
import traceback
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl, quote, unquote

from legation.errors import InputError, UnknownInput, UnreadableInput
from legation.render.json import render_error
from legation.site.language import preferred
from legation.site.page import JSON, Page, redirect
from legation.site.parcel import ALWAYS, Parcel, Sheet
from legation.site.shelf import Shelf
from legation.site.site import Site
from legation.site.view import Setting
from legation.store.reading import tracks

LONGEST_PATH: Final = 500
LONGEST_QUERY: Final = 1_500
MOST_FIELDS: Final = 20
KEPT_PAGES: Final = 4_000
KEPT_BYTES: Final = 24_000_000
METHODS: Final = b"GET, HEAD, OPTIONS"
Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
log = logging.getLogger("legation.site")


class Pages:
    """Answers requests from a shelf; keeps parcels it has made until the site changes.

    Args:
        shelf: where the site of the moment comes from.
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._site: Site | None = None
        self._kept: OrderedDict[bytes, Parcel] = OrderedDict()
        self._size = 0

    async def __call__(self, scope: Scope, _: Receive, send: Send) -> None:
        """Answer one request (ASGI 3), under any server that speaks it.

        Raises:
            ValueError: asked for something other than HTTP, which servers take as "not supported".
        """
        if scope["type"] != "http":
            raise ValueError(f"HTTP only, no {scope['type']}")
        target = quote(scope["path"]).encode() + b"?" + scope["query_string"]
        sheet = self.answer(scope["method"].encode(), target, dict(scope["headers"]))
        await send({"type": "http.response.start", "status": sheet.status, "headers": list(sheet.headers)})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else sheet.body})

    def answer(self, method: bytes, target: bytes, asked: Mapping[bytes, bytes]) -> Sheet:
        """The response to a request.

        Args:
            method: upper case.
            target: path and query as they came, percent-encoded.
            asked: the headers, names in lower case.
        """
        site = self._shelf.site()
        if site is not self._site:
            self._kept.clear()
            self._site, self._size = site, 0
        if method not in (b"GET", b"HEAD"):
            return other_method(site, method, target, asked)
        parcel = self._parcel(site, target, asked)
        if b"if-none-match" in asked and parcel.page.status == 200 and held(asked, parcel.etag):
            return parcel.unchanged
        return parcel.packed if b"gzip" in asked.get(b"accept-encoding", b"") else parcel.plain

    def _parcel(self, site: Site, target: bytes, asked: Mapping[bytes, bytes]) -> Parcel:
        minute = int(time.time() // 60)
        known = self._kept.get(target)
        if known is not None and known.minute in (None, minute):
            self._kept.move_to_end(target)
            return known
        path, query = split(target)
        language = language_of(asked)
        if path in ("/", ""):
            return Parcel(redirect(f"/{language}/", 302), ((b"vary", b"accept-language"),))
        page = made(site, path, query, dt.datetime.fromtimestamp(minute * 60, dt.UTC), language)
        parcel = Parcel(page, minute=minute if page.timely else None)
        if page.status == 200:
            self._keep(target, parcel)
        return parcel

    def _keep(self, target: bytes, parcel: Parcel) -> None:
        if old := self._kept.pop(target, None):
            self._size -= old.size
        self._kept[target] = parcel
        self._size += parcel.size
        while len(self._kept) > KEPT_PAGES or self._size > KEPT_BYTES:
            _, dropped = self._kept.popitem(last=False)
            self._size -= dropped.size


def split(target: bytes) -> tuple[str, str]:
    """Path, decoded, and query of a request's target."""
    path, _, query = target.partition(b"?")
    return unquote(path.decode("latin-1")), query.decode("latin-1")


def language_of(asked: Mapping[bytes, bytes]) -> str:
    """The language of ours that the asker likes best."""
    return preferred(asked.get(b"accept-language", b"").decode("latin-1"))


def held(asked: Mapping[bytes, bytes], etag: bytes) -> bool:
    """Whether the asker has the page already (RFC 9110, 13.1.2: weak comparison, a list, or `*`)."""
    tags = [tag.strip().removeprefix(b"W/") for tag in asked[b"if-none-match"].split(b",")]
    return b"*" in tags or etag.removeprefix(b"W/") in tags


def made(site: Site, path: str, query: str, moment: dt.datetime, language: str = "en") -> Page:
    """The page of a request; what goes wrong inside is logged by its place in the code, never by what was asked."""
    if len(path) > LONGEST_PATH or len(query) > LONGEST_QUERY:
        message = (
            f"The address is too long: at most {LONGEST_PATH} characters, {LONGEST_QUERY} of parameters."
        )
        return site.refused(path[:LONGEST_PATH], UnreadableInput("too-long", message, ""), 414, language)
    try:
        given = parse_qsl(query, max_num_fields=MOST_FIELDS) if query else []
    except ValueError:
        message = f"The parameters cannot be read: give at most {MOST_FIELDS}, as name=value joined by &."
        return site.refused(path, UnreadableInput("unreadable-parameters", message, ""), 400, language)
    fields = {name: value for name, value in given if not tracks(name)}
    try:
        return site.page(path, fields, moment, language)
    except Exception as error:  # a person must never be left with a broken connection
        frame = traceback.extract_tb(error.__traceback__)[-1]
        log.error("%s at %s:%s", type(error).__name__, Path(frame.filename).name, frame.lineno)
        return broken(path)


def broken(path: str) -> Page:
    """What is said when something is wrong in the site itself; it needs nothing that could be broken too."""
    text = "Something is broken here. Call your foreign ministry, or the local emergency number in danger."
    if path.endswith("json"):
        error = InputError("broken", text, "")
        return Page(render_error(error).encode(), JSON, 500, max_age=0)
    return Page(f"{text}\n".encode(), "text/plain; charset=utf-8", 500, max_age=0)


def other_method(site: Site, method: bytes, target: bytes, asked: Mapping[bytes, bytes]) -> Sheet:
    """What is said to those who do not read."""
    allow = (b"allow", METHODS)
    if method == b"OPTIONS":
        cors = (
            (b"access-control-allow-methods", METHODS),
            (b"access-control-allow-headers", b"if-none-match"),
            (b"access-control-max-age", b"86400"),
            (b"cache-control", b"public, max-age=86400"),
        )
        return Sheet(204, (*ALWAYS, allow, *cors))
    path, _ = split(target)
    given = method[:20].decode("latin-1")
    message = f"{given} is not served: everything here is for reading, use GET."
    language = language_of(asked)
    page = site.refused(path, UnknownInput("unknown-method", message, given), 405, language)
    return Parcel(page, (allow,)).plain


def make_app(setting: Setting | None = None, store: Path | None = None) -> Pages:
    """The application, for our own server or any that speaks ASGI.

    Raises:
        DataError: the store is missing, foreign or damaged.
    """
    return Pages(Shelf(setting or Setting(), store))
