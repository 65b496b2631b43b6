"""The foreign ministries' lines, as a number to call."""

from legation.model.answer import HotlineShown
from legation.model.directory import Hotline
from legation.render.components.lead import Number
from legation.site.contact import dialled, written
from legation.site.view import View


def ministry_line(view: View, line: Hotline | HotlineShown) -> Number:
    """A ministry's line; "day and night" only where a source says so."""
    said = view.wording.gettext
    label = said("Day and night") if line.hours == "24/7" else said("Foreign ministry")
    return Number(
        label, written(line.phone), dialled(line.phone), f"{view.name(line.sending)}: {line.ministry}"
    )
