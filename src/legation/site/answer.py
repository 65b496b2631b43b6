"""The answer: the number to call and the place to go, what to mind, then everything else."""

from collections.abc import Iterator
from typing import Any, Final

import msgspec

from legation.find.question import Question
from legation.model.answer import Answer, HotlineShown, Option
from legation.render.components.lead import Door, Lead, Number
from legation.render.components.lines import Line, Lines
from legation.render.components.notes import Note, Notes
from legation.render.components.people import Entry, People
from legation.render.components.way import Way
from legation.render.geojson import render_geojson
from legation.render.reach import sister_post
from legation.render.vcard import render_vcard
from legation.site.contact import at, dialled, distance, map_of, numbers_of, where, written
from legation.site.ministry import ministry_line
from legation.site.page import JSON, MEDIA_TYPES, Page
from legation.site.question import question_of
from legation.site.situation import headline
from legation.site.structured import structured
from legation.site.urgent import urgent
from legation.site.view import View
from legation.site.wording import STATUSES

SHOWN_IN_FULL: Final = 4
"""Further ways shown with everything; the rest are a line each."""

GRAVE: Final = frozenset(
    {
        "relocated",
        "services-limited",
        "unconfirmed",
        "closing-announced",
        "opening-announced",
        "change-announced",
        "unlisted",
        "other-country",
        "not-named",
        "need-excluded",
    }
)
"""Caveats to know before setting out: they stand with the door, not below."""


def answer(view: View, query: dict[str, str]) -> Page:
    """The answer as page or data.

    Raises:
        InputError: see `question.question_of`.
    """
    question = question_of(view.edition, view.address, query, view.day)
    if question.on == view.day:
        question = msgspec.structs.replace(question, moment=view.moment)
    found = view.edition.finder.find(question)
    timely = any(option.open.now is not None for option in found.options)
    age = 60 if timely else 300
    match view.address.form:
        case "json":
            return Page(msgspec.json.encode(found), JSON, max_age=age, timely=timely)
        case "geojson":
            return Page(render_geojson(found).encode(), MEDIA_TYPES["geojson"])
        case "vcf":
            return Page(render_vcard(found).encode(), MEDIA_TYPES["vcf"])
    template = "card.html" if view.address.kind == "card" else "answer.html"
    page = view.page(template, title=heading(view, question), max_age=age, **parts(view, question, found))
    return msgspec.structs.replace(page, timely=timely)


def heading(view: View, question: Question) -> str:
    """What the page is about, for the title."""
    who = ", ".join(view.name(code) for code in question.citizen) or status_of(view, question)
    return f"{who} → {place_of(view, question)}"


def status_of(view: View, question: Question) -> str:
    """The status of a person without a state."""
    return view.wording.gettext(STATUSES[question.status]) if question.status else ""


def place_of(view: View, question: Question) -> str:
    """Where the person is: the city too, when one is known."""
    match = question.match
    name = view.name(match.place.code)
    return f"{match.name}, {name}" if match.city else name


def parts(view: View, question: Question, found: Answer) -> dict[str, Any]:
    """Everything the page shows."""
    first = found.options[0] if found.options else None
    others = found.options[1:]
    return {
        "who": [view.name(code) for code in question.citizen],
        "condition": status_of(view, question),
        "place": place_of(view, question),
        "place_href": view.href("place", question.match.place.code),
        "on": question.on if question.on != view.day else None,
        "need": question.need,
        "needs": view.wording.needs,
        "headline": headline(view, question.match.place.code),
        "lead": lead(view, found),
        "notes": Notes(list(notes(view, found, first))),
        "urgent": urgent(view, question.match.place.code),
        "ways": [way(view, option, found) for option in others[:SHOWN_IN_FULL]],
        "more": more(view, others[SHOWN_IN_FULL:]),
        "lines": Lines([line(view, one) for one in found.hotlines]) if question.citizen else None,
        "source": source(view, first) if first else "",
        "structured": structured(first.post, first.as_of) if first else "",
    }


