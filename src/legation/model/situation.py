"""What is going on at a place: what governments advise, who fights whom and where, which alerts run.

Moments are ISO 8601 in UTC to the second (`2026-05-01T07:48:00Z`), so that they sort as text. `None` means:
no source says. A level is ours, 1 to 4, mapped from the issuer's own scale in its `source.toml`; the issuer's
wording is always kept beside it.
"""

from typing import Final, Literal, get_args

import msgspec

Issuer = Literal["AU", "CA", "DE", "GB", "JP", "NL", "US"]
ISSUERS: Final[tuple[Issuer, ...]] = ("AU", "CA", "DE", "GB", "JP", "NL", "US")
Language = Literal["en", "fr", "es", "de", "nl", "pt", "ru", "uk", "ar", "zh", "hi"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
ConflictKind = Literal["interstate", "intrastate", "internationalised"]
Intensity = Literal["war", "armed conflict"]
AlertKind = Literal["earthquake", "flood", "cyclone", "volcano", "drought", "wildfire", "tsunami", "other"]
AlertLevel = Literal["green", "orange", "red"]


class Statement(msgspec.Struct, frozen=True, omit_defaults=True):
    """What an issuer says of one place in one snapshot.

    Attributes:
        place: code of the register of places.
        level: 1 to 4 for the place as a whole; None where the issuer states none.
        regional_max: the highest level of any part of it; None where the issuer does not state it.
        wording: the issuer's fixed phrase for the level, in its language; None where there is no phrase.
        updated: ISO date on which the issuer last changed its page.
        url: the page.
        regional: it advises otherwise on parts of the place, at level 3 or 4, without stating which.
        derived: the level was read out of the page's prose, not of a field: best effort.
    """

    place: str
    level: int | None = None
    regional_max: int | None = None
    regional: bool = False
    wording: str | None = None
    updated: str | None = None
    url: str | None = None
    derived: bool = False


class Run(msgspec.Struct, frozen=True, omit_defaults=True):
    """One statement unchanged over consecutive snapshots: a line of `data/situation/advice.jsonl`."""

    issuer: Issuer
    said: Statement
    first: str
    last: str


class Taken(msgspec.Struct, frozen=True, omit_defaults=True):
    """A snapshot that was accepted: a line of `data/situation/snapshots.jsonl`.

    Attributes:
        source: identifier of the source.
        seen: when it was captured.
        entries: how many places or events it speaks of.
        complete: whether it lists everything the source has; an absence in it means something.
    """

    source: str
    seen: str
    entries: int
    complete: bool = True


class Levels(msgspec.Struct, frozen=True):
    """The levels of a statement: of the place, of its gravest part, and whether parts have one that is not stated."""

    level: int | None
    regional_max: int | None = None
    regional: bool = False


class Change(msgspec.Struct, frozen=True):
    """A change of level, as it took effect.

    Attributes:
        seen: when a snapshot first said so. effective: when it took effect for us (a fall: once confirmed).
        before, after: the levels; None for a place that was not known, or is no longer listed.
    """

    place: str
    issuer: Issuer
    seen: str
    effective: str
    before: Levels | None
    after: Levels | None


class ConflictSpan(msgspec.Struct, frozen=True, omit_defaults=True):
    """One armed conflict over consecutive years with the same sides: a line of `data/situation/conflicts.jsonl`.

    Attributes:
        id: the publisher's number of the conflict.
        kind: between states, within one, or within one with foreign troops.
        intensity: war is 1,000 or more battle deaths in a year, armed conflict 25 or more (UCDP's thresholds).
        side_a, side_b: place codes of states, and names of groups (always longer than two letters).
        location: codes of the states whose government or territory is disputed; not where it is fought.
        since: ISO date on which the present episode began.
        first, last: ISO dates between which the source says that it was active.
        over: whether the source says that it ended then, or codes no further year though it covers it.
        territory: what is disputed, when it is a territory; None: the government.
        lasting: whether it has reached 1,000 battle deaths over the years, which ranks it before one that has not.
    """

    id: str
    kind: ConflictKind
    intensity: Intensity
    side_a: tuple[str, ...]
    side_b: tuple[str, ...]
    location: tuple[str, ...]
    since: str
    first: str
    last: str
    over: bool = False
    territory: str | None = None
    lasting: bool = False


class Fighting(msgspec.Struct, frozen=True):
    """Fighting of one conflict at one place in one month, counted from events: a line of `fighting.jsonl`.

    Attributes:
        conflict: the publisher's number of the conflict. place: where. events: how many.
        first, last: ISO dates of the first and the last event.
    """

    conflict: str
    place: str
    events: int
    first: str
    last: str


class Citation(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where a written fact was read: title, address, ISO date of what was read."""

    title: str
    url: str
    date: str


class WrittenFact(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where a conflict is fought, written down by hand with its source: an entry of `data/situation/facts.toml`.

    Attributes:
        conflict: the publisher's number of the conflict.
        where: codes of the places where it is mainly fought; empty: not in the state whose government or
            territory is disputed, and no source at hand says where.
        fought_on: ISO date on which the source says that fighting goes on; None: it only says where.
    """

    conflict: str
    where: tuple[str, ...]
    fought_on: str | None = None
    source: Citation | None = None


class Alert(msgspec.Struct, frozen=True, omit_defaults=True):
    """A dated alert, as one snapshot has it.

    Attributes:
        id: the publisher's identifier ("TC1001270").
        kind: what happens. level: the publisher's colour for the whole event.
        name: the event's own name ("SINLAKU-26"), where it has one.
        places: codes of the places affected.
        since, until: ISO dates. current: whether the publisher lists it as going on.
        updated: moment of the publisher's last change. url: its page.
        latitude, longitude: centre, WGS84 degrees. severity: the measure in the publisher's fixed form.
    """

    id: str
    kind: AlertKind
    level: AlertLevel
    places: tuple[str, ...]
    since: str
    until: str
    current: bool
    updated: str
    url: str
    name: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    severity: str | None = None


class AlertRun(msgspec.Struct, frozen=True):
    """One alert unchanged over consecutive snapshots: a line of `data/situation/alerts.jsonl`."""

    source: str
    alert: Alert
    first: str
    last: str


class PlaceShown(msgspec.Struct, frozen=True):
    """The place asked about: code, and its name in the language of the answer."""

    code: str
    name: str


class Conflict(msgspec.Struct, frozen=True):
    """An armed conflict as an answer shows it.

    Attributes:
        kind, intensity: the source's classification.
        parties: both sides; states as place codes, groups by name.
        battlefield: codes of the places where it is fought, the main one first; empty: no source says.
        since: ISO date of the present episode.
        as_of: month of the newest evidence, `YYYY-MM`.
        current: whether that is at most six months before the date asked for.
        sources: identifiers.
    """

    kind: ConflictKind
    intensity: Intensity
    parties: tuple[tuple[str, ...], tuple[str, ...]]
    battlefield: tuple[str, ...]
    since: str
    as_of: str
    current: bool
    sources: tuple[str, ...]


class Advice(msgspec.Struct, frozen=True):
    """What one government advises, as of the date asked for.

    Attributes:
        issuer: code of the state. level, regional_max, wording, updated, url: see `Statement`.
        seen: ISO date of the last snapshot that says so. first_seen: of the first.
        stale: that is more than 30 days before the date asked for.
        vanished: ISO date since which the issuer no longer lists the place (shown for seven days).
        unconfirmed: a lower level that only one snapshot has said so far: (level, regional maximum).
        derived: see `Statement`.
    """

    issuer: Issuer
    level: int | None
    regional_max: int | None
    wording: str | None
    updated: str | None
    seen: str
    url: str | None
    stale: bool
    first_seen: str
    vanished: str | None = None
    unconfirmed: tuple[int | None, int | None] | None = None
    derived: bool = False


class AlertShown(msgspec.Struct, frozen=True):
    """An alert as an answer shows it: see `Alert`; `title` is a phrase in the language of the answer."""

    id: str
    kind: AlertKind
    level: AlertLevel
    title: str
    places: tuple[str, ...]
    since: str
    until: str
    current: bool
    updated: str
    seen: str
    url: str
    source: str
    latitude: float | None = None
    longitude: float | None = None
    severity: str | None = None


class Unknown(msgspec.Struct, frozen=True):
    """Something that is not known, or no longer known well: a stable code and a sentence."""

    code: str
    text: str


class Spread(msgspec.Struct, frozen=True):
    """How far the issuers disagree: lowest and highest national level among those that state one."""

    lowest: int
    highest: int
    issuers: int


class Situation(msgspec.Struct, frozen=True):
    """What is going on at one place, as of one date.

    Attributes:
        place: where. as_of: the ISO date asked for.
        headline: one sentence; None where nothing is known that warrants one.
        conflicts: gravest first. advice: by issuer. alerts: gravest first.
        spread: over the advice that states a level; None when fewer than two do.
        unknown: what is not known or stale.
    """

    place: PlaceShown
    as_of: str
    headline: str | None
    conflicts: tuple[Conflict, ...]
    advice: tuple[Advice, ...]
    alerts: tuple[AlertShown, ...]
    spread: Spread | None
    unknown: tuple[Unknown, ...]


class SituationSummary(msgspec.Struct, frozen=True):
    """What `find` carries of a situation.

    Attributes:
        headline: see `Situation`. level_range: lowest and highest level, None when no issuer states one.
        do_not_travel: whether every issuer that states a level, two at least, says level 4.
        as_of: the date asked for.
    """

    headline: str | None
    level_range: tuple[int, int] | None
    do_not_travel: bool
    as_of: str


class Notice(msgspec.Struct, frozen=True):
    """A message about an alert or a rise of advice to level 3 or 4, in the terms of CAP 1.2.

    Attributes:
        identifier: of this message. sent: moment at which it took effect.
        kind: Alert, Update or Cancel. replaces: (identifier, sent) of the messages it replaces.
        category, severity, certainty: CAP's words. event, headline: ours.
        areas: the places affected. url: the publisher's page.
    """

    identifier: str
    sent: str
    kind: Literal["Alert", "Update", "Cancel"]
    category: str
    event: str
    headline: str
    severity: str
    certainty: str
    areas: tuple[PlaceShown, ...]
    url: str | None = None
    replaces: tuple[tuple[str, str], ...] = ()


class ChangeShown(msgspec.Struct, frozen=True):
    """A change of level with the name of its place, for lists and feeds; fields as in `Change`."""

    place: PlaceShown
    issuer: Issuer
    seen: str
    effective: str
    before: Levels | None
    after: Levels | None


class SourceHealth(msgspec.Struct, frozen=True):
    """How a source of the situation is.

    Attributes:
        source: its identifier. last: ISO date of the newest snapshot that was taken, None before the first.
        age_days: days from then to the date asked for. entries: of that snapshot. complete: whether it lists all.
        refused: why the newest attempt was refused, when it was.
    """

    source: str
    last: str | None
    age_days: int | None
    entries: int
    complete: bool
    refused: str | None = None
