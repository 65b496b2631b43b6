"""Say a headline, an alert or a gap in one of the site's languages, from the catalogues in `messages/`."""

import sqlite3
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import msgspec

from legation.model.situation import Alert, Language
from legation.situation.headline import Headline

MESSAGES: Final = Path(__file__).with_name("messages")


class Name(msgspec.Struct, frozen=True):
    """A place's name as it stands in a sentence: alone, as subject, after "with", in "in …", and its number."""

    name: str
    subject: str
    named: str
    here: str
    plural: bool = False


class Wording:
    """Sentences in one language.

    Args:
        connection: the store, for the names of places.
        language: one of `legation.model.situation.LANGUAGES`.
    """

    def __init__(self, connection: sqlite3.Connection, language: Language) -> None:
        self.language = language
        self.messages = catalogue(language)
        self.connection = connection
        self.names: dict[str, Name] = {}

    def name(self, code: str) -> Name:
        """The forms of a place's name; the bare code where there is none."""
        if code not in self.names:
            row = self.connection.execute(
                "SELECT name, subject, named, here, plural FROM situation_name WHERE place = ? AND language = ?",
                (code, self.language),
            ).fetchone()
            self.names[code] = (
                Name(row[0], row[1], row[2], row[3], bool(row[4])) if row else Name(code, code, code, code)
            )
        return self.names[code]

    def headline(self, headline: Headline) -> str:
        """The sentence."""
        tense = "current" if headline.current else "past"
        subject = self.name(headline.subject)
        kind = "war" if headline.intensity == "war" else "conflict"
        verbs = self.messages.get("verb", {}).get(tense, ("", ""))
        sentence: str = self.messages[tense][headline.shape].format(
            subject=subject.subject,
            name=subject.name,
            verb=verbs[subject.plural],
            state=self.messages["state"][kind],
            noun=self.messages["noun"][kind],
            others=self.others(headline.others, more=headline.more),
            place=self.join([self.name(code).here for code in headline.place]),
            when=self.when(headline),
        )
        return sentence[0].upper() + sentence[1:]

    def others(self, members: Sequence[str], *, more: bool) -> str:
        """A list of states and groups, with "and others" when there are more."""
        groups = self.messages.get("group", {})
        named = [self.name(one).named if len(one) == 2 else groups.get(one, one) for one in members]
        if more:
            return str(self.messages["list"]["comma"]).join(named) + str(self.messages["list"]["others"])
        return self.join(named)

    def join(self, parts: Sequence[str]) -> str:
        """Parts as a list in the language: commas, and an "and" before the last."""
        *before, last = parts or ("",)
        if not before:
            return str(last)
        return str(self.messages["list"]["comma"].join(before)) + str(self.messages["list"]["and"]) + last

    def issuers(self, codes: Sequence[str]) -> str:
        """Governments by their names; English ones with their article."""
        names = [self.name(code) for code in codes]
        comma: str = self.messages["list"]["comma"]
        return comma.join(one.named if self.language == "en" else one.name for one in names)

    def when(self, headline: Headline) -> str:
        """The month of the evidence, or the end of its year."""
        form = "year" if headline.at_year_end else "month"
        return str(self.messages["when"][form]).format(
            month=self.month(headline.newest), year=headline.newest[:4]
        )

    def month(self, day: str) -> str:
        """The name of the month of an ISO date."""
        return str(self.messages["months"][int(day[5:7]) - 1])

    def alert(self, alert: Alert) -> str:
        """What happens, and its own name."""
        title = str(self.messages["alert"][alert.kind])
        return f"{title} {alert.name}" if alert.name else title

    def unknown(self, code: str, **said: str) -> str:
        """The sentence of a gap."""
        return str(self.messages["unknown"][code.replace("-", "_")]).format(**said)


@cache
def catalogue(language: Language) -> dict[str, Any]:
    """The messages of a language."""
    return tomllib.loads((MESSAGES / f"{language}.toml").read_text(encoding="utf-8"))
