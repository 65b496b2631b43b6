"""The front door of the room: words in, answer out. Behind `legation.find(...)` and `legation find`."""

import datetime as dt
import functools
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import cast, get_args

from legation.errors import TornData, UnknownInput, UnreadableInput
from legation.find.find import Finder
from legation.find.question import Question, parse_date, parse_need
from legation.find.status import flight_in, status_in
from legation.model.answer import Answer
from legation.model.codes import PersonStatus
from legation.model.place import Match
from legation.places import Gazetteer
from legation.places.question import without_particles
from legation.situation.ask import history_path, open_history
from legation.situation.observe import Observer
from legation.store.directory import Directory
from legation.store.locate import Say, open_store, say_nothing


def find(
    citizen: str | Sequence[str] = (),
    place: str | None = None,
    *,
    at: tuple[float, float] | None = None,
    on: str | dt.date | None = None,
    status: str | None = None,
    need: str | None = None,
    store: Path | None = None,
) -> Answer:
    """Who can help a citizen of some state in some place, as of a day.

    Args:
        citizen: codes, names or demonyms of the states whose citizen the person is; empty for a stateless person.
        place: city, country or code; or give `at`, not both.
        at: latitude and longitude, WGS84 degrees.
        on: ISO date or date; today when left out.
        status: refugee, stateless or non-citizen.
        need: kind of help, one of `legation.model.codes.NEEDS`.
        store: a store to use instead of the packaged one.

    Raises:
        InputError: something asked for is unknown, ambiguous or unreadable.
        DataError: the store is missing, foreign or damaged.

    Example:
        >>> legation.find(["NL"], "Moscow").options[0].post.name  # doctest: +SKIP
        'Embassy of the Netherlands in Moscow'
    """
    finder = open_finder(store)
    citizens = (citizen,) if isinstance(citizen, str) else tuple(citizen)
    return finder.find(ask(finder.gazetteer, citizens, place, at=at, on=on, status=status, need=need))


@functools.lru_cache(maxsize=4)
def open_finder(store: Path | None = None, say: Say = say_nothing) -> Finder:
    """A finder on the packaged store, or on the one named; kept, for what it has read is worth keeping."""
    connection = open_store(store, say)
    return Finder(Directory(connection), Gazetteer(connection), Observer(connection, local_history(say)))


def local_history(say: Say) -> sqlite3.Connection | None:
    """What `legation update` has gathered here of situations; who can help must not depend on its being whole."""
    try:
        return open_history(history_path())
    except TornData as error:
        say(error.message)
        return None


def ask(
    gazetteer: Gazetteer,
    citizens: Sequence[str],
    place: str | None,
    *,
    words: Sequence[str] = (),
    at: tuple[float, float] | None = None,
    on: str | dt.date | None = None,
    status: str | None = None,
    need: str | None = None,
) -> Question:
    """Make the question out of what was typed.

    Raises:
        InputError: as in `find`.
    """
    given = parse_status(status)
    if given is None and words:
        given, rest = status_in(" ".join(words))
        words = rest.split()
    if given is None and (flight := flight_in(" ".join(words))):
        raise UnknownInput(
            "unclear-status",
            f"{flight[:40]!r} leaves open whether you need protection from your own state: write “syrian refugee in "
            "germany” if you do, else leave that word out.",
            flight,
        )
    who, match = read_who_and_where(gazetteer, citizens, place, words, at, alone=given is not None)
    now = dt.datetime.now(dt.UTC)
    day = parse_date(on, now.date())
    return Question(
        citizen=tuple(one.place.code for one in who),
        match=match,
        on=day,
        status=given,
        need=parse_need(need),
        guessed=tuple(one.place.code for one in who if one.guess),
        moment=now if day == now.date().isoformat() else None,
    )


def read_who_and_where(
    gazetteer: Gazetteer,
    citizens: Sequence[str],
    place: str | None,
    words: Sequence[str],
    at: tuple[float, float] | None,
    *,
    alone: bool = False,
) -> tuple[list[Match], Match]:
    """Citizenships and place, from options or from free words (`dutch in moscow`); `alone`: may have no state."""
    who = [one for text in citizens for one in gazetteer.parse_citizenships(text)]
    if at is not None and place is not None:
        raise UnreadableInput(
            "two-places", f"{place[:40]!r} and coordinates are two places: give --in or --at.", place
        )
    if at is not None or place is not None:
        if who and words:
            raise UnreadableInput(
                "too-many-words", f"{' '.join(words)[:40]!r} is one too many: leave it out.", " ".join(words)
            )
        who = who or (list(gazetteer.parse_citizenships(" ".join(words))) if words else [])
        return who, gazetteer.parse_point(*at) if at is not None else gazetteer.parse_place(place or "")
    if not words:
        raise UnreadableInput(
            "no-place", "Say where the person is: --in PLACE, --at LAT,LON, or in words.", ""
        )
    if who:
        return who, gazetteer.parse_place(" ".join(words))
    text = " ".join(words)
    try:
        citizenships, match = gazetteer.parse_question(text)
    except UnknownInput:
        if not alone:
            raise
        return [], gazetteer.parse_place(without_particles(text) or text)
    return list(citizenships), match


def parse_status(text: str | None) -> PersonStatus | None:
    """The status of a person without the protection of a state.

    Raises:
        UnknownInput: not one of `codes.PersonStatus`.
    """
    if text is None:
        return None
    known = get_args(PersonStatus)
    if text not in known:
        raise UnknownInput(
            "unknown-status", f"{text[:40]!r} is not a status: use one of {', '.join(known)}.", text
        )
    return cast(PersonStatus, text)


def parse_coordinates(text: str) -> tuple[float, float]:
    """`LAT,LON` as numbers.

    Raises:
        UnreadableInput: not two numbers with a comma between.
    """
    try:
        latitude, longitude = (float(part) for part in text.split(","))
    except ValueError as error:
        raise UnreadableInput(
            "bad-coordinates", f"{text[:40]!r} is not LAT,LON in degrees, such as 55.75,37.62.", text
        ) from error
    return latitude, longitude
