"""`columns.toml` of a list: what its columns and its words mean."""

from pathlib import Path
from typing import Final, Literal

import msgspec

from legation.errors import StopSource
from legation.model.codes import PostKind

FILE: Final = "columns.toml"
Field = Literal[
    "record",
    "kind",
    "sending",
    "receiving",
    "city",
    "latitude",
    "longitude",
    "address",
    "phones",
    "emergency_phones",
    "emails",
    "website",
    "hours",
    "accredited",
    "districts",
    "serves",
]
NEEDED: Final = ("record", "kind", "sending", "receiving")


class Columns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One `columns.toml`.

    Attributes:
        column: for each field, the column that states it.
        constant: for each field, what holds for every row.
        kind: what the words in the column of kinds mean.
        set_aside: words in that column that are no posts, and why.
        state: what the words in columns of states mean, where the gazetteer does not know them.
        delimiter: between cells. separator: between values in a cell.
    """

    column: dict[Field, str]
    constant: dict[Field, str] = {}
    kind: dict[str, PostKind] = {}
    set_aside: dict[str, str] = {}
    state: dict[str, str] = {}
    delimiter: str = ","
    separator: str = ";"


def parse_columns(path: Path, source: str) -> Columns:
    """Decode and check a mapping.

    Raises:
        StopSource: an unknown key or field, or nothing that says whose posts these are, where, of what kind.
    """
    try:
        columns = msgspec.toml.decode(path.read_bytes(), type=Columns)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _unfit(source, str(error)) from error
    missing = [field for field in NEEDED if field not in columns.column and field not in columns.constant]
    if missing:
        raise _unfit(source, f"nothing states {', '.join(missing)}")
    if len(columns.delimiter) != 1 or not columns.separator:
        raise _unfit(source, "a delimiter is one character, a separator at least one")
    return columns


def _unfit(source: str, fault: str) -> StopSource:
    message = f"sources/{source}/{FILE} cannot be used: {fault}. docs/how-to/add-a-list.md tells its form."
    return StopSource("bad-columns", message, source)
