"""From an address and its parameters to the question that `find` answers."""

import datetime as dt
from collections.abc import Mapping
from typing import Final

from legation.errors import UnknownInput
from legation.find.ask import parse_status
from legation.find.question import Question, parse_date, parse_need
from legation.model.codes import PersonStatus
from legation.model.place import Match, Place
from legation.site.address import Address
from legation.site.edition import Edition

PARAMETERS: Final = frozenset({"on", "need", "status", "city", "region"})
"""What may follow the question mark of an answer."""

WITHOUT_STATE: Final[dict[str, PersonStatus]] = {"refugee": "refugee", "stateless": "stateless"}


def question_of(edition: Edition, address: Address, query: Mapping[str, str], today: str) -> Question:
    """Make the question out of an address such as `/en/ru/nl+tr/?on=2022-11-16&need=arrest&city=524901`.

    Raises:
        InputError: a place, a citizenship or a parameter that is unknown or unreadable.
    """
    who = address.who or ""
    status = WITHOUT_STATE.get(who)
    codes = (
        ()
        if status
        else tuple(dict.fromkeys(known_place(edition, code.upper()).code for code in who.split("+")))
    )
    for name in query:
        if name not in PARAMETERS:
            message = f"{name[:40]!r} is not a parameter of an answer: use {', '.join(sorted(PARAMETERS))}."
            raise UnknownInput("unknown-parameter", message, name)
    given = parse_status(query.get("status"))
    return Question(
        citizen=codes,
        match=where(edition, address.place or "", query.get("city"), query.get("region")),
        on=parse_date(query.get("on"), dt.date.fromisoformat(today)),
        status=status or given,
        need=parse_need(query.get("need") or None),
    )


def known_place(edition: Edition, code: str) -> Place:
    """A place of the register.

    Raises:
        UnknownInput: no such code.
    """
    place = edition.places.get(code)
    if place is None:
        raise UnknownInput(
            "unknown-place", f"There is no place {code} on the register: choose from the list.", code
        )
    return place


def where(edition: Edition, code: str, city: str | None, region: str | None) -> Match:
    """The place of an answer, or a city or a region in it."""
    place = known_place(edition, code)
    if place.kind == "organisation":
        raise UnknownInput(
            "unknown-place", f"{place.name} is not a place to be in: choose from the list.", code
        )
    if city is not None:
        return city_in(edition, place, city)
    if region is None:
        return Match(place, code, place.name)
    match = edition.gazetteer.get_region(region)
    if match is None or match.place.code != place.code:
        message = f"{region[:40]!r} is no region of {place.name}: leave it out, or search anew."
        raise UnknownInput("unknown-region", message, region)
    return match


def city_in(edition: Edition, place: Place, city: str) -> Match:
    """A city of a place by its GeoNames identifier."""
    found = (
        edition.gazetteer.get_city(int(city))
        if city.isascii() and city.isdigit() and len(city) < 12
        else None
    )
    if found is None or found.place != place.code:
        raise UnknownInput(
            "unknown-city", f"{city[:40]!r} is no city of {place.name}: leave it out, or search anew.", city
        )
    return Match(place, place.code, found.name, found, found.latitude, found.longitude)
