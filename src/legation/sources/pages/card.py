"""The entry of one post on a page: its name, and below it address, numbers, mails, hours, and sentences."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, Literal

import msgspec

from legation.places import Gazetteer
from legation.sources.pages.lines import Line, Link
from legation.sources.pages.sentences import find_closed_post
from legation.sources.pages.sign import Sign, read_sign

Part = Literal[
    "phones",
    "emergency_phones",
    "fax",
    "emails",
    "website",
    "hours",
    "phone hours",
    "address",
    "other",
    "prose",
]
LABELS: Final[tuple[tuple[Part, str], ...]] = (
    ("emergency_phones", r"(?:[a-z.-]+ ){0,3}emergenc(?:y|ies)\b[^:\n]{0,60}"),
    (
        "emergency_phones",
        r"(?:telephone )?(?:after[- ]hours|out(?:side)? of (?:office )?hours)\b[^:\n]{0,60}",
    ),
    ("emergency_phones", r"duty (?:officer|phone|number)"),
    ("fax", r"(?:[a-z]+ )?fax\b[^:\n]{0,30}"),
    (
        "phones",
        r"(?:u\.s\. |local |main )?(?:tele)?phones?(?: numbers?)?(?:/whatsapp)?|tel\.?|mobile|cell|switchboard",
    ),
    ("emails", r"(?:[a-z]+ )?e-?ma?ils?(?: address(?:es)?)?"),
    ("website", r"web(?:site|page)?"),
    ("hours", r"(?:[a-z]+ ){0,2}(?:opening |business |office )?hours\b[^:\n0-9]{0,40}"),
    ("other", r"(?:local )?(?:mailing|postal) address"),
    ("address", r"(?:physical |street )?address|location"),
    (
        "other",
        r"facebook|twitter|x(?: \(twitter\))?|instagram|telegram|linkedin|youtube|weibo|wechat|whatsapp|skype",
    ),
    ("other", r"(?:contr?act|online) form|contact|online|dsn|note|cables"),
)
LABEL = re.compile(
    r"(?<![\w@/.+-])(?:"
    + "|".join(f"(?P<l{number}>{pattern})" for number, (_, pattern) in enumerate(LABELS))
    + r")\s?:(?!//)\s*",
    re.IGNORECASE,
)
UNCOLONED = re.compile(r"((?:emergency )?(?:after-hours )?telephone)(?=\s+\+?\(?[0-9])", re.IGNORECASE)
FROM = re.compile(r"from [^:]{3,60}:", re.IGNORECASE)
MAIL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+\w")
CLOCK = re.compile(r"[0-9]\s?(?:[ap]\.?\s?m\b|:[0-9]{2})", re.IGNORECASE)
HOURS = re.compile(r"\b(?:hours|operates|counter|open)\b", re.IGNORECASE)
APPOINTMENT = re.compile(r"\bopen\b.{0,80}\bby appointment only\b", re.IGNORECASE)
ANSWERED = re.compile(r"\b(?:(?:sun|mon)(?:days?)?|M-F)\b.*[0-9](?:\s?[ap]\.?m\b\.?)?", re.IGNORECASE)
"""When a number is answered: days and a clock behind it."""
SECTION = re.compile(
    r"(?:the )?(?:embass(?:y|ies)|consulates?|consular agenc(?:y|ies)|embassies and consulates):?",
    re.IGNORECASE,
)
IN_EMERGENCIES = re.compile(r"\(emergencies only\)", re.IGNORECASE)
AGENCY = re.compile(r"consular agenc(?:y|ies)\b.{0,50}", re.IGNORECASE)
NO_POST = re.compile(r"u\.s\. |embassy of |virtual embassy", re.IGNORECASE)
"""How a name begins that is none of a post that serves people: a mission to an organisation, a section of another's."""
MOST_WORDS: Final = 4
ADDRESS_WORDS: Final = 12
"""An address has shorter lines."""


