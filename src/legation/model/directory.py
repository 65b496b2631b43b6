"""Who stands where, and on what ground they help: posts, status events, arrangements, hotlines."""

import msgspec

from legation.model.claims import Said
from legation.model.codes import ArrangementKind, Need, PostKind, StatusKind


class Seen(msgspec.Struct, frozen=True, array_like=True):
    """How long a source has listed a record: `[source, first, last]`, ISO dates of snapshots."""

    source: str
    first: str
    last: str


class PostRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line of `data/posts/<receiving>.jsonl`: everything anyone said of one post, winners first.

    Attributes:
        id: Wikidata item ("Q2501233"), or `<sending>-<receiving>-<city>-<kind>` where there is none.
        sending: the state whose post it is.
        receiving: the place it stands in.
        seen: which sources list it, from when to when.
        claims: for each field of `Post`, what was said, the settled value first.
        missing: sources whose newest snapshot no longer lists it (a matter for review, not a closing).
    """

    id: str
    sending: str
    receiving: str
    seen: tuple[Seen, ...]
    claims: dict[str, tuple[Said, ...]]
    missing: tuple[str, ...] = ()


class Post(msgspec.Struct, frozen=True, omit_defaults=True):
    """One office with a door and a phone, as settled. `None` or empty means: no source says.

    Attributes:
        id, sending, receiving: as in `PostRecord`.
        kind: embassy, consulate general …; see `codes.PostKind`.
        name: what it calls itself in English, or its kind, state and city.
        city: the city a person knows; `district` keeps the quarter a source named instead.
        city_guessed: True when no source names the city, and nearly all embassies there stand in it.
        website_of_mission: True when the website is that of the embassy there: no source gives one of its own.
        latitude, longitude: of the door, WGS84 degrees.
        near: (latitude, longitude) of its city, for distances when the door is not known.
        address: postal address, one line.
        phones, emergency_phones: E.164, or as said when they do not parse.
        emails: addresses.
        website: http or https.
        hours: opening_hours syntax, or as said.
        accredited: codes of the receiving states it is accredited to, its own included when stated.
        districts: names of the cities and regions it serves; one with a minus in front it does not serve.
        serves: other sending states whose citizens it serves (an interests section).
        opened, closed: ISO dates (a year or a month is the first day of it).
        first_seen, last_seen: first and newest snapshot that lists it, over all sources.
        dates: for each contact field, the ISO date its value was last seen.
        sources: identifiers of the sources behind the settled values.
        unlisted: True when the newest snapshot of every source that listed it lacks it.
    """

    id: str
    sending: str
    receiving: str
    kind: PostKind
    name: str
    city: str | None = None
    district: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    near: tuple[float, float] | None = None
    address: str | None = None
    phones: tuple[str, ...] = ()
    emergency_phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    website: str | None = None
    hours: str | None = None
    accredited: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    serves: tuple[str, ...] = ()
    opened: str | None = None
    closed: str | None = None
    first_seen: str = ""
    last_seen: str = ""
    dates: dict[str, str] = {}
    sources: tuple[str, ...] = ()
    unlisted: bool = False
    city_guessed: bool = False
    website_of_mission: bool = False


class Source(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where a hand-kept fact was read: title, http(s) address, ISO date of its words (as precise as known)."""

    title: str
    url: str | None = None
    date: str | None = None


class StatusEvent(msgspec.Struct, frozen=True, omit_defaults=True):
    """A dated fact about a post, from `data/status/<receiving>.toml`.

    `docs/reference/status.md` tells how the events of a post make its state on a day.

    Attributes:
        id: stable identifier ("S001").
        post: `Post.id`; the build gives it when the file names only state, city and kind.
        sending, receiving, city, kind: which post. City `*`: every post of that state in the place, of any
            kind (broken relations, or none there at all); it makes no post of its own.
        event: what happened. `seen-open`: named as working on the day, which says nothing of the days before;
            `unconfirmed`: from then on no source says whether it works: warn, neither open nor closed.
        date: ISO date, month or year, as precise as known.
        until: the last day it held, when known.
        operates_from: `City, PLACE` strings, in order of time, where the work went on.
        note: one or two sentences in our words, only where the event alone does not say it.
        confidence: high or medium.
        source: where it was read.
        announced: True when only announced for `date` (or on it), not confirmed since: a caveat, never a fact.
        unconfirmed: True when it was meant to be temporary and no later news is known: after the day of the
            source the post is unconfirmed, neither open nor closed.
    """

    id: str
    sending: str
    receiving: str
    city: str
    kind: PostKind
    event: StatusKind
    date: str
    source: Source
    post: str = ""
    until: str | None = None
    operates_from: tuple[str, ...] = ()
    note: str | None = None
    confidence: str = "high"
    announced: bool = False
    unconfirmed: bool = False


