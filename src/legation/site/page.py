"""A page: bytes, what they are, and for how long they hold."""

import gzip
import hashlib
from functools import cached_property
from typing import Final

import msgspec

HTML: Final = "text/html; charset=utf-8"
JSON: Final = "application/json"
MEDIA_TYPES: Final = {
    "html": HTML,
    "json": JSON,
    "geojson": "application/geo+json",
    "vcf": "text/vcard; charset=utf-8",
    "atom": "application/atom+xml",
    "xml": "application/xml",
    "txt": "text/plain; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "webmanifest": "application/manifest+json",
}
SMALLEST_WORTH_PACKING: Final = 600


class Page(msgspec.Struct, frozen=True, dict=True):
    """What a path gives.

    Attributes:
        body: the bytes. media_type: with its charset.
        status: HTTP status. location: where to go instead, for a redirection.
        max_age: seconds for which a cache may keep it; 0: it must ask again.
        timely: it says whether a door is open now, so it holds for a minute only.
        immutable: the address changes with the bytes, so it may be kept for ever.
    """

    body: bytes
    media_type: str = HTML
    status: int = 200
    location: str | None = None
    max_age: int = 300
    timely: bool = False
    immutable: bool = False

    @cached_property
    def etag(self) -> str:
        """A strong validator: a hash of the bytes."""
        return f'"{hashlib.blake2b(self.body, digest_size=9).hexdigest()}"'

    @cached_property
    def packed(self) -> bytes | None:
        """The body under gzip, None where that gains nothing; the same bytes every time."""
        if len(self.body) < SMALLEST_WORTH_PACKING or self.media_type == "image/png":
            return None
        return gzip.compress(self.body, 9, mtime=0)


def redirect(location: str, status: int = 308) -> Page:
    """A page that sends on."""
    return Page(b"", "text/plain; charset=utf-8", status, location)
