"""Local emergency numbers as pages give them: "Ambulance and fire: 911 or 112 from a mobile", "Call 105."."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from legation.model.emergency import SERVICES, Service
from legation.sources.contact import parse_phone
from legation.sources.draft import Draft
from legation.sources.pages.lines import Line
from legation.sources.row import Row

WORDS: Final[dict[str, Service]] = {
    "all emergencies": "general",
    "all emergencies from mobiles": "general",
    "all emergency services": "general",
    "emergency": "general",
    "emergency services": "general",
    "emergency switchboard": "general",
    "european emergency number": "general",
    "general": "general",
    "general emergency": "general",
    "general emergency number": "general",
    "national emergencies": "general",
    "national emergency number": "general",
    "ambulance": "ambulance",
    "ambulance service": "ambulance",
    "ambulance services": "ambulance",
    "medical": "ambulance",
    "medical emergencies": "ambulance",
    "medical rescue services": "ambulance",
    "medical services": "ambulance",
    "fire": "fire",
    "fire and rescue": "fire",
    "fire and rescue services": "fire",
    "fire and car accidents": "fire",
    "fire brigade": "fire",
    "fire services": "fire",
    "police": "police",
    "national police": "police",
    "police emergency": "police",
    "coast guard": "coastguard",
    "coastguard": "coastguard",
    "coastguard maritime emergencies": "coastguard",
    "distress at sea": "coastguard",
    "emergencies at sea": "coastguard",
    "marine emergencies": "coastguard",
    "maritime emergencies": "coastguard",
    "maritime rescue": "coastguard",
    "maritime search and rescue centre": "coastguard",
    "national coast guard": "coastguard",
    "police marine unit": "coastguard",
    "sea emergencies": "coastguard",
    "emergency and rescue service": "rescue",
    "mountain rescue": "rescue",
    "national search and rescue": "rescue",
    "rescue": "rescue",
    "rescue and emergency": "rescue",
    "search and rescue": "rescue",
    "search and rescue services": "rescue",
    "tourist police": "tourist police",
    "traffic police": "traffic police",
}
TELEPHONE: Final = frozenset({"telephone", "mobile"})
HEADING_WORDS: Final = 5
SETTING = re.compile(
    r"(?:from|on|in) (?:a |an |the )?(?P<line>mobile|landline|cell)(?: phones?)?s?(?: only)?|\(?mobile phones only\)?",
    re.I,
)
NUMBER = r"(?:\(\+?[0-9]{1,4}\) ?)?\+?[0-9]+(?:[ -](?:\(0\) ?)?[0-9]+)*"
PIECE = re.compile(
    rf"(?P<landline>landline )?(?P<number>{NUMBER})(?P<setting> (?:from|on) (?:a )?(?:mobile|landline)(?: phones?)?)?"
)
BETWEEN = re.compile(r"\s*(?:,\s*or\b|\bor\b|\band\b|,|/|\((?:or )?(?=[0-9]))\s*", re.I)
LABELLED = re.compile(r"(?P<label>[^:0-9+]{3,80}?)\s*(?::| – [Cc]all| - [Cc]all)\s*(?P<rest>.*)")
CALLED = re.compile(
    r"(?:in (?P<where>[^,.]{3,40}), )?(?:for emergencies, )?(?:to report a crime, )?(?:call?|dial|telephone)"
    r"(?: (?:the )?(?:police|an ambulance))?(?: on)?:? +(?P<rest>[(+0-9].*)",
    re.I,
)
IN_PLACE = re.compile(r" in (?P<where>all other regions|[A-Z][\w’']+(?: [A-Z][\w’']+){0,2})\b")
SPOKEN = re.compile(
    rf"\b(?P<label>fire service|(?:tourist |local )?police|ambulance)(?: station)? on (?P<number>{NUMBER})",
    re.IGNORECASE,
)
TAIL = re.compile(r"\s*(?:\((?P<listed>[^()0-9]{3,100})\))?[.)]?\s*(?P<more>.*)", re.S)
HOTLINE = re.compile(r"\bfor the emergency hotline\b", re.I)
OTHER_SERVICE = re.compile(
    r"\bfor\b(?! (?:police|emergenc|medical|an ambulance|ambulance|fire|the emergency))", re.I
)


class Said(msgspec.Struct, frozen=True):
    """What a line says: numbers and the services that answer; or none, and it is left over."""

    services: tuple[Service, ...]
    numbers: tuple[str, ...]


def services_of(label: str) -> tuple[Service, ...]:
    """The services that a label names; none when any word of it is another's."""
    bare = re.sub(r"\s*\(.*?\)", "", label).strip(" :.–-").lower()
    if bare in WORDS:
        return (WORDS[bare],)
    parts = [part.strip() for part in re.split(r",\s*and |,| and |&|/| or ", bare) if part.strip()]
    found = [WORDS[part] for part in parts if part in WORDS]
    return tuple(dict.fromkeys(found)) if len(found) == len(parts) else ()


