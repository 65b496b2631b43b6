"""The states that a mission is accredited to besides its own: a list whose last name is glued to the one before it."""

import re

from legation.errors import InputError
from legation.places import Gazetteer
from legation.sources.argentina.mapping import mapping

TURNED = re.compile(r"(?:SALOMÓN|MARSHALL), ISLAS")
"""Names turned round, as in a register; what follows may be glued to them."""


def parse_states(said: str, gazetteer: Gazetteer) -> list[str]:
    """The codes of all states named, in order.

    Raises:
        ValueError: a name that is no state; carries it.
    """
    turned = TURNED.sub(lambda match: f"ISLAS {match[0].partition(',')[0]}", said)
    found: list[str] = []
    for name in filter(None, (part.strip() for part in turned.split(","))):
        codes = _one_or_two(name, gazetteer)
        if not codes:
            raise ValueError(name)
        found += codes
    return list(dict.fromkeys(found))


def _one_or_two(name: str, gazetteer: Gazetteer) -> list[str]:
    """The state of a name, or of the two that a name is made of when there is one way to part it."""
    if code := _state(name, gazetteer):
        return [code]
    halves = ((name[:cut].strip(), name[cut:].strip()) for cut in range(3, len(name) - 2))
    parted = [
        [one, other]
        for left, right in halves
        if (one := _state(left, gazetteer)) and (other := _state(right, gazetteer))
    ]
    return parted[0] if len({tuple(pair) for pair in parted}) == 1 else []


def _state(name: str, gazetteer: Gazetteer) -> str | None:
    if code := mapping().state.get(name):
        return code
    try:
        match = gazetteer.parse_place(name)
    except InputError:
        return None
    is_state = match.place.kind == "state" and match.city is None and not match.guess
    return match.place.code if is_state else None
