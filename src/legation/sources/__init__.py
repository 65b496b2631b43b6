"""Sources: one folder each, with a `source.toml` and a `read.py`; README.md says how to add one."""

from importlib import import_module
from typing import TYPE_CHECKING

from legation.errors import UnknownInput
from legation.sources.anycsv.columns import FILE, parse_columns
from legation.sources.anycsv.read import reader_of
from legation.sources.ask import Capture
from legation.sources.declaration import FOLDER, Declaration, declarations
from legation.sources.row import Reader

if TYPE_CHECKING:
    # Readers of advice and alerts need lxml, which those of the directory do not.
    from legation.sources.captured import Table
    from legation.sources.reading import Read

__all__ = ["declarations", "get_capture", "get_declaration", "get_forms", "get_reader"]


def get_declaration(source: str) -> Declaration:
    """The declaration of a source by its id.

    Raises:
        UnknownInput: there is no such source.
    """
    known = declarations()
    if source not in known:
        message = f"There is no source {source!r}; there are {', '.join(known)}."
        raise UnknownInput("unknown-source", message, source)
    return known[source]


def get_reader(source: str) -> Reader:
    """The `read` function of a source of the directory: its own, or that of any list with a `columns.toml`."""
    if (columns := FOLDER / source / FILE).exists():
        return reader_of(parse_columns(columns, source))
    reader: Reader = import_module(f"legation.sources.{source}.read").read
    return reader


def get_forms(source: str) -> "dict[str, Read | Table]":
    """The forms that a source of the situation reads, by the name its `source.toml` uses."""
    forms: dict[str, Read | Table] = import_module(f"legation.sources.{source}.read").FORMS
    return forms


def get_capture(source: str) -> Capture:
    """The `capture` function of a source that declares `[live]`."""
    capture: Capture = import_module(f"legation.sources.{source}.live").capture
    return capture