def lead(view: View, found: Answer) -> Lead:
    """The number and the door: the first option's, then the ministry's line."""
    first = found.options[0] if found.options else None
    why, why_language = view.wording.why(first) if first else (None, None)
    gap = found.gap
    home = gap is not None and gap.code in ("host-is-home", "refugee-unhcr")
    return Lead(
        gap=view.wording.gap(gap) if gap else None,
        numbers=[] if home else list(numbers(view, found, first)),
        door=door(view, first) if first else None,
        why=why,
        why_language=why_language,
        mails=first.post.emails[:2] if first else [],
        website=first.post.website if first else None,
        warnings=[Note(*view.wording.caveat(one)) for one in first.caveats if one.code in GRAVE]
        if first
        else [],
        asks_no_number=home,
    )


def numbers(view: View, found: Answer, first: Option | None) -> Iterator[Number]:
    """Which numbers to call, best first: the post's emergency line, its phone, the ministry's line."""
    gettext = view.wording.gettext
    if first:
        yield from numbers_of(first.post, gettext, each=1)
        if sister := sister_post(first, found.options):
            for number in first_numbers(sister):
                yield Number(gettext("Call"), written(number), dialled(number), view.title_of(sister.post))
    for one in [line for line in found.hotlines if line.scope != "text"][:1]:
        yield ministry_line(view, one)


def first_numbers(option: Option) -> list[str]:
    """The number of a post to call: its emergency line, else its phone; none or one."""
    return (option.post.emergency_phones or option.post.phones)[:1]


def door(view: View, option: Option) -> Door:
    """Where to go."""
    post = option.post
    return Door(
        title=view.title_of(post),
        href=view.href("post", post=post.id),
        where=where(post, view.name(post.receiving)),
        hours=view.hours(post.hours),
        open_now=option.open.now,
        map=map_of(post),
        distance=distance(option),
        at=at(post),
    )


def notes(view: View, found: Answer, first: Option | None) -> Iterator[Note]:
    """What to mind of the whole answer, then of the first option."""
    lesser = [caveat for caveat in first.caveats if caveat.code not in GRAVE] if first else []
    for caveat in [*found.warnings, *lesser]:
        yield Note(*view.wording.caveat(caveat))


def way(view: View, option: Option, found: Answer) -> Way:
    """A further option, with everything; where no contact is known, whom of that state to call instead."""
    post = option.post
    why, why_language = view.wording.why(option)
    gettext = view.wording.gettext
    return Way(
        title=view.title_of(post),
        href=view.href("post", post=post.id),
        where=where(post, view.name(post.receiving)),
        why=why,
        why_language=why_language,
        numbers=[*numbers_of(post, gettext, each=2), *asked_instead(view, option, found)],
        mails=post.emails[:2],
        website=post.website,
        hours=view.hours(post.hours),
        open_now=option.open.now,
        distance=distance(option),
        at=at(post),
        notes=[view.wording.caveat(caveat)[0] for caveat in option.caveats if caveat.code != "stale"],
        source=source(view, option),
    )


def asked_instead(view: View, option: Option, found: Answer) -> Iterator[Number]:
    """The numbers of the post to ask where nobody says how to reach this one."""
    if sister := sister_post(option, found.options):
        for number in first_numbers(sister):
            yield Number(view.title_of(sister.post), written(number), dialled(number))


def more(view: View, options: list[Option]) -> People | None:
    """The options further down, a line each."""
    entries = [
        Entry(view.title_of(one.post), view.href("post", post=one.post.id), distance(one) or "")
        for one in options
    ]
    return People(view.wording.gettext("More"), entries, id="more", folded=True) if entries else None


def line(view: View, one: HotlineShown) -> Line:
    """The ministry's line."""
    return Line(
        whose=f"{view.name(one.sending)}: {one.ministry}",
        text=written(one.phone),
        href=dialled(one.phone),
        hours=one.hours,
        note=one.note,
        note_language=None if view.language == "en" else "en",
        source=f"{one.source}{', ' + one.as_of if one.as_of else ''}",
    )


def source(view: View, option: Option) -> str:
    """On whose word, and when."""
    return ", ".join([*map(view.publisher, option.sources), option.as_of])
