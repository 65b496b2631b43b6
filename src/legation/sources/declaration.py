"""What a source says of itself in its `source.toml`: who publishes it, on what terms, what health looks like."""

from functools import cache
from pathlib import Path
from typing import Annotated, Final, Literal

import msgspec

from legation.errors import StopSource

Part = Literal["directory", "situation"]
FOLDER: Final = Path(__file__).parent
Text = Annotated[str, msgspec.Meta(min_length=1, max_length=500)]
Address = Annotated[str, msgspec.Meta(pattern=r"^https?://[^\s<>\"]+$", max_length=500)]

Date = Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Code = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{2}$")]


class Floor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A measure of the newest snapshot, the least and the most it may be, and why.

    Attributes:
        of: `rows`, `bytes`, or a field of a post.
        reason: where the figures come from.
        minimum, maximum: a count for rows and bytes; for a field the share of mapped rows that state it.
        ending: of bytes, only for a snapshot whose files end so: a live form may be another format.
    """

    of: Text
    reason: Text
    minimum: float = 0
    maximum: float | None = None
    ending: str = ""


class Allowed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A field of the source that is left out on purpose, and why."""

    field: Text
    reason: Text


class Live(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where `legation update` fetches the source anew.

    Attributes:
        url: where; `{year}` and `{month}` stand for those of a monthly file.
        form: the name under which the source's `read.py` reads what comes.
        accept: media types of a usable answer, `, ` between.
        ends: what a whole answer ends with.
        fallback: asked when this one fails.
        snapshots: path below the captures folder under which what comes is filed, when it is not `snapshots` of the
            declaration: captures made by hand may have another form.
    """

    url: Address
    form: str = ""
    accept: str = "application/json, text/json"
    ends: str = ""
    fallback: "Live | None" = None
    snapshots: str = ""


class Recorded(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Recorded files of a source of the situation, in one form.

    Attributes:
        path: below the captures folder, with `{date}` where the name carries the date.
        form: the name under which the source's `read.py` reads it.
        seen: the date of a file whose name has none.
        complete: whether it lists everything the source has, so that an absence means something.
        changes: path of a list of what changed between these tables.
        flawed: entries of that list, as "date destination", that are known to be flaws of the capture.
    """

    path: Text
    form: Text
    seen: str = ""
    complete: bool = True
    changes: str = ""
    flawed: tuple[str, ...] = ()


class Declaration(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One `source.toml`.

    Attributes:
        id: the name of the source's folder.
        publisher, title, homepage: who publishes what, where.
        licence, licence_url: name of the licence (SPDX where it has one) and its text.
        attribution: the line that the licence asks for, printed by `legation sources`.
        snapshots: path below the captures folder, with `{date}` where the name carries the date (or its year, or
            month) and `*` for any one name; None for a source of places and names, which has no reader here and is
            only credited.
        seen: ISO date of the capture, where its name carries none.
        speaks_for: code of the state whose own word on its posts this is.
        optional: a build without any snapshot of it is whole.
        floor: what a healthy snapshot measures.
        allowed: what is left out on purpose.
        live: where it is fetched anew, if it can be.
        part: which part of legation it feeds.
        capture: recorded files of a source of the situation.
    """

    publisher: Text
    title: Text
    homepage: Address
    licence: Text
    licence_url: Address
    attribution: Text
    snapshots: Text | None = None
    floor: tuple[Floor, ...] = ()
    allowed: tuple[Allowed, ...] = ()
    live: Live | None = None
    part: Part = "directory"
    capture: tuple[Recorded, ...] = ()
    seen: Date | None = None
    speaks_for: Code | None = None
    optional: bool = False
    id: str = ""


@cache
def declarations() -> dict[str, Declaration]:
    """Every source of the package, by id.

    Raises:
        StopSource: a `source.toml` that does not hold what it must, or holds more.
    """
    paths = sorted(FOLDER.glob("*/source.toml"))
    return {path.parent.name: parse_declaration(path.read_bytes(), path.parent.name) for path in paths}


def parse_declaration(text: bytes, source: str) -> Declaration:
    """Decode and check one `source.toml`; strict: an unknown key is an error."""
    try:
        declaration = msgspec.toml.decode(text, type=Declaration)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        message = (
            f"sources/{source}/source.toml cannot be used: {error}. See sources/README.md for its fields."
        )
        raise StopSource("bad-declaration", message, source) from error
    return msgspec.structs.replace(declaration, id=source)
