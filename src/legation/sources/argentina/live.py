"""The portal's catalogue (CKAN's action API): it is asked which file is the list, then for the file."""

from typing import Final
from urllib.parse import urlsplit

import msgspec

from legation.errors import StopSource
from legation.sources.ask import Ask, Request

JSON: Final = "application/json"
CSV: Final = "text/csv, application/csv, text/plain, application/octet-stream, binary/octet-stream"
FILE: Final = "/lista-sedes-datos.csv"
"""How the list is called; the portal has other files on the same posts."""


class Resource(msgspec.Struct, frozen=True):
    """A file of a data set; the newest carries the latest moment."""

    url: str
    last_modified: str | None = None
    created: str | None = None

    @property
    def moment(self) -> str:
        """When it was last changed, as the catalogue writes it."""
        return self.last_modified or self.created or ""


class DataSet(msgspec.Struct, frozen=True):
    """A data set with its files."""

    resources: tuple[Resource, ...] = ()


class Found(msgspec.Struct, frozen=True):
    """The data sets found."""

    results: tuple[DataSet, ...]


class Answer(msgspec.Struct, frozen=True):
    """What the catalogue answers."""

    success: bool
    result: Found


def capture(ask: Ask, url: str) -> bytes:
    """Fetch the list.

    Args:
        ask: the door to the network.
        url: a search of the catalogue that finds the data set.

    Raises:
        StopSource: the catalogue answers in another form, or names no such file.
    """
    body = ask(Request(url, accept=JSON, ends=b"}"))
    try:
        answer = msgspec.json.decode(body, type=Answer)
    except msgspec.DecodeError as error:
        message = f"{url} does not answer in the form of CKAN's action API: {error}. Has the portal changed?"
        raise StopSource("unfit-answer", message, "argentina", url) from error
    files = [
        one
        for found in answer.result.results
        for one in found.resources
        if urlsplit(one.url).path.endswith(FILE)
    ]
    if not files:
        message = (
            f"{url} names no file {FILE[1:]}: search the portal for it, and give its search as --endpoint."
        )
        raise StopSource("unfit-answer", message, "argentina", url)
    newest = max(files, key=lambda one: (one.moment, one.url))
    return ask(Request(newest.url, accept=CSV))
