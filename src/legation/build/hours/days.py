"""Days of the week as people write them, in English and Spanish: `Monday to Thursday`, `Lu-Ju`, `Mon, Wed & Fri`."""

import re
from typing import Final

from legation.build.hours.week import Days

NAMES: Final = (
    r"mondays?|mon|lunes|lun|lu",
    r"tuesdays?|tues|tue|martes",
    r"wednesdays?|weds|wed|miercoles|mier|mie",
    r"thursdays?|thurs|thur|thu|jueves|jue|ju",
    r"fridays?|fri|fr|viernes|vie|vi",
    r"saturdays?|sat|sabados?|sab",
    r"sundays?|sun|domingos?|dom",
)
ANY: Final = rf"(?:{'|'.join(NAMES)})\b\.?"
TO: Final = r"\s*(?:-+|to|through|thru|until|till|al|a)\s*"
AND: Final = r"\s*(?:,\s*(?:and|y)\b|,|and\b|&|y\b|/)\s*(?:on\s+|los\s+)?"
EXPRESSION: Final = re.compile(rf"\b(?:{ANY}(?:(?:{TO}|{AND}){ANY})*|l(?:\s?-\s?|\s+a\s+)v\b)")
STEP: Final = re.compile(rf"(?:(?P<to>{TO})|(?P<and>{AND}))?(?P<day>{ANY})")


def number_of(name: str) -> int:
    """The day a name means, Monday is 0."""
    return next(day for day, names in enumerate(NAMES) if re.fullmatch(names, name.rstrip(".")))


def days_of(expression: str) -> Days:
    """The days a matched expression means; a range may run over the end of the week."""
    if expression.startswith("l") and expression.endswith("v"):
        return frozenset(range(5))
    found: list[int] = []
    for step in STEP.finditer(expression):
        day = number_of(step["day"])
        if step["to"] and found:
            last = found[-1]
            found += [(last + ahead) % 7 for ahead in range(1, (day - last) % 7)]
        found.append(day)
    return frozenset(found)
