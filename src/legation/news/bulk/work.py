"""What a worker does with a chunk: read its pages, write one file of JSON lines, and only then give it its name."""

import os
import tempfile
from pathlib import Path
from typing import Any

import msgspec

from legation.errors import LegationError
from legation.model.news import Article
from legation.news.article import open_index, read
from legation.news.bulk.chunk import Chunk, Item, items_of


class Way(msgspec.Struct, frozen=True):
    """How to read.

    Attributes:
        careful: slower and better, as in `legation.news.read`. statements: whether to look for who said what.
        store: path of another store than the packaged one.
    """

    careful: bool = False
    statements: bool = True
    store: str | None = None


class Counts(msgspec.Struct, frozen=True):
    """What came of a chunk: pages read, and pages that could not be."""

    read: int = 0
    failed: int = 0


class Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line of the output: a record of the corpus, and its article or why there is none."""

    record: str
    url: str | None = None
    article: Article | None = None
    error: dict[str, str] | None = None


def work(chunk: Chunk, way: Way, folder: str) -> Counts:
    """Read a chunk into `folder/<name>.jsonl`; a worker that dies leaves nothing under that name."""
    index = open_index(Path(way.store) if way.store else None)
    encode = msgspec.json.Encoder().encode
    done, failed = 0, 0
    target = Path(folder) / f"{chunk.name}.jsonl"
    handle, fresh = tempfile.mkstemp(prefix=".part-", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            for item in items_of(chunk):
                line = read_item(item, way, index)
                done, failed = done + (line.error is None), failed + (line.error is not None)
                file.write(encode(line) + b"\n")
        Path(fresh).replace(target)
    finally:
        Path(fresh).unlink(missing_ok=True)
    return Counts(done, failed)


def read_item(item: Item, way: Way, index: Any) -> Line:
    """A page as a line; one that cannot be read says why, and the corpus goes on."""
    try:
        article = read(item.body, item.url, careful=way.careful, statements=way.statements, index=index)
    except LegationError as error:
        return Line(item.record, item.url, error={"code": error.code, "message": error.message})
    except Exception as error:  # a page must not end a corpus
        return Line(
            item.record,
            item.url,
            error={"code": "failed", "message": f"{type(error).__name__}: {error}"[:300]},
        )
    return Line(item.record, item.url, article)
