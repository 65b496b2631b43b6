"""The local emergency numbers of a place, as pages show them: each number once, with all who answer it."""

from collections.abc import Sequence

from legation.model.emergency import EmergencyNumbers
from legation.render.components.urgent import Dial, Urgent
from legation.site.view import View
from legation.site.wording import SERVICES

SHORT = 6
"""Digits of the longest number that is dialled without a prefix."""


def urgent(view: View, place: str) -> Urgent:
    """The numbers of a place; of none when no source gives any."""
    numbers = view.edition.directory.emergency(place)
    answering: dict[str, list[str]] = {}
    for one in numbers:
        for number in one.numbers:
            answering.setdefault(number, []).append(view.wording.gettext(SERVICES[one.service]))
    dials = [Dial(number, ", ".join(who), tapped(number)) for number, who in answering.items()]
    return Urgent(dials, source(view, numbers))


def tapped(number: str) -> str | None:
    """The `tel:` address of a short or whole number; one with a condition is not for a tap."""
    digits = number.removeprefix("+")
    whole = digits.isascii() and digits.isdigit() and (number.startswith("+") or len(digits) <= SHORT)
    return f"tel:{number}" if whole else None


def source(view: View, numbers: Sequence[EmergencyNumbers]) -> str:
    """On whose word, and when."""
    return "; ".join(sorted({f"{view.publisher(one.source)}, {one.seen}" for one in numbers}))
