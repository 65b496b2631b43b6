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
    """

    url: str
    accept: str
    form: dict[str, str] | None = None
    ends: bytes = b""


Ask = Callable[[Request], bytes]
"""Answers a request with its body, or raises `legation.errors.StopSource`."""

Capture = Callable[[Ask, str], bytes]
"""Asks the publisher at an address and gives one file in the form of the source's captures."""
