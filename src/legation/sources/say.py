"""Say of a post what nearly every source says: where it is and how to reach it."""

from collections.abc import Callable, Iterable
from typing import Final

from legation.model.place import City
from legation.places import Gazetteer
from legation.sources.contact import is_dialled, parse_email, parse_phone, parse_website
from legation.sources.draft import Draft
from legation.sources.standing import find_city_of_name, is_district

MOST: Final = 20
"""Ways of one sort to reach one post; a source that states more has lost its separators."""


def say_place(draft: Draft, gazetteer: Gazetteer, named: str, receiving: str) -> None:
    """Say the city of a post of which only a name is known; a quarter is said with the city it belongs to."""
    say_city(draft, gazetteer, named, find_city_of_name(gazetteer, named, receiving), "its quarter")


def say_city(draft: Draft, gazetteer: Gazetteer, named: str, city: City | None, ground: str) -> None:
    """Say the city a person knows, its point, and as the district what was named instead, found on some ground."""
    if city is None:
        draft.say("city", named)
        return
    draft.derive("near", f"{city.latitude:.5f},{city.longitude:.5f}", "city")
    if not named:
        draft.derive("city", city.name, "coordinates")
    elif is_district(gazetteer, named, city):
        draft.derive("city", city.name, ground)
        draft.say("district", named)
    else:
        draft.say("city", city.name)


def say_phones(draft: Draft, field: str, said: Iterable[str], place: str) -> None:
    """Say telephone numbers; one that no plan knows is remarked, and kept as said when it can be dialled."""
    draft.say(field, _each(draft, "phone", said, lambda one: parse_phone(one, place), is_dialled))


def say_emails(draft: Draft, said: Iterable[str]) -> None:
    """Say mail addresses."""
    draft.say("emails", _each(draft, "email", said, parse_email))


def say_website(draft: Draft, said: Iterable[str]) -> None:
    """Say the first address that can be one; without a scheme it is taken to be https."""
    full = [one if "://" in one or one.startswith(SCHEMES) else f"https://{one}" for one in said if one]
    found = _each(draft, "website", full, parse_website)
    draft.say("website", found[0] if found else "")


SCHEMES: Final = ("javascript:", "data:", "mailto:", "tel:", "//")
"""What must not become the host of an address."""


def _each(
    draft: Draft,
    code: str,
    said: Iterable[str],
    parse: Callable[[str], str],
    keep: Callable[[str], bool] = lambda _: False,
) -> list[str]:
    """Parse every value; what fails is remarked, and kept as it was said only where told so."""
    values = []
    texts = list(said)
    if len(texts) > MOST:
        draft.remark(code, f"{len(texts)} values, the first {MOST} kept")
    for one in texts[:MOST]:
        try:
            values.append(parse(one))
        except ValueError:
            draft.remark(code, one)
            if keep(one):
                values.append(one)
    return list(dict.fromkeys(values))
