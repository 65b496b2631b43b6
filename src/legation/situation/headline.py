"""Choose what the headline says, free of any language. docs/reference/situation-wording.md is the rule."""

from collections.abc import Sequence
from typing import Final, Literal

import msgspec

from legation.model.situation import Intensity
from legation.situation.conflicts import Standing

MOST_NAMED: Final = 3
Shape = Literal["in", "with", "with_in", "internal"]


class Headline(msgspec.Struct, frozen=True):
    """What the sentence says.

    Attributes:
        shape: `in` (P is at war in Q), `with` (P is at war with Q), `with_in`, `internal` (war in P: the government
            against G).
        intensity: the source's word. subject: code of the state. others: codes and names of the other side.
        place: codes of where. more: whether others fight too, unnamed.
        current: at most six months old. newest: ISO date of the newest evidence. at_year_end: of the yearly set.
    """

    shape: Shape
    intensity: Intensity
    subject: str
    others: tuple[str, ...]
    place: tuple[str, ...]
    more: bool
    current: bool
    newest: str
    at_year_end: bool


def choose(standings: Sequence[Standing], place: str) -> Headline | None:
    """The gravest conflict that weighs on a place: its own before others' on its soil, current before past."""
    ranked = [one for one in rank(standings, place) if _weighs_on(one, place)]
    if not ranked:
        return None
    gravest = ranked[0]
    same = [one for one in ranked[1:] if _internal(one, place) and one.current == gravest.current]
    return word(gravest, place, more=_internal(gravest, place) and bool(same))


def rank(standings: Sequence[Standing], place: str) -> list[Standing]:
    """Gravest first; then the newer evidence, and the publisher's number so that the order is one."""
    concerned = [one for one in standings if _takes_part(one, place) or place in one.battlefield]
    newest_first = sorted(concerned, key=lambda one: (one.newest, -int(one.span.id)), reverse=True)
    return sorted(
        newest_first,
        key=lambda one: (
            not _takes_part(one, place),
            not one.current,
            one.span.intensity != "war",
            one.span.kind != "interstate",
            one.span.territory is not None,
            not one.span.lasting,
        ),
    )


def word(standing: Standing, place: str, *, more: bool = False) -> Headline:
    """The sentence on one conflict as seen from a place."""
    span = standing.span
    if place in span.side_b and place not in span.side_a:
        subject, others = place, span.side_a
    else:
        subject, others = (place if place in span.side_a else span.side_a[0]), span.side_b
    elsewhere = tuple(code for code in standing.main if code != subject)
    at_home = subject in standing.main
    where: tuple[str, ...] = ()
    shape: Shape = "with"
    if _internal(standing, place):
        shape, where = "internal", (place,)
    elif elsewhere and not at_home:
        named = len(others[0]) == 2 and place == subject
        shape, where = ("in" if named else "with_in"), ((place,) if place in elsewhere else elsewhere)
    elif place != subject and place not in others:
        shape, where = "with_in", (place,)
    return Headline(
        shape=shape,
        intensity=span.intensity,
        subject=subject,
        others=others[:MOST_NAMED],
        place=where,
        more=more or len(others) > MOST_NAMED,
        current=standing.current,
        newest=standing.newest,
        at_year_end=standing.at_year_end,
    )


def _weighs_on(standing: Standing, place: str) -> bool:
    """Whether whoever is there feels it: not a past conflict, short of war, known to be fought elsewhere."""
    felt = standing.current or standing.span.intensity == "war"
    return felt or not standing.battlefield or place in standing.battlefield


def _takes_part(standing: Standing, place: str) -> bool:
    return place in standing.span.side_a or place in standing.span.side_b


def _internal(standing: Standing, place: str) -> bool:
    """Whether it is a conflict of the place's own government with groups, fought at home."""
    span = standing.span
    return span.kind != "interstate" and span.side_a == (place,) and place in standing.main
