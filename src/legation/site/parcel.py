"""A page ready to be sent: its headers written out, its body plain and packed, kept until it no longer holds."""

from functools import cached_property
from typing import Final

import msgspec

from legation.site.page import HTML, Page

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
ALWAYS: Final[tuple[Header, ...]] = (
    (b"content-security-policy", POLICY.encode()),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
    (b"permissions-policy", b"geolocation=(self), camera=(), microphone=(), interest-cohort=()"),
    (b"cross-origin-resource-policy", b"cross-origin"),
    (b"access-control-allow-origin", b"*"),
)
"""What every response carries."""


class Sheet(msgspec.Struct, frozen=True, dict=True):
    """One response.

    Attributes:
        status: of HTTP. headers: all but the date. body: the bytes; empty where the status has none.
    """

    status: int
    headers: tuple[Header, ...]
    body: bytes = b""

    @cached_property
    def head(self) -> bytes:
        """The headers as they go over the wire."""
        return b"".join(b"%b: %b\r\n" % header for header in self.headers)


class Parcel(msgspec.Struct, frozen=True, dict=True):
    """A page in the forms in which it may be asked for; each is made when it is first asked for.

    Attributes:
        page: what is sent.
        more: headers of its own.
        minute: of Unix time, when it holds only for that one.
    """

    page: Page
    more: tuple[Header, ...] = ()
    minute: int | None = None

    @cached_property
    def etag(self) -> bytes:
        """Weak, for the packed bytes count as the same."""
        return b"W/" + self.page.etag.encode()

    @cached_property
    def plain(self) -> Sheet:
        """The page as it is."""
        body = self.page.body
        return Sheet(self.page.status, (*self._headers, self._kind, *self._location, length(body)), body)

    @cached_property
    def packed(self) -> Sheet:
        """The page under gzip; plain where that gains nothing."""
        body = self.page.packed
        if body is None:
            return self.plain
        headers = (*self._headers, self._kind, (b"content-encoding", b"gzip"), length(body))
        return Sheet(self.page.status, headers, body)

    @cached_property
    def unchanged(self) -> Sheet:
        """What is said to those who have it already."""
        return Sheet(304, self._headers)

    @cached_property
    def _headers(self) -> tuple[Header, ...]:
        page = self.page
        control = f"public, max-age={page.max_age}" + (", immutable" if page.immutable else "")
        kept = ALWAYS, (b"cache-control", control.encode() if page.max_age else b"no-store")
        varies = () if self.more else ((b"vary", b"accept-encoding"),)
        # So that scripts elsewhere can ask again with If-None-Match.
        shown = () if page.media_type == HTML else ((b"access-control-expose-headers", b"etag"),)
        return (*kept[0], kept[1], (b"etag", self.etag), *shown, *self.more, *varies)

    @property
    def _kind(self) -> Header:
        return b"content-type", self.page.media_type.encode()

    @property
    def _location(self) -> tuple[Header, ...]:
        return ((b"location", self.page.location.encode()),) if self.page.location else ()

    @property
    def size(self) -> int:
        """Bytes that it takes when kept in all its forms, about: packed it is a third or a quarter."""
        return len(self.page.body) * 4 // 3 + 3_000


def length(body: bytes) -> Header:
    """The header that says how long a body is."""
    return b"content-length", str(len(body)).encode()
