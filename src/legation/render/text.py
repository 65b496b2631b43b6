"""An answer as text for people: readable at 60 columns, without colour, and by a screen reader."""

from collections.abc import Callable, Iterator

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from legation.model.answer import Answer, EmergencyShown, HotlineShown, Option
from legation.render.reach import can_be_reached, sister_post

NameOf = Callable[[str], str]

SHOWN_IN_FULL = 3
"""Options printed with everything; the rest are one line each."""
SHOWN_AT_ALL = 8
PERSONS = {
    "": ("Citizen", " of"),
    "refugee": ("Refugee", " from"),
    "stateless": ("Stateless person", ", once of"),
    "non-citizen": ("Non-citizen", " of"),
}
"""A status to the word for the person, and what leads to the name of a state."""
NARROWEST = 20
"""Columns below which wrapping leaves no words whole."""


def as_it_is(code: str) -> str:
    """A code for a name, where no names are at hand."""
    return code


def render_text(
    answer: Answer, name: NameOf = as_it_is, *, width: int | None = None, colour: bool = False
) -> str:
    """The answer as lines of text.

    Args:
        answer: what to show.
        name: the name of a place in running text, from its code.
        width: columns; None takes the terminal's, 20 to 100.
        colour: whether to use colours and bold.
    """
    console = Console(
        width=width,
        force_terminal=colour,
        no_color=not colour,
        highlight=False,
        color_system="auto" if colour else None,
    )
    if width is None:
        console.width = max(NARROWEST, min(100, console.width))
    with console.capture() as capture:
        for line, indent in lines(answer, name):
            console.print(Padding(line, (0, 0, 0, indent)), soft_wrap=False)
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"


def lines(answer: Answer, name: NameOf) -> Iterator[tuple[Text, int]]:
    """Every line with its indent, the most urgent first."""
    yield Text(headline(answer, name), "bold"), 0
    if answer.situation.headline:
        yield Text(answer.situation.headline, "red"), 0
    yield Text(), 0
    for warning in answer.warnings:
        yield Text(f"Note: {warning.text}", "yellow"), 0
    if answer.gap:
        yield Text(answer.gap.text, "bold red" if answer.gap.code != "host-is-home" else "bold"), 0
    if answer.warnings or answer.gap:
        yield Text(), 0
    told: dict[str, int] = {}
    for option in answer.options[:SHOWN_IN_FULL]:
        same = told.setdefault(option.why, option.rank)
        yield from option_lines(
            option,
            option.why if same == option.rank else f"On the same ground as {same}.",
            sister_post(option, answer.options),
        )
    yield from more_lines(answer.options[SHOWN_IN_FULL:])
    yield from hotline_lines(answer.hotlines)
    yield from emergency_lines(answer.emergency_numbers)


def headline(answer: Answer, name: NameOf) -> str:
    """Who, where, when."""
    query = answer.query
    who = " and of ".join(name(code) for code in query.citizen)
    bare, link = PERSONS[query.status or ""]
    person = f"{bare}{link} {who}" if who else bare
    country = name(query.place.receiving)
    place = country if query.place.name in country else f"{query.place.name}, {country}"
    need = f", {query.need.replace('-', ' ')}" if query.need else ""
    return f"{person} in {place}, on {query.on}{need}"


def option_lines(option: Option, why: str, sister: Option | None) -> Iterator[tuple[Text, int]]:
    """One option: what to call, where to go, why, and what to mind; `sister` is whom to ask in its stead."""
    post = option.post
    yield Text(f"{option.rank}. {post.name}", "bold"), 0
    for label, values in (
        ("Emergency", [as_dialled(phone) for phone in post.emergency_phones]),
        ("Phone", [as_dialled(phone) for phone in post.phones]),
        ("Mail", post.emails),
        ("Web", [post.website] if post.website else []),
        ("Address", [post.address] if post.address else []),
        ("Hours", [post.hours.strip('"')] if post.hours else []),
        ("Distance", [f"{option.distance_km:,.0f} km"] if option.distance_km is not None else []),
    ):
        if values:
            yield (
                Text(f"{label}: ", "dim").append(", ".join(values), "cyan" if label != "Distance" else ""),
                3,
            )
    if not can_be_reached(option):
        yield unreachable_line(sister), 3
    yield Text(why), 3
    for caveat in option.caveats:
        yield Text(f"Note: {caveat.text}", "yellow"), 3
    yield Text(f"Source: {', '.join(option.sources)}, {option.as_of}", "dim"), 3
    yield Text(), 0


def unreachable_line(sister: Option | None) -> Text:
    """What is said where no contact is known: whom else of that state to ask."""
    line = Text("No phone, mail or website of its own is known.", "dim")
    if sister:
        post = sister.post
        reach = [*map(as_dialled, post.emergency_phones[:1] or post.phones[:1]), *post.emails[:1]]
        line.append(f" Ask the {post.name}: ").append(", ".join(reach) or str(post.website), "cyan")
    return line


def as_dialled(phone: str) -> str:
    """A number in E.164 as it is; one that the plan of its state does not know, marked."""
    return phone if phone.startswith("+") and phone[1:].isdigit() else f"{phone} (as its source writes it)"


def more_lines(options: list[Option]) -> Iterator[tuple[Text, int]]:
    """The options further down, one line each."""
    for option in options[: SHOWN_AT_ALL - SHOWN_IN_FULL]:
        far = f", {option.distance_km:,.0f} km" if option.distance_km is not None else ""
        yield Text(f"{option.rank}. {option.post.name}{far}"), 0
    if len(options) > SHOWN_AT_ALL - SHOWN_IN_FULL:
        yield Text(f"… and {len(options) - SHOWN_AT_ALL + SHOWN_IN_FULL} more (--json shows all)", "dim"), 0
    if options:
        yield Text(), 0


def emergency_lines(numbers: list[EmergencyShown]) -> Iterator[tuple[Text, int]]:
    """The numbers of police, ambulance and fire, each once with all who answer it."""
    answering: dict[str, list[str]] = {}
    for one in numbers:
        answering.setdefault(", ".join(one.numbers), []).append(one.service)
    if answering:
        yield Text("Local emergency numbers", "bold"), 0
        for number, services in answering.items():
            yield Text(f"{', '.join(services)}: ", "dim").append(number, "cyan"), 3
        sources = sorted({f"{one.source}, {one.as_of}" for one in numbers})
        yield Text(f"Source: {'; '.join(sources)}", "dim"), 3
        yield Text(), 0


def hotline_lines(lines: list[HotlineShown]) -> Iterator[tuple[Text, int]]:
    """The ministry's lines; when none is known, that is said."""
    if not lines:
        return
    yield Text("Ministry's own line", "bold"), 0
    for line in lines:
        hours = f", {line.hours}" if line.hours else ""
        yield Text(f"{line.sending}: ").append(line.phone, "cyan").append(f" ({line.ministry}{hours})"), 3
        if line.note:
            yield Text(f"Note: {line.note}", "yellow"), 3
        yield Text(f"Source: {line.source}{', ' + line.as_of if line.as_of else ''}", "dim"), 3
