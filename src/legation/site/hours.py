"""Opening hours in the reader's words: from the syntax (docs/reference/hours.md) to "Mon–Thu 09:00–12:00"."""

import re
from collections.abc import Callable
from typing import Final


def _(message: str) -> str:
    """Mark a message for the catalogues; it is translated where it is shown."""
    return message


DAYS: Final = {
    "Mo": _("Mon"),
    "Tu": _("Tue"),
    "We": _("Wed"),
    "Th": _("Thu"),
    "Fr": _("Fri"),
    "Sa": _("Sat"),
    "Su": _("Sun"),
}
DAY: Final = "(?:Mo|Tu|We|Th|Fr|Sa|Su)"
SPAN: Final = r"\d\d:\d\d-\d\d:\d\d"
RULE: Final = re.compile(
    rf'(?P<days>{DAY}(?:[-,]{DAY})*) (?P<spans>{SPAN}(?:,{SPAN})*)(?P<appointment> "by appointment")?'
)

SHOWN: Final = re.compile(r"\d\d:\d\d–\d\d:\d\d")


def hours_in_words(hours: str | None, said: Callable[[str], str], *, isolate: bool = False) -> str | None:
    """Say hours in a language; what is not in the syntax stays as the source said it.

    Args:
        hours: of a post.
        said: gives a message in the language.
        isolate: whether times are kept from left to right among words that run the other way (UAX 9, LRI and PDI).
    """
    if hours is None:
        return None
    parts = [_rule(rule, said) for rule in hours.split("; ")]
    if isolate:
        parts = [part and SHOWN.sub("\u2066\\g<0>\u2069", part) for part in parts]
    return "; ".join(part for part in parts if part) if all(parts) else hours


def _rule(rule: str, said: Callable[[str], str]) -> str | None:
    """One rule; None for one that is not understood."""
    if rule == "24/7":
        return said(_("day and night"))
    if rule == "PH off":
        return said(_("closed on public holidays"))
    if rule == '"by appointment"':
        return said(_("by appointment"))
    found = RULE.fullmatch(rule)
    if not found:
        return None
    days = re.sub(DAY, lambda day: said(DAYS[day[0]]), found["days"].replace("-", "–").replace(",", ", "))
    spans = found["spans"].replace("-", "–").replace(",", ", ")
    appointment = f" ({said(_('by appointment'))})" if found["appointment"] else ""
    return f"{days} {spans}{appointment}"
