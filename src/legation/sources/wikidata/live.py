"""Wikidata, fetched anew: two queries to its SPARQL service, folded into a table of the captures' shape."""

import csv
import io
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import msgspec

from legation.errors import StopSource
from legation.sources.ask import Ask, Request

FOLDER: Final = Path(__file__).parent
ENTITY: Final = "http://www.wikidata.org/entity/"
JSON: Final = "application/sparql-results+json"
BATCH: Final = 200
"""Posts a question: answers of some 200 kB, well within the service's minute."""

COLUMNS: Final[tuple[str, ...]] = (
    *(
        "operator",
        "operatorQID",
        "jurisdictions",
        "jurisdictionQIDs",
        "country",
        "countryQID",
        "city",
        "cityQID",
    ),
    *("address", "latitude", "longitude", "phone", "email", "website", "type", "typeQID", "creation"),
    *("dissolved", "state", "QID"),
)
ITEM_COLUMNS: Final = {
    "operator": "operatorQID",
    "jurisdictions": "jurisdictionQIDs",
    "country": "countryQID",
    "type": "typeQID",
}
ITEM = re.compile(re.escape(ENTITY) + r"Q[1-9][0-9]*")
POINT = re.compile(r"Point\((-?[0-9.eE+-]+) (-?[0-9.eE+-]+)\)")
"""A WKT literal on Earth; another globe would stand before it, as an address in angle brackets."""


class Cell(msgspec.Struct, frozen=True):
    """One bound variable of a row; the language of a text."""

    value: str
    language: str = msgspec.field(default="", name="xml:lang")


class Bindings(msgspec.Struct, frozen=True):
    """The rows of an answer."""

    bindings: list[dict[str, Cell]]


class Results(msgspec.Struct, frozen=True):
    """An answer in the SPARQL 1.1 JSON format."""

    results: Bindings


Statements = dict[str, dict[str, str]]
"""Of one post: by column its values, each with its label ("" where it has none)."""


def capture(ask: Ask, url: str) -> bytes:
    """Fetch all posts and what is stated of them, as a table.

    Raises:
        StopSource: an answer that is not in the SPARQL JSON format, or lacks posts that were asked for.
    """
    items = sorted(
        {row["post"].value for row in _rows(ask, url, _query("posts.rq")) if "post" in row}, key=_number
    )
    posts: dict[str, Statements] = {}
    for start in range(0, len(items), BATCH):
        batch = items[start : start + BATCH]
        names = " ".join(f"wd:{item.removeprefix(ENTITY)}" for item in batch)
        found = fold(_rows(ask, url, _query("statements.rq").replace("$POSTS$", names)))
        if missing := [item for item in batch if item not in found]:
            message = f"{url} gave nothing on {len(missing)} posts it had named, {missing[0]} first; try again later."
            raise StopSource("torn-answer", message, "wikidata", url)
        posts |= found
    return table(posts)


def _number(item: str) -> int:
    """The number of an item, by which they are sorted.

    Raises:
        StopSource: not an item's address.
    """
    if not ITEM.fullmatch(item):
        raise StopSource(
            "unfit-answer", f"{item!r} is not a Wikidata item; is the endpoint Wikidata's?", "wikidata"
        )
    return int(item.removeprefix(f"{ENTITY}Q"))


def _query(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def _rows(ask: Ask, url: str, query: str) -> list[dict[str, Cell]]:
    body = ask(Request(url, accept=JSON, form={"query": query}, ends=b"}"))
    try:
        return msgspec.json.decode(body, type=Results).results.bindings
    except msgspec.DecodeError as error:
        message = f"{url} does not answer in the SPARQL JSON format: {error}. Is it a SPARQL service?"
        raise StopSource("unfit-answer", message, "wikidata", url) from error


def fold(rows: Iterable[dict[str, Cell]]) -> dict[str, Statements]:
    """Collect statements by post and column; an English label goes before one for all languages."""
    posts: dict[str, Statements] = {}
    for row in rows:
        column = posts.setdefault(row["post"].value, {}).setdefault(row["column"].value, {})
        label = row.get("label", Cell(""))
        if label.language == "en" or not column.get(row["value"].value):
            column[row["value"].value] = label.value
    return posts


def table(posts: dict[str, Statements]) -> bytes:
    """Write one row a post, sorted by item; several values of a column stand side by side with a bar between."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\n")
    writer.writerow(COLUMNS)
    for item in sorted(posts, key=_number):
        cells = _cells(posts[item]) | {"QID": item}
        writer.writerow([cells.get(column, "") for column in COLUMNS])
    return text.getvalue().encode()


def _cells(stated: Statements) -> dict[str, str]:
    cells: dict[str, str] = {}
    for column, items in ITEM_COLUMNS.items():
        cells |= _pair(stated.get(column, {}), column, items)
    seat = next((stated[column] for column in ("city", "seat", "location") if column in stated), {})
    cells |= _pair(seat, "city", "cityQID")
    for column in ("address", "phone", "email", "website", "creation", "dissolved"):
        cells[column] = _joined(sorted(stated.get(column, {})))
    cells["state"] = _joined(sorted(stated.get("state", {}).values()))
    if point := next(filter(None, map(POINT.fullmatch, sorted(stated.get("point", {})))), None):
        cells |= {"longitude": point[1], "latitude": point[2]}
    return cells


def _pair(stated: dict[str, str], names: str, items: str) -> dict[str, str]:
    """A column of labels and the column of their items, in the same order."""
    ordered = sorted(value for value in stated if ITEM.fullmatch(value))
    return {names: _joined(stated[value] for value in ordered), items: _joined(ordered)}


def _joined(values: Iterable[str]) -> str:
    return "|".join(value.replace("|", " ") for value in values)
