"""The question: who asks, where they are, for which day."""

import datetime as dt
import re

import msgspec

from legation.errors import UnknownInput
from legation.model.codes import NEEDS, Need, PersonStatus
from legation.model.place import Match

FIRST_DAY = "1961-04-18"
"""The Vienna Convention on Diplomatic Relations was signed: no source here speaks of an earlier day."""

DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Question(msgspec.Struct, frozen=True):
    """What `find` answers.

    Attributes:
        citizen: places whose citizen the person is; empty only for a refugee or stateless person.
        match: where the person is.
        on: the day asked about, ISO date.
        status: refugee, stateless, non-citizen, or None for a citizen.
        need: the kind of help, or None for help in general.
        guessed: those of `citizen` that are guesses at what was typed.
        moment: now, aware, when the day asked about is today; None says nothing of open doors.
    """

    citizen: tuple[str, ...]
    match: Match
    on: str
    status: PersonStatus | None = None
    need: Need | None = None
    guessed: tuple[str, ...] = ()
    moment: dt.datetime | None = None


def parse_date(text: str | dt.date | None, today: dt.date) -> str:
    """The day asked about as an ISO date; None is today.

    Raises:
        UnknownInput: not a calendar date, before the Vienna Convention, or more than a year ahead.
    """
    if text is None:
        return today.isoformat()
    given = str(text)
    written = given[:10] if isinstance(text, dt.datetime) else given
    try:
        if not DATE.fullmatch(written):  # Python reads weeks and dates without dashes too
            raise ValueError
        day = dt.date.fromisoformat(written)
    except ValueError as error:
        message = f"{given[:40]!r} is not a date: write it as YYYY-MM-DD, such as {today.isoformat()}."
        raise UnknownInput("bad-date", message, given) from error
    if day.isoformat() < FIRST_DAY:
        raise UnknownInput(
            "bad-date", f"{day} is before anything known here: ask for {FIRST_DAY} or later.", given
        )
    if day > today + dt.timedelta(days=366):
        raise UnknownInput("bad-date", f"{day} is too far ahead to say anything about: ask for today.", given)
    return day.isoformat()


def parse_need(text: str | None) -> Need | None:
    """The kind of help.

    Raises:
        UnknownInput: not one of `codes.NEEDS`.
    """
    for need in NEEDS:
        if text == need:
            return need
    if text is None:
        return None
    raise UnknownInput(
        "unknown-need", f"{text[:40]!r} is not a kind of help: use one of {', '.join(NEEDS)}.", text
    )