class Arrangement(msgspec.Struct, frozen=True, omit_defaults=True):
    """A written ground on which another state's posts help, or a rule that they do not.

    Codes in `beneficiaries`, `helpers`, `receiving`, `except_receiving` are place codes, or `@name` of a dated
    group in `data/arrangements/groups.toml`; `*` is every place. `docs/reference/arrangements.md` tells how each
    kind is to be read.

    Attributes:
        id: stable identifier ("eu-unrepresented"), unique.
        kind: see `codes.ArrangementKind`; it sets the rung of the ladder unless `rung` does.
        title: a short name a person understands.
        rule: the arrangement this entry is one part of, when places differ in dates, posts or services
            ("ch-at-by-switzerland"); answers name it instead of `id`. Not always itself an entry.
        beneficiaries: whose citizens are helped; `*` anyone's. helpers: who helps; for `no-help`, who does not
            (empty: nobody at all).
        receiving: where. except_receiving: where not.
        since, until: ISO dates, inclusive; None is not known or open. A year or a month counts whole.
        suspended: `[first, last]` spans in which it did not work (last may be empty: still so).
        requires: what must be missing for it to apply: `no-resident-post` (no open own post in the place,
            honorary ones not counted), `no-post` (not even honorary), `none` (applies beside own posts).
        services: what it covers; empty means general consular help.
        excluded: what it does not cover (a need named here makes the option say so).
        before_own: needs for which it comes before the own post, whatever `requires` says; `*` for all, and
            for help in general.
        rung: explicit place on the ladder when the kind's own does not fit: 1 to 6.
        posts: fixed posts, as `SENDING City, PLACE` strings, best first, where the ground names them (own-remote,
            a section); else every open post of the helpers in the receiving place. An own-remote entry
            without posts leaves only the ministry's line.
        cities: the helper's posts it is limited to, by city; empty means all.
        honorary: whether the helper's honorary posts help too.
        people: statuses it also covers besides citizens (`non-citizen`).
        limits: what it cannot do, one or two sentences in our words; of a principle, what it says.
        source: where it is written. confidence: high or medium.
    """

    id: str
    kind: ArrangementKind
    title: str
    source: Source
    rule: str | None = None
    beneficiaries: tuple[str, ...] = ()
    helpers: tuple[str, ...] = ()
    receiving: tuple[str, ...] = ("*",)
    except_receiving: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    suspended: tuple[tuple[str, str], ...] = ()
    requires: str = "no-resident-post"
    services: tuple[Need, ...] = ()
    excluded: tuple[Need, ...] = ()
    before_own: tuple[str, ...] = ()
    rung: int | None = None
    posts: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    honorary: bool = False
    people: tuple[str, ...] = ()
    limits: str | None = None
    confidence: str = "high"


class Member(msgspec.Struct, frozen=True, omit_defaults=True):
    """A state's dated membership of a group; one that left and came back stands twice."""

    code: str
    since: str | None = None
    until: str | None = None


class Group(msgspec.Struct, frozen=True):
    """A named set of states, as of a date: `data/arrangements/groups.toml`."""

    id: str
    name: str
    members: tuple[Member, ...]
    source: Source


class Hotline(msgspec.Struct, frozen=True, omit_defaults=True):
    """A foreign ministry's own consular line, from `data/hotlines.toml`.

    Attributes:
        sending: whose citizens it serves.
        ministry: its name in English.
        phone: E.164.
        hours: `24/7`, or what the source states in our words; None when not stated.
        scope: `all`, `crisis` (opened in crises only), `after-hours`, `text` (messages only).
        languages: BCP 47, where stated.
        other: further ways (mail, app), in our words.
        note: a warning in our words (toll-free numbers that fail from abroad, two numbers that disagree).
        confidence: high or medium, of the digits.
        source: where it was read.
    """

    sending: str
    ministry: str
    phone: str
    source: Source
    hours: str | None = None
    scope: str = "all"
    languages: tuple[str, ...] = ()
    other: str | None = None
    note: str | None = None
    confidence: str = "high"
