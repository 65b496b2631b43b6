"""The people an article names: the fullest name, what they are, for whom they speak."""

from bisect import bisect_left

import msgspec

from legation.news.statements.gazetteer import LONGEST_NAME, Gazetteer, Places, fold
from legation.news.statements.lexicon import (
    BASE,
    COORDINATOR,
    DAY,
    DETERMINER,
    MONTH,
    NAME,
    PREPOSITION,
    PRONOUN,
    SUBORDINATOR,
)
from legation.news.statements.page import Page
from legation.news.statements.phrases import Span
from legation.news.statements.words import Words

_FUNCTION = DETERMINER | PRONOUN | PREPOSITION | SUBORDINATOR | COORDINATOR | DAY | MONTH
_ROLE_REACH = 12


class Person(msgspec.Struct, frozen=True):
    """Somebody named.

    Attributes:
        name: the fullest form the article gives.
        role: what they are, in the article's words without the state; None when it does not say.
        place: code of the state they speak for.
        gender: "f", "m" or None when no title tells.
        owner: surname of whose spokesman they are.
    """

    name: str
    role: str | None = None
    place: str | None = None
    gender: str | None = None
    owner: str | None = None


class Name(msgspec.Struct, frozen=True):
    """One mention of a person: words of the name alone, of the title before it, of the owner before that."""

    span: Span
    title: Span
    owner: Span | None


def find_names(words: Words, first: int, end: int, gazetteer: Gazetteer) -> list[Name]:
    """The runs of capitalised words among `first` to `end` that may name a person."""
    found: list[Name] = []
    at = first
    while at < end:
        if not _is_name(words, at):
            at += 1
            continue
        last = _run_end(words, at, end, gazetteer)
        name = _read_name(words, first, at, last, gazetteer)
        if name is not None:
            found.append(name)
        at = last
    return found


def _is_name(words: Words, at: int) -> bool:
    kind = words.classes[at]
    return bool(kind & NAME) and not kind & _FUNCTION and words.shown[at][0] != "@"


def _run_end(words: Words, at: int, end: int, gazetteer: Gazetteer) -> int:
    particles = gazetteer.words["name_particles"]
    at += 1
    while at < end:
        initial = words.shown[at] == "." and len(words.shown[at - 1]) < 5
        titled = initial and words.low[at - 1] in gazetteer.words["honorifics"]
        if _is_name(words, at) or (initial and (titled or len(words.shown[at - 1]) == 1)):
            at += 1
        elif words.low[at] in particles and at + 1 < end and _is_name(words, at + 1):
            at += 2
        else:
            break
    return at


def _read_name(words: Words, low: int, first: int, end: int, gazetteer: Gazetteer) -> Name | None:
    start = first
    for at in range(first, end):
        if words.low[at] in gazetteer.roles or words.low[at] in gazetteer.words["honorifics"]:
            start = at + 1
    if start < end and words.shown[start] == ".":
        start += 1
    if start == first and _continues_title(words, low, first, end, gazetteer):
        return Name(
            (first + 1, end), (_title_start(words, low, first - 2, first + 1, gazetteer), first + 1), None
        )
    if start >= end or words.low[end - 1] in gazetteer.words["bodies"]:
        return None
    title = _title_start(words, low, first, start, gazetteer)
    owner = None
    if title > low and words.low[title - 1] in ("'s", "'"):
        owner = (_owner_start(words, low, title - 2), title - 1)
    return Name((start, end), (title, start), owner)


def _continues_title(words: Words, low: int, first: int, end: int, gazetteer: Gazetteer) -> bool:
    """`Secretary of State Jane Roe`: the first word of the run belongs to the title."""
    titled = first - 2 >= low and words.low[first - 1] == "of" and words.low[first - 2] in gazetteer.roles
    return titled and end - first > 2


def _title_start(words: Words, low: int, first: int, start: int, gazetteer: Gazetteer) -> int:
    """First word of the title before a name: `spokesman`, `deputy foreign minister`, `EU ambassador`."""
    at = first
    if at == start:
        if at == low or words.low[at - 1] not in gazetteer.roles:
            return start
        at -= 1
    while at > low and at > first - _ROLE_REACH:
        kind = words.classes[at - 1]
        if kind & ~(NAME | BASE) or words.low[at - 1] in ("'s", "'"):
            break
        at -= 1
    return at


def _owner_start(words: Words, low: int, at: int) -> int:
    while at > low and words.classes[at - 1] & NAME:
        at -= 1
    return at


