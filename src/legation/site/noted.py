"""What a page is made of: an edition that notes what is read of it, and a mark of what each reading gave.

Pages get at facts through the edition and the setting only. Here these stand behind `Noted`: every call and every
attribute is a reading with a name (`edition.standing RU`, `edition.finder.find @asked:nl:RU`) by which it can be read
again, of a later edition too. A page all of whose readings have the marks they had is the page it was, so an export
need not make it again.
"""

import hashlib
from collections.abc import Iterable, Iterator
from functools import partial
from inspect import ismethod
from operator import attrgetter
from re import compile as pattern
from typing import Any, Final, NamedTuple, cast

import msgspec
from msgspec.structs import replace

from legation.errors import LegationError
from legation.find.question import Question
from legation.model.answer import Answer
from legation.model.directory import Post
from legation.model.situation import Situation
from legation.site.address import Address
from legation.site.edition import Edition
from legation.site.question import question_of
from legation.site.view import Setting

PARTS: Final = frozenset(f"edition.{name}" for name in ("directory", "finder", "gazetteer", "observer"))
"""What is not data itself, but is asked for data."""

ONCE: Final = "once"
"""A reading that no name can repeat: nothing is known of what it would give now."""

TODAY: Final = "@today"
PLAIN: Final = pattern(r"[\w-]+")
ENCODER: Final = msgspec.json.Encoder(order="deterministic")


class Sources(NamedTuple):
    """All that pages are made from, besides the day and their address."""

    edition: Edition
    setting: Setting


class Notes:
    """The readings of the page being made, and the marks of all so far.

    Args:
        sources: the data and how the site is run. day: ISO date that pages are of.

    Attributes:
        readings: since they were last cleared.
        noted: the sources to make pages from.
    """

    def __init__(self, sources: Sources, day: str) -> None:
        self._sources, self._day = sources, day
        self._marks: dict[str, str] = {}
        self.readings: set[str] = set()
        parts = (Noted(self, part, f"{name}.") for name, part in sources._asdict().items())
        self.noted = Sources(*cast("Iterator[Any]", parts))

    def called(self, path: str, method: Any, *given: object, **more: object) -> Any:
        """Call a method of the edition, and note it."""
        value = method(*given, **more)
        names = [self._named(one) for one in given]
        repeatable = not more and None not in names
        return self.note(" ".join([path, *map(str, names)]) if repeatable else ONCE, value)

    def note(self, reading: str, value: Any) -> Any:
        """Note a reading and what it gave; gives that."""
        if reading != ONCE and reading not in self._marks:
            self._marks[reading] = mark(value)
        self.readings.add(reading if self._marks.get(reading) else ONCE)
        return value

    def fingerprint(self, base: str, readings: Iterable[str]) -> str:
        """A hash of readings with their marks; empty when one of them cannot be repeated."""
        marks = [(reading, self._mark(reading)) for reading in sorted(readings)]
        if not all(one for _, one in marks):
            return ""
        return digest(base, *(f"{reading} {one}" for reading, one in marks))

    def _mark(self, reading: str) -> str:
        if reading == ONCE:
            return ""
        known = self._marks.get(reading)
        if known is None:
            try:
                known = mark(self._read(reading))
            except (LegationError, LookupError):
                known = ""
            self._marks[reading] = known
        return known

    def _read(self, reading: str) -> Any:
        """Read again by its name.

        Raises:
            LookupError: it is of a post that is gone. LegationError: of something else that is gone.
        """
        path, *names = reading.split(" ")
        found = attrgetter(path)(self._sources)
        return found(*map(self._meant, names)) if ismethod(found) else found

    def _named(self, given: object) -> str | None:
        """What is given to a reading, in one word; None when no word says it."""
        match given:
            case self._day:
                return TODAY
            case str() if PLAIN.fullmatch(given):
                return given
            case Post():
                return f"@post:{given.id}"
            case Question():
                who = "+".join(given.citizen).lower() or given.status or ""
                place = given.match.place.code
                return f"@asked:{who}:{place}" if self._asked(who, place) == given else None
        return None

    def _meant(self, name: str) -> object:
        """What a word of a reading stands for."""
        match name.split(":"):
            case [word] if word == TODAY:
                return self._day
            case ["@asked", who, place]:
                return self._asked(who, place)
            case ["@post", identifier]:
                if post := self._sources.edition.post(identifier):
                    return post
                raise LookupError(identifier)
        return name

    def _asked(self, who: str, place: str) -> Question:
        return question_of(self._sources.edition, Address("answer", "en", place, who), {}, self._day)


class Noted:
    """Stands for a source of facts, or a part of it."""

    def __init__(self, notes: Notes, part: object, path: str) -> None:
        self._notes, self._part, self._path = notes, part, path

    def __getattr__(self, name: str) -> Any:
        """A part, a method that is noted when it is called, or a value, noted now."""
        found, path = getattr(self._part, name), self._path + name
        if path in PARTS:
            return Noted(self._notes, found, f"{path}.")
        return partial(self._notes.called, path, found) if ismethod(found) else self._notes.note(path, found)


def mark(value: object) -> str:
    """A hash of a value, the day it is of aside; empty for what is no data."""
    try:
        return digest(ENCODER.encode(undated(value)))
    except TypeError:
        return ""


def undated(value: object) -> object:
    """What an answer says besides the day it is of: a page that shows the day depends on that by itself."""
    if isinstance(value, Answer):
        return replace(value, query=replace(value.query, on=""), situation=replace(value.situation, as_of=""))
    return replace(value, as_of="") if isinstance(value, Situation) else value


def digest(*parts: str | bytes) -> str:
    """A short hash of parts, each apart from the next."""
    found = hashlib.blake2b(digest_size=12)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        found.update(b"%d " % len(data) + data)
    return found.hexdigest()
