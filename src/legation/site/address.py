"""Addresses of the site: a path to what it names, and back. Pure; nothing here knows whether a page exists.

The language comes first: `/en/ru/nl/` is the answer for a Dutch citizen in Russia, `/en/ru/` the place,
`/en/nl/abroad/` a state's posts, `/en/post/<id>/` a post; `.json` and the like stand where the last slash does.
"""

import re
from typing import Final, Literal, get_args

import msgspec

from legation.model.situation import LANGUAGES

Kind = Literal[
    "home",
    "find",
    "places",
    "place",
    "pocket",
    "answer",
    "card",
    "abroad",
    "post",
    "changes",
    "sources",
    "about",
]
Form = Literal["html", "json", "geojson", "vcf", "atom"]
FORMS: Final[dict[Kind, tuple[Form, ...]]] = {
    "home": ("html",),
    "find": ("html", "json"),
    "places": ("html", "json"),
    "place": ("html", "json", "geojson", "atom"),
    "pocket": ("html",),
    "answer": ("html", "json", "geojson", "vcf"),
    "card": ("html",),
    "abroad": ("html", "json", "geojson"),
    "post": ("html", "json", "vcf"),
    "changes": ("html", "json", "atom"),
    "sources": ("html", "json"),
    "about": ("html",),
}
"""What each kind of page can be had as."""

WORDS: Final[tuple[Kind, ...]] = ("find", "places", "changes", "sources", "about")
LONGEST: Final = 200
WHO: Final = r"(?P<who>[a-z]{2}(?:\+[a-z]{2}){0,3}|refugee|stateless)"
PATTERNS: Final[dict[Kind, re.Pattern[str]]] = {
    "pocket": re.compile(r"(?P<place>[a-z]{2})/pocket"),
    "abroad": re.compile(r"(?P<place>[a-z]{2})/abroad"),
    "post": re.compile(r"post/(?P<post>[A-Za-z0-9][A-Za-z0-9-]{0,120})"),
    "card": re.compile(rf"(?P<place>[a-z]{{2}})/{WHO}/card"),
    "answer": re.compile(rf"(?P<place>[a-z]{{2}})/{WHO}"),
    "place": re.compile(r"(?P<place>[a-z]{2})"),
}


class Address(msgspec.Struct, frozen=True):
    """What a path names.

    Attributes:
        kind: which page. language: of the site's.
        place: code of the place, or of the state whose posts abroad are shown.
        who: citizenships joined by `+`, or `refugee` or `stateless`. post: identifier of a post.
        form: page or data.
    """

    kind: Kind
    language: str
    place: str | None = None
    who: str | None = None
    post: str | None = None
    form: Form = "html"


def parse_address(path: str) -> Address | None:
    """Read a path; None for one that no page of the site has."""
    language, slash, rest = path[1:].partition("/")
    if len(path) > LONGEST or not slash or language not in LANGUAGES:
        return None
    if not rest:
        return Address("home", language)
    stem, form = _form(rest)
    found = _named(language, stem, form)
    return found if found and found.form in FORMS[found.kind] else None


def _form(rest: str) -> tuple[str, Form]:
    """Split off the form: a closing slash is a page."""
    if rest.endswith("/"):
        return rest[:-1], "html"
    stem, dot, ending = rest.rpartition(".")
    for form in get_args(Form):
        if dot and ending == form and form != "html":
            return stem, form
    return "", "html"


def _named(language: str, stem: str, form: Form) -> Address | None:
    for kind in WORDS:
        if stem == kind:
            return Address(kind, language, form=form)
    for kind, pattern in PATTERNS.items():
        if found := pattern.fullmatch(stem):
            parts = found.groupdict()
            place = parts.get("place")
            return Address(kind, language, place and place.upper(), parts.get("who"), parts.get("post"), form)
    return None


def write_address(address: Address) -> str:
    """The path of an address; the inverse of `parse_address`."""
    place = (address.place or "").lower()
    stem = {
        "home": "",
        "place": place,
        "pocket": f"{place}/pocket",
        "abroad": f"{place}/abroad",
        "answer": f"{place}/{address.who}",
        "card": f"{place}/{address.who}/card",
        "post": f"post/{address.post}",
    }.get(address.kind, address.kind)
    if not stem:
        return f"/{address.language}/"
    return f"/{address.language}/{stem}" + ("/" if address.form == "html" else f".{address.form}")


def corrected(path: str) -> str | None:
    """The path that was probably meant: lower case, with its slash; None when that is no page either."""
    if len(path) > LONGEST:
        return None
    head, post, tail = path.partition("/post/")
    meant = (head.lower() + post + tail) if post else path.lower()
    for candidate in (meant, f"{meant}/"):
        if candidate != path and parse_address(candidate):
            return candidate
    return None
