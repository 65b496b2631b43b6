"""What a source's `live.py` asks the network for. It never asks itself: `legation.build.fetch` does."""

from collections.abc import Callable

import msgspec


class Request(msgspec.Struct, frozen=True):
    """One question to a publisher.

    Attributes:
        url: http or https address.
        accept: the media types of a usable answer, `, ` between; anything else (an error page) is refused.
        form: fields of a POST; None is a GET.
        ends: what a whole answer ends with, white space aside; another end is a torn answer.
        etag, modified: validators of an answer that is at hand: one that is still good need not be sent again.
    """

    url: str
    accept: str
    form: dict[str, str] | None = None
    ends: bytes = b""
    etag: str | None = None
    modified: str | None = None


class Answered(msgspec.Struct, frozen=True):
    """An answer.

    Attributes:
        body: None when the one at hand is still good.
        etag, modified: its validators. moved: the address it has moved to for good.
    """

    body: bytes | None
    etag: str | None = None
    modified: str | None = None
    moved: str | None = None


Ask = Callable[[Request], bytes]
"""Answers a request with its body, or raises `legation.errors.StopSource`."""

Capture = Callable[[Ask, str], bytes]
"""Asks the publisher at an address and gives one file in the form of the source's captures."""
