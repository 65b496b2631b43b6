"""What is going on at a place, as its page shows it."""

import datetime as dt

import msgspec

from legation.model.situation import Advice, Situation
from legation.render.atom import change_entry, change_line, render_atom, render_feed
from legation.render.changes import post_change_entry, what_changed
from legation.render.components.people import Entry, People
from legation.render.components.situation import AdviceRow, SituationCard
from legation.render.json import render_json
from legation.site.data import ChangesData
from legation.site.page import JSON, MEDIA_TYPES, Page
from legation.site.view import View
from legation.situation.notices import all_changes
from legation.store.changes import fetch_changes

RECENT_DAYS = 90
YEAR_DAYS = 365
MOST = 300
"""Changes of posts on the page; the data and the command give all."""


def situation_card(view: View, place: str) -> SituationCard:
    """The situation of a place, as a part of its page."""
    found = view.edition.situation(place, view.day, view.language)
    return SituationCard(
        advice=[row(view, one) for one in found.advice],
        alerts=[f"{alert.title} ({alert.since})" for alert in found.alerts if alert.current],
        unknown=[one.text for one in found.unknown],
    )


def headline(view: View, place: str) -> str | None:
    """The sentence on a place."""
    return view.edition.headline(place, view.day, view.language)


def row(view: View, one: Advice) -> AdviceRow:
    """What one government advises, in its own words."""
    return AdviceRow(
        issuer=view.name(one.issuer),
        wording=one.wording or "",
        level=one.level if one.level is not None else one.regional_max,
        href=one.url,
        date=one.updated or one.seen[:10],
        stale=one.stale,
        regional=one.level is None and one.regional_max is not None,
    )


def situation_data(view: View, place: str) -> Situation:
    """The situation as data."""
    return view.edition.situation(place, view.day, view.language)


def place_feed(view: View, place: str) -> Page:
    """The changes of advice on a place, as Atom (RFC 4287)."""
    changes = all_changes(view.edition.observer, [place], "", "en")
    return Page(render_atom(changes, f"legation: {view.name(place)}", place).encode(), MEDIA_TYPES["atom"])


def changes(view: View) -> Page:
    """What changed lately: the advice of governments and the posts, newest first; as page, data or feed."""
    since, year = day_before(view.day, RECENT_DAYS), day_before(view.day, YEAR_DAYS)
    advice = all_changes(view.edition.observer, view.edition.inhabited, since, "en")[::-1]
    posts = [one for one in fetch_changes(view.edition.connection, year) if not one.correction][::-1]
    if view.address.form == "json":
        return Page(render_json(ChangesData(since, advice, year, posts)).encode(), JSON, max_age=3600)
    if view.address.form == "atom":
        entries = [*map(change_entry, advice), *map(post_change_entry, posts)]
        feed = render_feed("legation", "changes", entries)
        return Page(feed.encode(), MEDIA_TYPES["atom"], max_age=3600)
    gettext = view.wording.gettext
    nothing = gettext("Nothing has changed lately.")
    advised = [
        Entry(
            view.name(one.place.code),
            view.href("place", one.place.code),
            f"{one.effective[:10]} · {change_line(one)}",
        )
        for one in advice
    ]
    met = [
        Entry(one.name, view.href("post", one.post), f"{one.on} · {what_changed(one)}")
        for one in posts[:MOST]
        if one.what not in ("gone", "merged")
    ]
    return view.page(
        "changes.html",
        title=gettext("Changes"),
        max_age=3600,
        posts=People(gettext("Embassies and consulates"), met, id="posts", empty=nothing),
        advice=People(gettext("Travel advice"), advised, id="advice", empty=nothing),
    )


def day_before(day: str, days: int) -> str:
    """The ISO date some days before another."""
    return str(msgspec.convert(day, type=dt.date) - dt.timedelta(days=days))
