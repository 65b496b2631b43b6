"""The page of a place, of a state's posts abroad, and the whole place for a pocket."""

from collections import defaultdict
from urllib.parse import quote

import msgspec

from legation.model.codes import POST_KINDS
from legation.model.directory import Post
from legation.model.place import Place
from legation.render.components.chart import Chart
from legation.render.components.facts import Fact, Facts, Value
from legation.render.components.lines import Line, Lines
from legation.render.components.people import Entry, People
from legation.render.json import render_json
from legation.site.address import write_address
from legation.site.contact import dialled, written
from legation.site.data import AbroadData, PlaceData
from legation.site.home import by_name, folded
from legation.site.page import JSON, MEDIA_TYPES, Page
from legation.site.points import points
from legation.site.press import press, read_articles
from legation.site.question import known_place
from legation.site.situation import headline, place_feed, situation_card, situation_data
from legation.site.urgent import urgent
from legation.site.view import View
from legation.site.wording import KINDS


def place(view: View) -> Page:
    """What is known of a place: who is there, and the way to the answer for every citizenship.

    Raises:
        UnknownInput: no such place.
    """
    found = known_place(view.edition, view.address.place or "")
    posts = present(view, found)
    articles, statements = read_articles(view, found.code)
    timely = bool(articles)
    if view.address.form == "json":
        situation = situation_data(view, found.code)
        data = PlaceData(found, view.day, situation, posts, articles, statements)
        return Page(render_json(data).encode(), JSON, timely=timely)
    if view.address.form == "geojson":
        return Page(points(posts).encode(), MEDIA_TYPES["geojson"])
    if view.address.form == "atom":
        return place_feed(view, found.code)
    name = view.name(found.code)
    page = view.page(
        "place.html",
        title=name,
        place=found,
        claimants=[view.name(code) for code in found.claimants],
        headline=headline(view, found.code),
        situation=situation_card(view, found.code),
        chart=Chart(view.form_href("geojson"), view.href("post", post="ID"), found.code),
        here=who_is_here(view, found, posts),
        others=everyone_else(view, found, {post.sending for post in posts}),
        citizens=by_name(view, view.edition.citizenships),
        action=view.href("find"),
        live=view.setting.live,
        notice=oembed_href(view),
        press=press(view, articles, statements),
        urgent=urgent(view, found.code),
    )
    return msgspec.structs.replace(page, timely=timely)


def oembed_href(view: View) -> str:
    """Where editors find the notice on this place; empty while nobody knows where the site is."""
    origin = view.setting.origin
    url = quote(origin + write_address(view.address), safe="")
    return f"{origin}/oembed?format=json&url={url}" if origin else ""


def present(view: View, found: Place) -> list[Post]:
    """The posts in a place whose doors are not closed."""
    posts = view.edition.standing(found.code)
    return [post for post in posts if view.edition.state(post, view.day).door not in ("closed", "relocated")]


def who_is_here(view: View, found: Place, posts: list[Post]) -> People:
    """States with a post in the place; each leads to the answer for its citizens."""
    by_state: dict[str, list[Post]] = defaultdict(list)
    for post in posts:
        by_state[post.sending].append(post)
    entries = [
        Entry(name, view.href("answer", found.code, code.lower()), in_short(view, by_state[code]))
        for code, name in by_name(view, tuple(by_state))
    ]
    gettext = view.wording.gettext
    return People(
        gettext("Who is here"),
        entries,
        id="here",
        empty=gettext("No state is known to have an open post here."),
    )


def in_short(view: View, posts: list[Post]) -> str:
    """What a state has in a place: the kinds, each with its cities."""
    cities: dict[str, list[str]] = defaultdict(list)
    for post in sorted(posts, key=lambda post: (POST_KINDS.index(post.kind), post.city or "")):
        cities[post.kind].append(post.city or "")
    return "; ".join(
        f"{view.wording.gettext(KINDS[kind])}{' ' if any(names) else ''}{', '.join(filter(None, names))}"  # type: ignore[index]
        for kind, names in cities.items()
    )


def everyone_else(view: View, found: Place, here: set[str]) -> People:
    """The states without a post in the place."""
    gettext = view.wording.gettext
    entries = [
        Entry(name, view.href("answer", found.code, code.lower()))
        for code, name in by_name(view, view.edition.citizenships)
        if code not in here and code != found.code
    ]
    entries += [
        Entry(gettext(label), view.href("answer", found.code, who))
        for who, label in (("refugee", "Refugee"), ("stateless", "Stateless"))
    ]
    return People(gettext("All other citizenships"), entries, id="others", folded=True)


def abroad(view: View) -> Page:
    """All posts of a sending state, and its ministry's lines.

    Raises:
        UnknownInput: no such state.
    """
    state = known_place(view.edition, view.address.place or "")
    posts = [
        post
        for post in view.edition.sent(state.code)
        if view.edition.state(post, view.day).door not in ("closed", "relocated")
    ]
    lines = view.edition.directory.hotlines.get(state.code, [])
    if view.address.form == "json":
        return Page(render_json(AbroadData(state, view.day, posts, lines)).encode(), JSON)
    if view.address.form == "geojson":
        return Page(points(posts).encode(), MEDIA_TYPES["geojson"])
    return view.page(
        "abroad.html",
        title=view.wording.gettext("Posts abroad") + ": " + view.name(state.code),
        state=view.name(state.code),
        chart=Chart(view.form_href("geojson"), view.href("post", post="ID")),
        posts=posts_by_place(view, posts),
        lines=Lines(
            [
                Line(
                    f"{view.name(one.sending)}: {one.ministry}",
                    written(one.phone),
                    dialled(one.phone),
                    one.hours,
                    one.note,
                    None if view.language == "en" else "en",
                    f"{one.source.title}{', ' + one.source.date if one.source.date else ''}",
                )
                for one in lines
            ]
        ),
    )


def posts_by_place(view: View, posts: list[Post]) -> list[People]:
    """One list: places in the order of their names, in each its posts."""
    ordered = sorted(
        posts,
        key=lambda post: (folded(view.name(post.receiving)), POST_KINDS.index(post.kind), post.city or ""),
    )
    entries = [
        Entry(
            f"{view.name(post.receiving)}: {post.city}" if post.city else view.name(post.receiving),
            view.href("post", post=post.id),
            view.wording.kind(post.kind),
        )
        for post in ordered
    ]
    gettext = view.wording.gettext
    return [
        People(gettext("Posts abroad"), entries, id="posts", empty=gettext("No open post abroad is known."))
    ]


def pocket(view: View) -> Page:
    """A place whole, on one page that a phone can keep: every post with its numbers.

    Raises:
        UnknownInput: no such place.
    """
    found = known_place(view.edition, view.address.place or "")
    facts = [
        Fact(
            view.title_of(post),
            [
                *(
                    Value(written(number), dialled(number))
                    for number in (*post.emergency_phones, *post.phones)
                ),
                *(Value(mail, f"mailto:{mail}") for mail in post.emails),
                Value(post.address or post.city or view.name(found.code)),
            ],
        )
        for post in present(view, found)
    ]
    return view.page(
        "pocket.html",
        title=view.name(found.code),
        place=view.name(found.code),
        code=found.code,
        headline=headline(view, found.code),
        urgent=urgent(view, found.code),
        facts=Facts(facts),
    )
