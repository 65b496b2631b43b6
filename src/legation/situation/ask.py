"""The front door of the room: a place and a day in, the situation out. Behind `legation.situation(...)`."""

import datetime as dt
import functools
import os
import re
import sqlite3
from pathlib import Path
from typing import Final

from legation.errors import TornData, UnknownInput
from legation.model.situation import LANGUAGES, Language, Situation
from legation.places import Gazetteer
from legation.situation.observe import Observer
from legation.store.locate import Say, open_store, say_nothing

HISTORY_VARIABLE: Final = "LEGATION_HISTORY"
FIRST_DAY: Final = "1946-01-01"
DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def situation(
    place: str, on: str | dt.date | None = None, language: str = "en", store: Path | None = None
) -> Situation:
    """What is going on at a place, as of a day.

    Args:
        place: code, name or city.
        on: ISO date or date; today when left out.
        language: of the headline and the other sentences, one of `legation.model.situation.LANGUAGES`.
        store: a store to use instead of the packaged one.

    Raises:
        InputError: the place, the day or the language is unknown, ambiguous or unreadable.
        DataError: the store is missing, foreign or damaged.

    Example:
        >>> legation.situation("RU", on="2026-09-15").headline  # doctest: +SKIP
        'Russia is currently at war in Ukraine.'
    """
    observer, gazetteer = open_observer(store)
    code = gazetteer.parse_place(place).place.code
    return observer.find(code, parse_day(on), parse_language(language))


def find_situation(
    connection: sqlite3.Connection, place: str, on: str, language: Language = "en"
) -> Situation:
    """The situation of a place of the register at the end of a day, from an open store and the local history.

    Args:
        connection: the store.
        place: code of the register.
        on: ISO date.
        language: of the sentences.
    """
    return _observer(connection, _modified(history_path())).find(place, on, language)


@functools.lru_cache(maxsize=4)
def open_observer(store: Path | None = None, say: Say = say_nothing) -> tuple[Observer, Gazetteer]:
    """An observer and a gazetteer on the packaged store, or on the one named; kept."""
    connection = open_store(store, say)
    return Observer(connection, open_history(history_path())), Gazetteer(connection)


@functools.lru_cache(maxsize=4)
def _observer(connection: sqlite3.Connection, _: float) -> Observer:
    """One observer a store; another one once the local history appears."""
    return Observer(connection, open_history(history_path()))


def _modified(path: Path) -> float:
    return float(path.exists())


def history_path() -> Path:
    """Where `legation update` keeps the local history: named by LEGATION_HISTORY, or in the user's data directory."""
    if named := os.environ.get(HISTORY_VARIABLE):
        return Path(named)
    return _data_folder() / "situation.sqlite"


@functools.cache
def _data_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("legation", appauthor=False)


def open_history(path: Path) -> sqlite3.Connection | None:
    """The local history, to read; None when there is none.

    Raises:
        TornData: the file is no such history.
    """
    if not path.is_file():
        return None
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
    try:
        connection.execute("SELECT 1 FROM situation_snapshot, health LIMIT 1").fetchone()
    except sqlite3.DatabaseError as error:
        connection.close()
        message = f"The local history {path} is damaged ({error}): move it away, then run `legation update`."
        raise TornData("torn-history", message, str(path)) from error
    return connection


def parse_day(said: str | dt.date | None) -> str:
    """A day as ISO date; today for None.

    Raises:
        UnknownInput: no calendar date, before 1946, or more than a year ahead.
    """
    today = dt.datetime.now(dt.UTC).date()
    given = today.isoformat() if said is None else str(said)[:40]
    try:
        if not DATE.fullmatch(given):  # Python reads weeks and dates without dashes too
            raise ValueError
        day = dt.date.fromisoformat(given)
    except ValueError as error:
        message = f"{given!r} is not a date: write it as YYYY-MM-DD, such as {today}."
        raise UnknownInput("bad-date", message, given) from error
    if not FIRST_DAY <= day.isoformat() <= (today + dt.timedelta(days=366)).isoformat():
        message = f"{day} is outside what can be asked: {FIRST_DAY} to a year from now."
        raise UnknownInput("bad-date", message, given)
    return day.isoformat()


def parse_language(said: str) -> Language:
    """A language that the sentences exist in; `zh-Hans` and `de-AT` are read as `zh` and `de`.

    Raises:
        UnknownInput: there are no sentences in it.
    """
    tag = said.strip().replace("_", "-").partition("-")[0].lower()
    for language in LANGUAGES:
        if language == tag:
            return language
    message = f"There are no sentences in {said[:20]!r}: choose one of {', '.join(LANGUAGES)}."
    raise UnknownInput("unknown-language", message, said[:200])
