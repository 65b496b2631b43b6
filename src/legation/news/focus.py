"""Which countries an article is about, with the words that say so.

Names that mean one place speak first; names that mean several (Georgia, Paris, Victoria) are then read by the company
they keep: the qualifier behind a comma, else the places already named, else the likeliest sense. Headline, dateline
and lead weigh more. A small town counts for as much as its country is named otherwise.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from legation.model.news import CountryScore
from legation.news.index import Index, Mention
from legation.store.news import Sense

_WEIGHTS: Final[Mapping[str, float]] = MappingProxyType(
    {
        "name": 1.0,
        "people": 0.8,
        "capital": 0.9,
        "city": 0.9,
        "region": 0.9,
        "abbreviation": 0.9,
        "seat": 0.6,
        "body": 0.5,
        "leader": 0.5,
        "money": 0.15,
        "custom": 0.25,
    }
)
_TITLE: Final = 2.5
_DATELINE: Final = 2.5
_LEAD: Final = 1.6
_LEAD_LENGTH: Final = 250
_DOUBT: Final = 0.3
_QUALIFIERS: Final = frozenset({"name", "region", "abbreviation"})
_TOWNS: Final = frozenset({"city", "capital", "region"})
_COUNTIES_OF: Final = frozenset({"GB", "IE", "KE", "LR", "SE", "NO", "HR", "HU", "RO", "EE", "LT", "TW", "CN", "DK"})
"""Where, besides the United States, papers say `Garissa County`."""
_COUNTY: Final = Sense("US", "custom", 1.0)
_DATELINE_END: Final = re.compile(r"[^—\n]{0,40}?(?: [-–—]{1,2} |\) ?[-–—]|[—])")


class Weighed(NamedTuple):
    """A mention, the text it stands in, and what its place there is worth."""

    mention: Mention
    source: str
    worth: float


def score_countries(index: Index, text: str, title: str | None = None) -> list[CountryScore]:
    """The places, best first; empty when the text names none."""
    weighed = _weigh(index, text, title)
    senses, support = _choose(weighed)
    scores: dict[str, float] = {}
    for (_, _, worth), sense in zip(weighed, senses, strict=True):
        if sense is not None:
            value = _WEIGHTS[sense.kind]
            if sense.kind == "city":
                value *= sense.prior + (1 - sense.prior) * support.get(sense.code, 0.0)
            scores[sense.code] = scores.get(sense.code, 0.0) + worth * value
    total = sum(scores.values())
    ranked = sorted(scores, key=lambda code: (-scores[code], code))
    return [CountryScore(code, round(scores[code] / total, 3), "about") for code in ranked]


def _weigh(index: Index, text: str, title: str | None) -> list[Weighed]:
    weighed = [Weighed(mention, title, _TITLE) for mention in index.find(title)] if title else []
    dateline = 0
    for mention in index.find(text):
        if mention.start <= dateline + 3 and _ends_dateline(text, mention):
            dateline = mention.end
            worth = _DATELINE
        else:
            worth = _LEAD if mention.start < _LEAD_LENGTH else 1.0
        weighed.append(Weighed(mention, text, worth))
    return weighed


def _ends_dateline(text: str, mention: Mention) -> bool:
    """`QUITO, March 26 - `, `KABUL, Afghanistan (AP) —`: where the story was written, in front of it."""
    return bool(_DATELINE_END.match(text, mention.end))


def _choose(weighed: list[Weighed]) -> tuple[list[Sense | None], dict[str, float]]:
    chosen: list[Sense | None] = []
    support: dict[str, float] = {}
    ambiguous: list[int] = []
    for position, (mention, source, worth) in enumerate(weighed):
        entry = mention.entry
        sense = _find_qualifier(weighed, position)
        if sense is None:
            if _means_else(mention, source):
                chosen.append(None)
                continue
            if len(entry.senses) > 1:
                chosen.append(None)
                ambiguous.append(position)
                continue
            sense = entry.senses[0]
        chosen.append(sense)
        value = worth * _WEIGHTS[sense.kind] * (sense.prior if sense.kind == "city" else 1.0)
        support[sense.code] = support.get(sense.code, 0.0) + value
    total = sum(support.values()) or 1.0
    support = {code: value / total for code, value in support.items()}
    for position in ambiguous:
        mention = weighed[position].mention
        chosen[position] = max(
            mention.entry.senses, key=lambda sense: sense.prior * (_DOUBT + support.get(sense.code, 0.0))
        )
    return chosen, support


def _find_qualifier(weighed: list[Weighed], position: int) -> Sense | None:
    """`Paris, Texas` and `Douglas County`: what follows says which."""
    mention, source, _ = weighed[position]
    senses = mention.entry.senses
    if senses[0].kind not in _TOWNS and senses[0].kind != "name":
        return None
    if source.startswith(" County", mention.end):
        return None if any(sense.code in _COUNTIES_OF and sense.kind != "city" for sense in senses) else _COUNTY
    if position + 1 == len(weighed) or not source.startswith(", ", mention.end):
        return None
    following, other, _ = weighed[position + 1]
    if source is not other or following.start - mention.end != 2:
        return None
    for qualifier in following.entry.senses:
        if qualifier.kind in _QUALIFIERS and senses[0].kind != "name":
            same = [sense for sense in senses if sense.code == qualifier.code]
            return same[0] if same else Sense(qualifier.code, "city", 0.2)
    return None


def _means_else(mention: Mention, source: str) -> bool:
    """Whether a town's name is a word, a person or part of a longer name here."""
    entry = mention.entry
    first = entry.senses[0]
    if first.kind != "city":
        return False
    if entry.homonym == "word" or (entry.homonym == "person" and first.prior < 0.6):
        return True
    start = mention.start
    if start < 3 or source[start - 1] != " " or not source[start - 2].isalpha():
        return False
    before = source[max(0, start - 20) : start - 1].rsplit(" ", 1)[-1]
    return before[:1].isupper() and len(before) > 2 and not before.isupper() and before not in _OPENERS


_OPENERS: Final = frozenset(
    "In On At From The For To As And But When After Before While Near North South East West Northern Southern Eastern"
    " Western Central Greater Upper Lower Inner New Old Downtown Both Since Around Outside Inside Across With By Of Into"
    " Over Like That This Where If Though Although Meanwhile Between Monday Tuesday Wednesday Thursday Friday Saturday"
    " Sunday City Mayor President Minister Premier Governor".split()
)
"""Capitalised words that may stand before a town's name without being part of it."""