class People:
    """Everybody an article has named, by surname, in the order of first mention."""

    def __init__(self, page: Page, gazetteer: Gazetteer, places: Places) -> None:
        self._page = page
        self._gazetteer = gazetteer
        self._places = places
        self._by_surname: dict[str, Person] = {}
        self._mentions: list[tuple[int, str]] = []
        for first, end in page.bounds:
            for name in find_names(page.words, first, end, gazetteer):
                self._add(name, end)
        self._mentions.sort()

    def get(self, surname: str) -> Person | None:
        """The person with that surname (lower case), as the whole article knows them."""
        return self._by_surname.get(surname)

    def before(self, word: int, reach: int) -> list[Person]:
        """People mentioned among the `reach` words before `word`, the nearest first."""
        first = bisect_left(self._mentions, (word - reach, ""))
        near = self._mentions[first : bisect_left(self._mentions, (word, ""))]
        return [
            self._by_surname[surname] for surname in dict.fromkeys(surname for _, surname in reversed(near))
        ]

    def _add(self, name: Name, end: int) -> None:
        words = self._page.words
        text = text_of(words, name.span)
        surname = words.low[name.span[1] - 1]
        known = self._by_surname.get(surname)
        titled = name.title[1] > name.title[0]
        several = name.span[1] - name.span[0] > 1
        if known is None and not titled and not several:
            return
        if self._is_something_else(text):
            return
        read = self._read(name, text, end)
        self._by_surname[surname] = read if known is None else _merged(known, read)
        self._mentions.append((name.span[0], surname))

    def _is_something_else(self, text: str) -> bool:
        folded = fold(text)
        known = folded in self._gazetteer.media or folded in self._gazetteer.offices
        return known or self._places(text) is not None

    def _read(self, name: Name, text: str, end: int) -> Person:
        words = self._page.words
        role_span = (
            name.title
            if name.title[1] > name.title[0]
            else _apposition(words, name.span[1], end, self._gazetteer)
        )
        role = read_role(words, role_span, self._gazetteer, self._places) if role_span else None
        place = self._place(name, role_span, role)
        owner = words.low[name.owner[1] - 1] if name.owner is not None and place is None else None
        return Person(text, role, place, _gender(words, role_span, self._gazetteer), owner)

    def _place(self, name: Name, role_span: Span | None, role: str | None) -> str | None:
        """The state in the title or the apposition, that of the owner, or that of the office owned."""
        if role is None or role_span is None:
            return None
        words, gazetteer = self._page.words, self._gazetteer
        head = next((word for word in reversed(role.lower().split()) if word in gazetteer.roles), "")
        if gazetteer.roles.get(head) == "no":
            return None
        span = role_span if name.owner is None else (name.owner[0], role_span[1])
        if any(words.low[at] in gazetteer.words["not_the_state"] for at in range(*span)):
            return None
        return find_place(words, span, gazetteer, self._places)


def _merged(known: Person, read: Person) -> Person:
    longer = read.name if len(read.name) > len(known.name) else known.name
    return Person(
        longer,
        known.role or read.role,
        known.place or read.place,
        known.gender or read.gender,
        known.owner or read.owner,
    )


def text_of(words: Words, span: Span) -> str:
    """The words as written, on one line."""
    return " ".join(words.text[words.starts[span[0]] : words.ends[span[1] - 1]].split())


def find_place(words: Words, span: Span, gazetteer: Gazetteer, places: Places) -> str | None:
    """The first state or office of state named in `span`; `ambassador to X` does not speak for X."""
    at = span[0]
    while at < span[1]:
        if words.classes[at] & NAME and not (at > span[0] and words.low[at - 1] == "to"):
            for end in range(min(span[1], at + LONGEST_NAME), at, -1):
                text = " ".join(words.shown[at:end])
                found = gazetteer.offices.get(fold(text)) or places(text)
                if found is not None:
                    return found
        at += 1
    return None


def _apposition(words: Words, after: int, end: int, gazetteer: Gazetteer) -> Span | None:
    """`, the chair of the board,` after a name, if it says what the person is."""
    if after + 1 >= end or words.shown[after] != ",":
        return None
    last = after + 1
    while last < end and words.shown[last] not in ',;.—“"' and last < after + 15:
        last += 1
    for at in range(after + 1, min(last, after + 8)):
        if words.classes[at] & PREPOSITION:
            return None
        if words.low[at] in gazetteer.roles:
            return (after + 1, last)
    return None


def read_role(words: Words, span: Span, gazetteer: Gazetteer, places: Places) -> str | None:
    """The role in lower case where it is, without article, state or honorific: `deputy foreign minister`."""
    kept: list[str] = []
    heads = False
    for at in range(*span):
        low, shown = words.low[at], words.shown[at]
        if words.classes[at] & DETERMINER or shown in ".," or low in gazetteer.words["honorifics"]:
            continue
        if words.classes[at] & PREPOSITION and heads:
            rest = _of_what(words, (at, span[1]), gazetteer, places)
            kept += [rest] if rest else []
            break
        if words.classes[at] & NAME and places(shown) is not None and shown != "EU":
            continue
        heads = heads or low in gazetteer.roles
        kept.append(low if low in gazetteer.roles or low in gazetteer.words["office_modifiers"] else shown)
    return " ".join(kept) if heads else None


def _of_what(words: Words, span: Span, gazetteer: Gazetteer, places: Places) -> str | None:
    """The rest of `chair of the board`; nothing for a state (`president of France`)."""
    if span[1] - span[0] == 2 and words.low[span[0]] == "of":
        return text_of(words, span).lower()
    if words.low[span[0]] != "of" or find_place(words, span, gazetteer, places) is not None:
        return None
    return text_of(words, span)


def _gender(words: Words, span: Span | None, gazetteer: Gazetteer) -> str | None:
    for at in range(*span) if span else ():
        if words.low[at] in gazetteer.words["feminine"]:
            return "f"
        if words.low[at] in gazetteer.words["masculine"]:
            return "m"
    return None
