"""The Department's own interface to its travel pages: all countries in one answer, the posts of each as HTML."""

from typing import Final

import msgspec

from legation.errors import StopSource
from legation.sources.ask import Ask, Request

JSON: Final = "application/json, text/json"


class Country(msgspec.Struct, frozen=True):
    """One country of the answer; its other fields are not read."""

    name: str = msgspec.field(name="geopoliticalarea")
    posts: str | None = msgspec.field(name="travel_embassyAndConsulate", default=None)


def capture(ask: Ask, url: str) -> bytes:
    """Fetch the posts of every country, as one JSON object of HTML by country.

    Raises:
        StopSource: an answer in another form, or without countries.
    """
    body = ask(Request(url, accept=JSON, ends=b"]"))
    try:
        countries = msgspec.json.decode(body, type=list[Country])
    except msgspec.DecodeError as error:
        message = f"{url} does not answer in the Department's form: {error}. Has the interface changed?"
        raise StopSource("unfit-answer", message, "unitedstates", url) from error
    pages = {country.name.strip(): country.posts for country in countries if country.posts}
    return msgspec.json.encode(pages, order="sorted")
