"""What sentences below a post's name say that can be used: a closure, the area it serves, an honorary head.

Everything else in them is left over on purpose: advice goes stale, and is other people's prose.
"""

import re
from datetime import date, datetime
from typing import Final

CLOSED = re.compile(
    r"\b(?:suspended operations"
    r"|(?:is|are|was|has been|have been|will be) (?:now |currently |temporarily )?(?:permanently )?closed"
    r"(?! on | for (?:in-person|lunch|local|public|holiday)|\s*for appoint))\b(?P<rest>.{0,60})",
    re.IGNORECASE,
)
CLOSED_POST = re.compile(
    r"(?P<name>(?:U\.S\.|Australian|British|Canadian)"
    r" (?:Embassy|High Commission|Consulate(?:[- ]General)?|Consular Agency) in (?:[A-Z][\w’'-]+ ?){1,3}) "
    + CLOSED.pattern.removeprefix(r"\b"),
)
"""A closed post that is spoken of in a sentence alone."""
DATE = re.compile(
    r"\b(?:in|on|since|from) (?:[A-Z][a-z]+day,? )?"
    r"(?P<date>(?:[0-9]{1,2} )?[A-Z][a-z]+(?: [0-9]{1,2},)? [0-9]{4}|[0-9]{4})"
)
FORMS: Final = ("%d %B %Y", "%B %d, %Y", "%B %Y", "%Y")
DISTRICT = re.compile(
    r"consular district includes (?P<one>.+)"
    r"|serves U\.S\. citizens in (?P<two>.+)"
    r"|provides (?:consular )?services (?:for|to U\.S\. citizens in) (?P<three>.+)",
    re.IGNORECASE,
)
UNCLEAR = re.compile(
    r"\b(?:except|excluding|parts? of|only|near|other|including|indicated|regions of \w+ Quebec)\b",
    re.IGNORECASE,
)
GENERIC = re.compile(
    r"^(?:and |as well as |to include )?(?:the )?(?:indian |french )?"
    r"(?:states?|regions?|provinces?|(?:union )?territor(?:y|ies)|islands?|countr(?:y|ies)|counties)(?: of)? (?:the )?",
    re.IGNORECASE,
)
HONORARY = re.compile(r"\bhonorary[- ]consul", re.IGNORECASE)
LONGEST_NAME: Final = 60


def find_closure(said: str, seen: str) -> str | None:
    """The day, month or year since which a post is closed; the day of the page when it does not say, None when open."""
    match = CLOSED.search(said)
    if not match:
        return None
    stated = DATE.search(match["rest"])
    return min(parse_date(stated["date"]) or seen, seen) if stated else seen


def find_closed_post(said: str) -> str | None:
    """The name of a post of which a sentence says that it is closed."""
    match = CLOSED_POST.search(said)
    return match["name"].strip() if match else None


def parse_date(words: str) -> str | None:
    """An ISO date, month or year."""
    for form, length in zip(FORMS, (10, 10, 7, 4), strict=True):
        try:
            return date.isoformat(datetime.strptime(words, form).date())[:length]
        except ValueError:
            continue
    return None


def find_districts(said: str) -> list[str]:
    """The names of the regions and places a post serves; none when the sentence is not a plain list."""
    match = DISTRICT.search(said)
    if not match:
        return []
    listed = next(filter(None, match.groups())).strip(" .")
    if UNCLEAR.search(listed):
        return []
    names = [re.sub(r"\s*\(.*?\)", "", part).strip(" .") for part in re.split(r",|;| and ", listed)]
    short = [GENERIC.sub("", name.removeprefix("and ").strip()).removeprefix("the ") for name in names]
    plain = [name for name in short if name and len(name) <= LONGEST_NAME]
    return list(dict.fromkeys(plain)) if all(name[0].isupper() for name in plain) else []


def is_honorary(said: str, city: str) -> bool:
    """Whether a sentence says that the consulate in a city is led by an honorary consul."""
    return HONORARY.search(said) is not None and city.casefold() in said.casefold()
