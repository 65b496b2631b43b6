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
from legation.news.language import find_language
from legation.news.wordlists import OPENERS, SAYING
from legation.store.news import Sense

_WEIGHTS: Final[Mapping[str, float]] = MappingProxyType(
    {
        "name": 1.0,
        "people": 0.75,
        "capital": 0.9,
        "city": 1.0,
        "region": 0.8,
        "abbreviation": 0.9,
        "seat": 0.6,
        "body": 0.3,
        "leader": 0.4,
        "money": 0.15,
        "custom": 0.2,
    }
)
LONGEST_TEXT: Final = 300_000
"""Characters; a text says early what it is about, and a longer one is a book or an attack."""
_TITLE: Final = 1.5
_DATELINE: Final = 3.0
_LEAD: Final = 1.05
_LEAD_LENGTH: Final = 250
_DOUBT: Final = 0.1
_SPEAKING: Final = 0.8
"""What a mention is worth, against others, where its country only speaks."""
_EXPLAINED: Final = 6
"""So many places are explained, and each by so many words."""
_CLAUSE: Final = 70
_SPEAKERS: Final = frozenset({"name", "people", "capital", "seat", "body", "leader"})
_QUALIFIERS: Final = frozenset({"name", "region", "abbreviation"})
_TOWNS: Final = frozenset({"city", "capital", "region"})
_COUNTIES_OF: Final = frozenset(
    {"GB", "IE", "KE", "LR", "SE", "NO", "HR", "HU", "RO", "EE", "LT", "TW", "CN", "DK"}
)
"""Where, besides the United States, papers say `Garissa County`."""
_ALONE: Final[Mapping[str, float]] = MappingProxyType({})
_COUNTY: Final = Sense("US", "custom", 1.0)
_DATELINE_END: Final = re.compile(r"[^—\n]{0,40}?(?: [-–—]{1,2} |\) ?[-–—]|[—])")


class Weighed(NamedTuple):
    """A mention, the text it stands in, where there, and what that is worth."""

    mention: Mention
    source: str
    where: str
    worth: float


def score_countries(index: Index, text: str, title: str | None = None) -> list[CountryScore]:
    """The places, best first; empty when the text names none."""
    weighed = _weigh(index, text[:LONGEST_TEXT], title)
    senses, support = _choose(weighed)
    scores: dict[str, float] = {}
    spoken: dict[str, float] = {}
    found: dict[str, list[Weighed]] = {}
    for seen, sense in zip(weighed, senses, strict=True):
        if sense is None:
            continue
        value = seen.worth * _value(sense, support)
        if sense.kind in _SPEAKERS and _speaks(seen):
            spoken[sense.code] = spoken.get(sense.code, 0.0) + value
            value *= _SPEAKING
        scores[sense.code] = scores.get(sense.code, 0.0) + value
        found.setdefault(sense.code, []).append(seen)
    total = sum(scores.values())
    ranked = sorted(scores, key=lambda code: (-scores[code], code))
    return [
        CountryScore(
            code,
            round(scores[code] / total, 3),
            "speaking" if rank and spoken.get(code, 0.0) * _SPEAKING * 2 > scores[code] else "about",
            _describe(found[code]) if rank < _EXPLAINED else (),
        )
        for rank, code in enumerate(ranked)
    ]


def _value(sense: Sense, support: Mapping[str, float]) -> float:
    value = _WEIGHTS[sense.kind]
    return (
        value * (sense.prior + (1 - sense.prior) * support.get(sense.code, 0.0))
        if sense.kind == "city"
        else value
    )


def _speaks(seen: Weighed) -> bool:
    """Whether a verb of saying follows in the same clause, or stands right before."""
    start, end, source = seen.mention.start, seen.mention.end, seen.source
    after = source[end : end + _CLAUSE].partition(".")[0].split()
    if not SAYING.isdisjoint(after[:7]):
        return True
    return not SAYING.isdisjoint(source[max(0, start - 25) : start].split()[-3:])


def _describe(seen: list[Weighed]) -> tuple[str, ...]:
    """`Kremlin ×2 (headline, lead)`: each word once, as first written."""
    words: dict[str, list[str]] = {}
    for mention, source, where, _ in seen:
        words.setdefault(source[mention.start : mention.end], []).append(where)
    return tuple(
        f"{word}{f' ×{len(places)}' if len(places) > 1 else ''} ({', '.join(dict.fromkeys(places))})"
        for word, places in list(words.items())[:_EXPLAINED]
    )


def _weigh(index: Index, text: str, title: str | None) -> list[Weighed]:
    adjectives = find_language(text) not in ("en", None)
    weighed = []
    if title:
        weighed = [
            Weighed(mention, title, "headline", _TITLE)
            for mention in index.find(title, adjectives=adjectives)
        ]
    dateline = 0
    for mention in index.find(text, adjectives=adjectives):
        if mention.start <= dateline + 3 and _ends_dateline(text, mention):
            dateline = mention.end
            weighed.append(Weighed(mention, text, "dateline", _DATELINE))
        elif mention.start < _LEAD_LENGTH:
            weighed.append(Weighed(mention, text, "lead", _LEAD))
        else:
            weighed.append(Weighed(mention, text, "body", 1.0))
    return weighed


def _ends_dateline(text: str, mention: Mention) -> bool:
    """`QUITO, March 26 - `, `KABUL, Afghanistan (AP) —`: where the story was written, in front of it."""
    return bool(_DATELINE_END.match(text, mention.end))


def _choose(weighed: list[Weighed]) -> tuple[list[Sense | None], dict[str, float]]:
    chosen: list[Sense | None] = []
    support: dict[str, float] = {}
    ambiguous: list[int] = []
    for position, (mention, source, _, worth) in enumerate(weighed):
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
        value = worth * _value(sense, _ALONE)
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
    mention, source, _, _ = weighed[position]
    senses = mention.entry.senses
    if senses[0].kind not in _TOWNS and senses[0].kind != "name":
        return None
    if source.startswith(" County", mention.end):
        return (
            None if any(sense.code in _COUNTIES_OF and sense.kind != "city" for sense in senses) else _COUNTY
        )
    if position + 1 == len(weighed) or not source.startswith(", ", mention.end):
        return None
    following, other, _, _ = weighed[position + 1]
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
    return before[:1].isupper() and len(before) > 2 and not before.isupper() and before not in OPENERS