class Card(msgspec.Struct, frozen=True):
    """One entry.

    Attributes:
        sign: what post it is of; None when its name is of no post.
        title: the name as written.
        number: the line of the name.
        link: where the name leads.
        parts: what is said, by sort, in order; prose holds what has no sort.
    """

    sign: Sign | None
    title: str
    number: int
    link: str | None
    parts: tuple[tuple[Part, str], ...]

    def all(self, part: Part) -> list[str]:
        """Everything of one sort."""
        return [said for sort, said in self.parts if sort == part and said]


class _Entry:
    """A card while it is filled."""

    def __init__(self, sign: Sign | None, title: str, number: int, link: str | None) -> None:
        self.sign, self.title, self.number, self.link = sign, title, number, link
        self.parts: list[tuple[Part, str]] = []
        self.waiting: Part | None = None
        self.labelled = False
        self.numbered = False

    def card(self) -> Card:
        return Card(self.sign, self.title, self.number, self.link, tuple(self.parts))

    def take(self, text: str, links: Iterable[Link], item: bool = False) -> None:
        """Take in a line, or the rest of the line with the name."""
        text = UNCOLONED.sub(r"\1:", text)
        self._take_mails(text, links)
        before, found = _split(text)
        if before:
            self._take_unlabelled(before, item)
        for part, said in found:
            self.labelled = self.labelled or part != "other"
            self.waiting = part if not said else None
            self._say(part, said, links)

    def _take_unlabelled(self, text: str, item: bool) -> None:
        if self.waiting in ("phones", "emergency_phones") and (
            FROM.match(text) or re.search("[0-9]{3}", text)
        ):
            self.parts.append((self.waiting, FROM.sub("", text)))
            self._say_answered(self.waiting, text)
            return
        self.waiting = None if not FROM.match(text) else self.waiting
        bare = MAIL.sub("", text).strip(" ()-–,;")
        if not bare:
            return
        if self.numbered and ANSWERED.match(bare) and CLOCK.search(bare):
            self._say_answered("phones", bare)
            return
        self.numbered = False
        if (CLOCK.search(text) and HOURS.search(text)) or APPOINTMENT.search(text):
            self.parts.append(("hours", text))
        elif self.labelled or item or _is_prose(text):
            self.parts.append(("prose", text))
        else:
            self.parts.append(("address", text))

    def _say(self, part: Part, said: str, links: Iterable[Link]) -> None:
        if part == "website":
            said = next((link.url for link in links if link.text in said or said in link.text), said)
        if part == "emails":  # the mails are taken from the whole line
            rest = MAIL.sub("", said).strip(" .,;()")
            part, said = "prose", rest if len(rest.split()) > MOST_WORDS else ""
        if said:
            self.parts.append((part, said))
        if part == "phones" and IN_EMERGENCIES.search(said):
            self.parts.append(("emergency_phones", said))
        self._say_answered(part, said)
        self.numbered = part == "phones"

    def _say_answered(self, part: Part, said: str) -> None:
        """Note when a number is answered; that is not when the door is open."""
        if part == "phones" and (answered := ANSWERED.search(said)) and CLOCK.search(answered[0]):
            self.parts.append(("phone hours", f"Telephone: {answered[0].strip(' ()')}"))

    def _take_mails(self, text: str, links: Iterable[Link]) -> None:
        """Mails that are shown; that of a link whose text is none."""
        if len(text.split()) > 3 * ADDRESS_WORDS:
            return
        shown = MAIL.findall(text)
        linked = [link.url for link in links if link.url.startswith("mailto:") and not MAIL.search(link.text)]
        self.parts += [("emails", mail) for mail in [*shown, *linked]]


def _is_prose(text: str) -> bool:
    """Whether a line below a name is no part of an address: a sentence, a remark in brackets, a heading."""
    words = len(text.split())
    return (
        words > ADDRESS_WORDS
        or (words > 5 and text[-1] == ".")
        or (text[0] == "(" and text[-1] == ")")
        or text[-1] == ":"
    )


