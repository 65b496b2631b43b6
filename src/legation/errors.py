"""Every error legation raises on purpose.

::

    LegationError
    ├── InputError             the asker can mend it; exit code 2
    │   ├── UnknownInput           no such place, nationality, date, coordinate, post
    │   ├── AmbiguousInput         one word, several places: carries the candidates
    │   └── UnreadableInput        too long, control characters, not text, not a number
    ├── DataError              the packaged data cannot answer; exit code 3
    │   ├── MissingData            no store and no text to compile one from
    │   ├── UnwritableStore        full disk, read-only folder
    │   ├── ForeignStore           not our file, or another version of it: names both
    │   └── TornData               damaged store, malformed line of text: names file and line
    └── SourceError            while building, never while answering; exit code 3
        ├── SkipRecord             one record is set aside; the source goes on
        └── StopSource             the source is unfit (floor, shape, size); the last good data stays

An error carries its subject as an attribute and says what to do next.
"""

from collections.abc import Sequence

import msgspec


class Candidate(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing an ambiguous word may mean."""

    code: str
    name: str
    kind: str = "place"
    within: str | None = None


class LegationError(Exception):
    """Root of the tree.

    Attributes:
        code: stable machine-readable name, kebab-case.
        message: one sentence naming the subject and the remedy.
    """

    exit_code = 1

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class InputError(LegationError):
    """What was asked cannot be used as it stands."""

    exit_code = 2

    def __init__(self, code: str, message: str, given: str, candidates: Sequence[Candidate] = ()) -> None:
        super().__init__(code, message)
        self.given = given
        self.candidates = tuple(candidates)


class UnknownInput(InputError):
    """Nothing by that name; candidates are spellings that come close."""


class AmbiguousInput(InputError):
    """Several things by that name; candidates list them, most likely first."""


class UnreadableInput(InputError):
    """Not a thing that could be looked up at all."""


class DataError(LegationError):
    """The data at hand cannot answer."""

    exit_code = 3

    def __init__(self, code: str, message: str, subject: str) -> None:
        super().__init__(code, message)
        self.subject = subject


class MissingData(DataError):
    """Neither a compiled store nor the text to compile it from."""


class UnwritableStore(DataError):
    """The compiled store cannot be written; the old one, if any, stays."""


class ForeignStore(DataError):
    """A file that is not a legation store, or one of another version."""


class TornData(DataError):
    """A store or a line of text that cannot be read."""


class SourceError(LegationError):
    """A source, while building."""

    exit_code = 3

    def __init__(self, code: str, message: str, source: str, locator: str | None = None) -> None:
        super().__init__(code, message)
        self.source = source
        self.locator = locator


class SkipRecord(SourceError):
    """Set this record aside and go on."""


class StopSource(SourceError):
    """Stop this source; keep its last good data."""
