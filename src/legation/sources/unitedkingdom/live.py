"""GOV.UK's content API: the index of travel advice, then the part "Getting help" of each destination's page."""

from typing import Final, TypeVar

import msgspec

from legation.errors import StopSource
from legation.sources.ask import Ask, Request

JSON: Final = "application/json"
ROOT: Final = "/foreign-travel-advice"
PART: Final = "getting-help"
T = TypeVar("T", bound=msgspec.Struct)


class Country(msgspec.Struct, frozen=True):
    """The destination of a page."""

    name: str = ""


class Part(msgspec.Struct, frozen=True):
    """One part of a page: its name in addresses and its HTML."""

    slug: str
    body: str


class Details(msgspec.Struct, frozen=True):
    """What a page holds."""

    country: Country = Country()
    parts: list[Part] = []


class Child(msgspec.Struct, frozen=True):
    """A page as the index names it."""

    base_path: str


class Links(msgspec.Struct, frozen=True):
    """The pages of the index."""

    children: list[Child]


class Index(msgspec.Struct, frozen=True):
    """The index."""

    links: Links


class Content(msgspec.Struct, frozen=True):
    """A page."""

    details: Details


def capture(ask: Ask, url: str) -> bytes:
    """Fetch the part of every destination, as one JSON object of HTML by destination.

    Args:
        ask: the door to the network.
        url: the index.

    Raises:
        StopSource: the index or a page is not in the API's form, or lies elsewhere than below the index.
    """
    index = _decode(ask(Request(url, accept=JSON, ends=b"}")), Index, url)
    pages: dict[str, str] = {}
    for child in index.links.children:
        if not child.base_path.startswith(f"{ROOT}/"):
            raise StopSource("unfit-answer", f"{url} names {child.base_path[:80]!r}.", "unitedkingdom", url)
        address = url.removesuffix(ROOT) + child.base_path
        details = _decode(ask(Request(address, accept=JSON, ends=b"}")), Content, address).details
        body = next((part.body for part in details.parts if part.slug == PART), None)
        if body and details.country.name:
            pages[details.country.name] = body
    return msgspec.json.encode(pages, order="sorted")


def _decode(body: bytes, form: type[T], url: str) -> T:
    try:
        return msgspec.json.decode(body, type=form)
    except msgspec.DecodeError as error:
        message = f"{url} does not answer in the form of GOV.UK's content API: {error}. Has it changed?"
        raise StopSource("unfit-answer", message, "unitedkingdom", url) from error
