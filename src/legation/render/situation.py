"""A situation as text for people: readable at 60 columns, without colour, and by a screen reader."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import Final

from legation.model.situation import Advice, AlertShown, ChangeShown, Conflict, Situation, SourceHealth
from legation.render.atom import change_line

WIDTH: Final = 60
SOURCES: Final = {
    "ucdp-prio": "UCDP/PRIO",
    "ucdp-ged": "UCDP candidate events",
    "written-fact": "a written fact",
}


def render_situation(found: Situation, width: int = WIDTH) -> str:
    """The situation as lines of text, at most `width` columns wide but for addresses."""
    return "".join(f"{line}\n" for paragraph in _paragraphs(found) for line in _wrapped(paragraph, width))


def render_banner_line(found: Situation) -> str:
    """One line for the top of a page: the headline, else what the governments advise, else that nothing is known."""
    if found.headline:
        return f"{found.headline}\n"
    levels = [one.level for one in found.advice if one.level is not None]
    if not levels:
        return f"{found.place.name}: no advice is known.\n"
    low, high = min(levels), max(levels)
    said = f"level {low}" if low == high else f"levels {low} to {high}"
    return f"{found.place.name}: {len(levels)} governments advise {said} of 4.\n"


def render_changes(changes: Sequence[ChangeShown]) -> str:
    """One change a line, with the day it took effect and, when another, the day it was first said."""
    return "".join(
        f"{change.effective[:10]}  {change_line(change)}"
        + (f" (first said {change.seen[:10]})" if change.seen[:10] != change.effective[:10] else "")
        + "\n"
        for change in changes
    )


def render_health(sources: Sequence[SourceHealth]) -> str:
    """One source a line: its newest snapshot, its age, what it covers; and why the newest attempt was refused."""
    lines = []
    for one in sources:
        age = f"{one.last}, {one.age_days} days old" if one.last else "never taken"
        kind = "all it has" if one.complete else "a part of what it has"
        lines.append(f"{one.source:<12} {age}, {one.entries:,} entries ({kind})")
        if one.refused:
            lines.append(f"  refused: {one.refused}")
    return "".join(f"{line}\n" for line in lines)


def _paragraphs(found: Situation) -> Iterator[str]:
    """Every paragraph, the most urgent first; those that begin with two spaces are indented whole."""
    yield f"{found.place.name} ({found.place.code}), {found.as_of}"
    yield ""
    yield found.headline or "No headline: see what is not known, below."
    for conflict in found.conflicts:
        yield f"  {_conflict(conflict)}"
    yield ""
    if found.alerts:
        yield "Alerts"
        yield from (f"  {_alert(alert)}" for alert in found.alerts)
        yield ""
    if found.advice:
        yield "What governments advise (our scale 1 to 4, their words)"
        for one in found.advice:
            yield f"  {_advice(one)}"
            if one.url:
                yield f"  {one.url}"
        if found.spread:
            yield _spread(found)
        yield ""
    if found.unknown:
        yield "Not known, or old"
        yield from (f"  {gap.text}" for gap in found.unknown)


def _conflict(conflict: Conflict) -> str:
    parties = " against ".join(", ".join(side) for side in conflict.parties)
    where = f", fought in {', '.join(conflict.battlefield)}" if conflict.battlefield else ""
    sources = ", ".join(SOURCES.get(source, source) for source in conflict.sources)
    return (
        f"{conflict.intensity.capitalize()}, {conflict.kind}: {parties}{where}; "
        f"since {conflict.since}, as of {conflict.as_of} ({sources})"
    )


def _alert(alert: AlertShown) -> str:
    state = "going on" if alert.current else f"ended {alert.until}"
    return f"{alert.level.capitalize()}: {alert.title}, since {alert.since}, {state} ({alert.source}, {alert.url})"


def _advice(one: Advice) -> str:
    level = f"level {one.level}" if one.level else "no level"
    parts = f", parts up to {one.regional_max}" if one.regional_max and one.regional_max != one.level else ""
    words = f" “{one.wording}”" if one.wording else ""
    marks = [f"seen {one.seen}"]
    marks += ["old"] if one.stale else []
    marks += [f"no longer listed since {one.vanished}"] if one.vanished else []
    marks += [f"level {one.unconfirmed[0] or 'none'} said once, unconfirmed"] if one.unconfirmed else []
    marks += ["read from prose"] if one.derived else []
    return f"{one.issuer}: {level}{parts}{words} ({', '.join(marks)})"


def _spread(found: Situation) -> str:
    spread = found.spread
    if spread is None or spread.lowest == spread.highest:
        return "  They agree."
    return f"  They differ: from level {spread.lowest} to level {spread.highest}."


def _wrapped(paragraph: str, width: int) -> list[str]:
    indent = "  " if paragraph.startswith("  ") else ""
    return textwrap.wrap(
        paragraph.strip(),
        width,
        initial_indent=indent,
        subsequent_indent=indent * 2,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [""]
