"""The cities and regions that a consulate serves, out of prose that lists them in Spanish."""

import re
from typing import Final

from legation.places import Gazetteer
from legation.places.text import fold
from legation.sources.contact import clean

LONGEST: Final = 20_000
MOST: Final = 600
"""The longest list at hand names 497 municipalities."""
WORDS: Final = 4
"""Longer parts are sentences."""
EXCEPTION = re.compile(
    r"\b(?:excepto|salvo|(?:a|con|con la) excepción de)\b(?P<names>.*?)(?:;|\bque\b|$)", re.I
)
BETWEEN = re.compile(r"[;,()./:]|\s[-–]\s|\s(?:y|e|además)\s", re.I)
UNIT = re.compile(
    r"(?:[IVX]+ )?(?:tod[oa]s? )?(?:el |la |los |las )?"
    r"(?:territorio|estado|provincia|departamento|municipio|regi[oó]n|comunidad|ciudad|capital|rep[uú]blica|reino"
    r"|principado|archipi[eé]lago)(?:e?s)?(?: \w+){0,2}? (?:de(?: la| los| las|l)?|en) ",
    re.I,
)
"""What stands before a name: "Estados Federados alemanes de"."""
ARTICLE = re.compile(
    r"(?:de(?: la| los| las|l)?|el|la|los|las|en|por|tod[oa]s?(?: el| la)?|capital) |capital ", re.A
)


def parse_districts(said: str, receiving: str, gazetteer: Gazetteer) -> list[str]:
    """The names of a district, cities also as the gazetteer writes them; what is excepted has a minus in front.

    Sentences, and what does not begin like a name, are left out.
    """
    text = " ".join(said[:LONGEST].split())
    excepted = [name for match in EXCEPTION.finditer(text) for name in _names(match["names"])]
    served = [
        known for name in _names(EXCEPTION.sub("", text)) for known in _known(name, receiving, gazetteer)
    ]
    without = ["-" + known for name in excepted for known in _known(name, receiving, gazetteer)]
    return list(dict.fromkeys([*served, *without]))[:MOST]


def _names(text: str) -> list[str]:
    names = [_bare(part) for part in BETWEEN.split(text)]
    return [
        clean(name)
        for name in names
        if len(name) > 2
        and len(name.split()) <= WORDS
        and name[0].isupper()
        and not any(map(str.isdigit, name))
    ]


def _bare(part: str) -> str:
    """A name without the unit and the articles in front of it."""
    name = part.strip()
    while match := UNIT.match(name) or ARTICLE.match(name):
        name = name[match.end() :].strip()
    return name


def _known(name: str, receiving: str, gazetteer: Gazetteer) -> list[str]:
    city = gazetteer.find_city(name, receiving)
    return [name, city.name] if city and fold(city.name) != fold(name) else [name]
