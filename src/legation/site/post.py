"""The page of a post: how to reach it, and of every field who says so and since when."""

import io
from typing import Final

import msgspec

from legation.errors import UnknownInput
from legation.find.find import shown
from legation.find.ladder import Offer
from legation.find.state import State
from legation.find.words import announced_caveat, door_caveat
from legation.model.answer import Open, Option
from legation.model.claims import Said
from legation.model.directory import Post
from legation.model.settled import MISSION_SITE
from legation.render.components.facts import Fact, Facts, Value
from legation.render.components.lead import Door, Lead
from legation.render.json import render_json
from legation.render.vcard import card, fold
from legation.site.contact import dialled, map_of, numbers_of, where, written
from legation.site.data import PostData
from legation.site.ministry import ministry_line
from legation.site.page import JSON, MEDIA_TYPES, Page
from legation.site.structured import structured
from legation.site.view import View
from legation.site.wording import FIELDS

ORDER: Final = (
    "emergency_phones",
    "phones",
    "emails",
    "website",
    "address",
    "hours",
    "city",
    "kind",
    "position",
    "accredited",
)
"""Fields in the order people need them."""

MASK: Final = 2


def post(view: View) -> Page:
    """A post as page, data or contact.

    Raises:
        UnknownInput: no such post.
    """
    identifier = view.address.post or ""
    found, record = view.edition.post(identifier), view.edition.record(identifier)
    if found is None or record is None:
        raise UnknownInput(
            "unknown-post", f"There is no post {identifier[:40]}: look for it from its place.", identifier
        )
    state = view.edition.state(found, view.day)
    if view.address.form == "json":
        return Page(render_json(PostData(found, state.door, view.day, record)).encode(), JSON)
    if view.address.form == "vcf":
        return Page(contact(found, state).encode(), MEDIA_TYPES["vcf"])
    door = doorstep(view, found, state)
    timely = door.open_now is not None
    page = view.page(
        "post.html",
        max_age=60 if timely else 300,
        title=view.title_of(found),
        post=found,
        sending=view.name(found.sending),
        receiving=view.name(found.receiving),
        abroad_href=view.href("abroad", found.sending),
        place_href=view.href("place", found.receiving),
        answer_href=view.href("answer", found.receiving, found.sending.lower()),
        state=state,
        closed=state.door == "closed",
        publishers=", ".join(map(view.publisher, found.sources)),
        line=f"data/posts/{found.receiving}.jsonl",
        lead=contacts(view, found, door),
        facts=Facts([fact(view, field, record.claims[field]) for field in ORDER if record.claims.get(field)]),
        code=code_to_scan(found),
        structured=structured(found, found.last_seen),
    )
    return msgspec.structs.replace(page, timely=timely)


def doorstep(view: View, found: Post, state: State) -> Door:
    """Where to go, and when; whether it is open now only where the door is known to be in use."""
    in_use = state.door in ("open", "limited") and not found.unlisted
    opening = view.edition.finder.doorkeeper.open_at(found, view.moment) if in_use and view.moment else Open()
    return Door(
        title="",
        href="",
        where=where(found, view.name(found.receiving)),
        hours=view.hours(found.hours),
        open_now=opening.now,
        map=map_of(found),
    )


def contacts(view: View, found: Post, door: Door) -> Lead:
    """How to reach a post."""
    lines = view.edition.directory.hotlines.get(found.sending, [])
    own = numbers_of(found, view.wording.gettext, each=4)
    return Lead(
        numbers=own or [ministry_line(view, line) for line in lines[:1]],
        door=door,
        mails=list(found.emails),
        website=found.website,
    )


def fact(view: View, field: str, said: tuple[Said, ...]) -> Fact:
    """A field with its settled value, and who said so."""
    first = said[0]
    values = first.value if isinstance(first.value, list) else [str(first.value)]
    gettext = view.wording.gettext
    return Fact(
        gettext("Website of its embassy") if first.locator == MISSION_SITE else gettext(FIELDS[field]),
        [value(view, field, one) for one in values],
        "" if first.source == "derived" else view.publisher(first.source),
        "" if first.source == "derived" else first.seen,
    )


def value(view: View, field: str, text: str) -> Value:
    """A value as a person reads it, with what a tap does."""
    match field:
        case "phones" | "emergency_phones":
            return Value(written(text), dialled(text))
        case "emails":
            return Value(text, f"mailto:{text}")
        case "website":
            return Value(text.removeprefix("https://").removeprefix("http://").rstrip("/"), text)
        case "accredited":
            return Value(view.name(text), view.href("place", text))
        case "kind":
            return Value(view.wording.gettext(text[:1].upper() + text[1:]))
        case "hours":
            return Value(view.hours(text) or text)
        case _:
            return Value(text)


def contact(found: Post, state: State) -> str:
    """The post as a vCard."""
    offer = Offer(0, (), "own-post", None, found, state, in_place=True, kilometres=None)
    door = door_caveat(offer)
    caveats = [door] if door else []
    caveats += [announced_caveat(event) for event in state.announced]
    option = Option(
        1,
        "own-post",
        None,
        found.name,
        True,
        None,
        Open(),
        shown(found),
        caveats,
        found.last_seen,
        list(found.sources),
    )
    return "".join(fold(line) + "\r\n" for line in card(option))


def code_to_scan(found: Post) -> str | None:
    """A QR code with the name and the numbers, as SVG; None when there is nothing to keep."""
    numbers = [*found.emergency_phones, *found.phones][:2]
    if not numbers:
        return None
    import segno

    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"FN:{found.name[:60]}",
        *(f"TEL:{number}" for number in numbers),
        "END:VCARD",
    ]
    image = io.BytesIO()
    # Any of the eight masks can be read; to draw them all and take the prettiest is four fifths of the time.
    segno.make("\r\n".join(lines), error="m", micro=False, mask=MASK).save(
        image,
        kind="svg",
        xmldecl=False,
        svgns=False,
        nl=False,
        omitsize=True,
        border=2,
        svgclass="code",
        lineclass=None,
    )
    return image.getvalue().decode()