def _split(text: str) -> tuple[str, list[tuple[Part, str]]]:
    """What stands before the first label, and each label's sort with what follows it."""
    labels = list(LABEL.finditer(text))
    if not labels:
        return text.strip(), []
    ends = [*(label.start() for label in labels[1:]), len(text)]
    found = []
    for label, end in zip(labels, ends, strict=True):
        part = LABELS[int(str(label.lastgroup)[1:])][0]
        found.append((part, text[label.end() : end].strip(" |;,")))
    return text[: labels[0].start()].strip(" |;,"), found


class House(msgspec.Struct, frozen=True):
    """Whose pages are read, and how they call posts whose names do not say what they are.

    Attributes:
        sending: the state; names without one are its own.
        names: names in lower case that are known by heart.
        lines: numbers of the ministry at home, digits only, which pages repeat below a post's.
    """

    sending: str
    names: dict[str, Sign] = {}
    lines: frozenset[str] = frozenset()


def find_cards(
    lines: Iterable[Line], gazetteer: Gazetteer, house: House, nameless: Sign | None = None
) -> Iterator[Card]:
    """Find the entries of posts on a page, in order; prose before the first is passed over.

    Args:
        lines: of the page.
        gazetteer: for whose posts they are.
        house: whose page it is.
        nameless: the post that an entry without a name is of.
    """
    finder = _Finder(gazetteer, house)
    entry = _Entry(nameless, "", 1, None) if nameless else None
    for line in lines:
        begun = finder.begin(line)
        if begun or line.level or SECTION.fullmatch(line.text):
            if entry:
                yield entry.card()
            entry = begun
        elif entry:
            entry.take(line.text, line.links, line.item)
    if entry:
        yield entry.card()


def find_nameless(lines: list[Line], gazetteer: Gazetteer, house: House) -> list[Card]:
    """The one entry of a page that gives an address and numbers, and does not say whose: the state's embassy there."""
    below = [line for line in lines if not line.level and not SECTION.fullmatch(line.text)]
    cards = list(find_cards(below, gazetteer, house, Sign(house.sending, "embassy", None)))
    return [card for card in cards[:1] if card.all("phones")]


def find_closed(lines: Iterable[Line], gazetteer: Gazetteer, house: House) -> Iterator[Card]:
    """Entries made of sentences that name a closed post."""
    for line in lines:
        name = find_closed_post(line.text)
        if name and (sign := read_sign(name, gazetteer, house.sending)):
            yield Card(sign, name, line.number, None, (("prose", line.text),))


class _Finder:
    """Tells which lines are names of posts."""

    def __init__(self, gazetteer: Gazetteer, house: House) -> None:
        self.gazetteer, self.house = gazetteer, house
        self.agencies: Literal["", "announced", "listed"] = ""

    def begin(self, line: Line) -> _Entry | None:
        """The entry that a line begins."""
        if line.item:
            return None
        first = line.links[0] if line.links and line.text.startswith(line.links[0].text) else None
        name = first.text if first and len(first.text) > 2 else line.text
        section = SECTION.fullmatch(name) is not None
        if AGENCY.fullmatch(line.text):
            self.agencies = "announced"
            return None
        if section or line.level:
            self.agencies = ""
        if section or LABEL.search(name):
            return None
        sign = self.house.names.get(name.lower()) or read_sign(name, self.gazetteer, self.house.sending)
        if sign is None and self._is_agency(name, first):
            sign = Sign(self.house.sending, "consulate", name)
            self.agencies = "listed" if first else ""
        elif sign:
            self.agencies = ""
        if sign or (first and NO_POST.match(name)):
            return _entry(sign, name, line, first)
        return None

    def _is_agency(self, name: str, first: Link | None) -> bool:
        """Whether a name is the city of a consular agency: the first below that heading, then all with a link."""
        return len(name.split()) <= MOST_WORDS and (
            self.agencies == "announced" or bool(self.agencies and first)
        )


def _entry(sign: Sign | None, name: str, line: Line, first: Link | None) -> _Entry:
    entry = _Entry(sign, name, line.number, first.url if first else None)
    if rest := line.text[len(name) :].strip(" -–:"):
        entry.take(rest, line.links[1:])
    return entry