def find_services(lines: Iterable[Line], place: str) -> tuple[dict[Service, list[str]], list[str]]:
    """The numbers of each service on the lines of a page's section, and the lines with numbers that were left over.

    Args:
        lines: a section; headings in it may name services.
        place: the numbering plan for whole numbers.
    """
    found: dict[Service, list[str]] = {}
    left: list[str] = []
    for said, text in _read_lines(lines, place):
        told = [said] if said else list(_read_sentence(text, place))
        for one in told:
            for service in one.services:
                known = found.setdefault(service, [])
                known += [number for number in one.numbers if number not in known]
        if not told:
            left.append(text)
    return found, left


def _read_lines(lines: Iterable[Line], place: str) -> Iterator[tuple[Said | None, str]]:
    """What each line with a number says under the heading or label it stands below."""
    heading: tuple[Service, ...] = ("general",)
    listed: tuple[Service, ...] = ()
    for line in lines:
        if line.text.lower() == "or":
            continue
        if _is_heading(line):
            heading, listed = services_of(line.text), ()
            continue
        label, where, rest = _parts(line.text)
        if label and not rest:
            listed = heading if label.lower() in TELEPHONE else services_of(label)
        elif re.search(r"[0-9]{2}(?!-hour|/7)", line.text):
            services = _services(line, label, heading, listed)
            mobile = "from a mobile" if label and label.lower() == "mobile" else _setting(label or "")
            yield _read(rest, services, where or mobile, place), line.text


def _is_heading(line: Line) -> bool:
    """Whether a line is a heading, or looks like one."""
    words = len(line.text.split())
    plain = not re.search("[0-9:.]", line.text) and not line.item
    return line.level > 0 or (plain and words <= HEADING_WORDS)


def _services(
    line: Line, label: str | None, heading: tuple[Service, ...], listed: tuple[Service, ...]
) -> tuple[Service, ...]:
    """Who answers: by the line's own label, the label of its list, or the heading."""
    if label and label.lower() not in TELEPHONE:
        return services_of(label)
    return listed if line.item else heading


def _parts(text: str) -> tuple[str | None, str | None, str]:
    """A line's label, the city it is limited to, and what follows."""
    if match := CALLED.fullmatch(text):
        return None, f"in {match['where']}" if match["where"] else None, match["rest"]
    if (match := LABELLED.fullmatch(text)) and not re.search(r"https?$", match["label"]):
        city = re.search(r"\((?P<city>[A-Z][^()]{2,30})\)", match["label"])
        return match["label"].strip(), f"in {city['city']}" if city else None, match["rest"].strip()
    return None, None, text


def _setting(words: str) -> str | None:
    """From which telephone."""
    match = SETTING.search(words)
    return f"from a {match['line'] or 'mobile'}".replace("cell", "mobile") if match else None


def _read(said: str, services: tuple[Service, ...], where: str | None, place: str) -> Said | None:
    """The numbers that a text begins with, and who answers them."""
    numbers: list[str] = []
    at = 0
    while piece := PIECE.match(said, at):
        setting = "from a landline" if piece["landline"] else _setting(piece["setting"] or "")
        numbers.append(_number(piece["number"], place, setting or where))
        at = piece.end()
        joint = BETWEEN.match(said, at)
        if not joint or not PIECE.match(said, joint.end()):
            break
        at = joint.end()
    rest = said[at:]
    limit = IN_PLACE.match(rest)
    if limit and not where:
        numbers = [f"{number} (in {limit['where'].strip()})" for number in numbers]
    tail = TAIL.fullmatch(rest[limit.end() :] if limit else rest)
    listed = services_of(tail["listed"]) if tail and tail["listed"] else ()
    if listed and services == ("general",):
        services = listed
    rest = rest.partition(". ")[0]
    if HOTLINE.search(rest):
        services = ("general",)
    elif OTHER_SERVICE.search(rest) or "non-emergenc" in rest.lower():
        services = ("tourist police",) if "tourist police" in rest.lower() else ()
    return Said(services, tuple(dict.fromkeys(numbers))) if numbers and services else None


def _read_sentence(text: str, place: str) -> Iterator[Said]:
    """The numbers that a sentence gives for a service by name: "the fire service on 118, and the police on 112"."""
    for match in SPOKEN.finditer(text):
        services = services_of(match["label"].replace("fire service", "fire services").removeprefix("local "))
        if services:
            yield Said(services, (_number(match["number"], place, None),))


def _number(said: str, place: str, setting: str | None) -> str:
    """A number as dialled in the place, in E.164 when it is a whole one, with the condition in brackets."""
    number = said.strip()
    digits = re.sub(r"\D", "", number)
    if len(digits) <= 6 and "+" not in number:
        number = digits
    else:
        try:
            number = parse_phone(number, place)
        except ValueError:
            number = " ".join(number.split())
    return f"{number} ({setting})" if setting else number


def read_numbers(
    page: str, places: Iterable[str], lines: list[Line], source: str, seen: str
) -> Iterator[Row]:
    """One row for each place of a page: what its lines say of local emergency numbers; none when they say nothing."""
    for place in places:
        draft = Draft({}, source, seen, place, page)
        found, left = find_services(lines, place)
        for service in SERVICES:
            draft.say(service, found.get(service, []))
        for text in left:
            draft.remark("other number", text[:120])
        if draft.claims or draft.remarks:
            row = (
                draft.mapped()
                if draft.claims
                else draft.set_aside("numbers that hold only in part of a place")
            )
            yield msgspec.structs.replace(row, about="place")
