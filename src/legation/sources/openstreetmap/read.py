"""Read diplomatic offices of the map: each element becomes claims on one post, or is set aside."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from legation.errors import SkipRecord, StopSource
from legation.places import Gazetteer
from legation.sources.contact import clean
from legation.sources.draft import Draft
from legation.sources.openstreetmap.element import Element
from legation.sources.openstreetmap.kinds import find_kind
from legation.sources.openstreetmap.overpass import read_overpass
from legation.sources.row import Row
from legation.sources.say import say_city, say_emails, say_phones, say_website
from legation.sources.snapshot import Snapshot
from legation.sources.standing import Clues, find_standing

SOURCE: Final = "openstreetmap"
TAGS: Final = frozenset(
    {
        "office",
        "amenity",
        "diplomatic",
        "embassy",
        "consulate",
        "country",
        "target",
        "opening_hours",
        "wikidata",
    }
    | {"phone", "contact:phone", "email", "contact:email", "website", "contact:website", "url"}
    | {"addr:full", "addr:street", "addr:housenumber", "addr:postcode", "addr:city"}
)


def read(snapshot: Snapshot, gazetteer: Gazetteer) -> Iterator[Row]:
    """Read every element of a snapshot; see `legation.sources.row.Reader`."""
    for path in snapshot.paths:
        for element in read_elements(path):
            yield read_element(element, path.name, snapshot.seen, gazetteer)


def read_elements(path: Path) -> list[Element]:
    """The diplomatic offices of a file, by its ending.

    Raises:
        StopSource: not an extract, not an answer of Overpass, or one that claims what cannot be.
    """
    try:
        if path.suffix == ".json":
            return list(read_overpass(path))
        from legation.sources.openstreetmap.extract import (
            read_extract,  # pyosmium only where there is an extract
        )

        return list(read_extract(path))
    except ImportError as error:
        message = f"{path} needs pyosmium: install legation[osm], or give Overpass JSON."
        raise StopSource("no-pyosmium", message, SOURCE, path.name) from error
    except (RuntimeError, ValueError, msgspec.DecodeError) as error:
        message = f"{path} cannot be read: {clean(str(error))}. Capture it anew, or remove it."
        raise StopSource("unfit-snapshot", message, SOURCE, path.name) from error


def read_element(element: Element, file: str, seen: str, gazetteer: Gazetteer) -> Row:
    """Map one element, or set it aside."""
    cells = {tag: said for tag, said in element.tags.items() if tag in TAGS}
    draft = Draft(cells, SOURCE, seen, element.record, f"{file}:{element.record}")
    try:
        _say_everything(draft, element, gazetteer)
    except SkipRecord as skip:
        return draft.set_aside(skip.message)
    if element.tags.keys() - TAGS:
        draft.remark("leftover", "other tags")
    return draft.mapped()


def _say_everything(draft: Draft, element: Element, gazetteer: Gazetteer) -> None:
    draft.pop("office"), draft.pop("amenity")
    tags = [draft.pop(tag) for tag in ("diplomatic", "embassy", "consulate")]
    kind = find_kind(*tags)
    if kind is None:
        raise SkipRecord("no-post", f"no post: {'/'.join(filter(None, tags))}", SOURCE, draft.locator)
    sending = draft.pop("country").upper()
    if not gazetteer.get_place(sending):
        raise SkipRecord("no-state", f"country is {sending or 'not said'}", SOURCE, draft.locator)
    accredited = tuple(
        code for code in draft.pop("target").upper().split(";") if gazetteer.get_place(code.strip())
    )
    city, point = draft.pop("addr:city"), _rounded(element.point)
    clues = Clues(sending, accredited[0] if len(accredited) == 1 else None, point, accredited, city or None)
    standing = find_standing(gazetteer, clues)
    if standing is None:
        raise SkipRecord("nowhere", "nothing says where it stands", SOURCE, draft.locator)
    draft.say("kind", kind)
    draft.say("sending", sending)
    draft.say("receiving", standing.receiving)
    draft.say("accredited", list(accredited))
    draft.say("position", "{},{}".format(*standing.point) if standing.point else "")
    if standing.fault:
        draft.remark("position", standing.fault)
    say_city(draft, gazetteer, city, standing.city, "coordinates")
    _say_contacts(draft, standing.receiving, city)


def _say_contacts(draft: Draft, receiving: str, city: str) -> None:
    say_phones(draft, "phones", _values(draft, "contact:phone", "phone"), receiving)
    say_emails(draft, _values(draft, "contact:email", "email"))
    say_website(draft, _values(draft, "contact:website", "website", "url"))
    draft.say("hours", draft.pop("opening_hours"))
    whole, street, number, code = (
        draft.pop(f"addr:{part}") for part in ("full", "street", "housenumber", "postcode")
    )
    composed = ", ".join(filter(None, (f"{street} {number}".strip(), f"{code} {city}".strip())))
    draft.say("address", whole or (composed if street else ""))


def _values(draft: Draft, *tags: str) -> list[str]:
    return [value.strip() for tag in tags for value in draft.pop(tag).split(";") if value.strip()]


def _rounded(point: tuple[float, float] | None) -> tuple[float, float] | None:
    return (round(point[0], 5), round(point[1], 5)) if point else None
