"""Verb groups: auxiliaries, adverbs and the verb they belong to, in one sentence."""

from enum import Enum

import msgspec

from legation.news.statements.lexicon import (
    ADVERB,
    ALONE,
    AUXILIARY,
    BASE,
    COORDINATOR,
    DAY,
    DETERMINER,
    FINITE,
    GERUND,
    MARK,
    MODAL,
    NAME,
    NEGATION,
    NUMBER,
    PARTICIPLE,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THIRD,
    VERB,
)
from legation.news.statements.words import Words

_BE = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "am",
        "'s",
        "'re",
        "'m",
        "isn't",
        "aren't",
        "wasn't",
        "weren't",
    ]
)
_PLURAL_SUBJECTS = frozenset(
    [
        "i",
        "we",
        "you",
        "they",
        "who",
        "that",
        "which",
        "many",
        "most",
        "some",
        "others",
        "both",
        "these",
        "those",
    ]
)
_ONLY_VERBS = frozenset(
    [
        "say",
        "believe",
        "argue",
        "insist",
        "agree",
        "predict",
        "acknowledge",
        "describe",
        "accuse",
        "contend",
        "deny",
        "suggest",
        "maintain",
        "know",
        "expect",
        "warn",
        "allege",
        "assert",
    ]
)
_ONLY_THIRD = frozenset(
    [
        "says",
        "believes",
        "argues",
        "insists",
        "thinks",
        "knows",
        "tells",
        "writes",
        "adds",
        "acknowledges",
        "describes",
        "accuses",
        "contends",
        "denies",
        "suggests",
        "expects",
        "warns",
        "alleges",
        "asserts",
    ]
)
"""Forms that are no nouns: whatever stands before them is their subject."""
_NO_ADJECTIVES = frozenset({"says", "said", "say", "told", "wrote"})
_SHOWN = frozenset({"shows", "finds", "indicates"})
"""What an analysis or an average of polls does."""
_PEOPLE = frozenset({"people", "men", "women", "police", "data"})
_EVIDENCE = frozenset(
    {"polls", "reports", "records", "surveys", "results", "figures", "studies", "documents"}
)
"""Plurals that are forms of verbs as well."""
_SKIPPED = ADVERB | NEGATION


class Form(Enum):
    """How the head of a verb group stands to its subject."""

    ACTIVE = "finite"
    PASSIVE = "be + participle"
    GERUND = "-ing without auxiliary"
    INFINITIVE = "to + base"
    PARTICIPLE = "participle without auxiliary"
    COPULA = "be without verb"


class Group(msgspec.Struct, frozen=True):
    """Words `first` to `last`; `head` is the verb that carries the meaning."""

    first: int
    head: int
    form: Form

    @property
    def finite(self) -> bool:
        """Whether it has a subject of its own."""
        return self.form in (Form.ACTIVE, Form.PASSIVE, Form.COPULA)


def find_groups(words: Words, first: int, end: int) -> list[Group]:
    """The verb groups among the words `first` to `end`, in order."""
    groups: list[Group] = []
    classes = words.classes
    at = first
    while at < end:
        kind = classes[at]
        if kind & (AUXILIARY | MODAL) and words.low[at] != "'s":
            group = _auxiliary_group(words, at, end)
        elif words.low[at] == "'s":
            group = _short_is(words, at, end)
        elif kind & VERB:
            group = _bare_group(words, first, at, end)
        else:
            group = None
        if group is not None:
            groups.append(group)
            at = group.head
        at += 1
    return groups


def _auxiliary_group(words: Words, at: int, end: int) -> Group | None:
    classes, low = words.classes, words.low
    first, last, be = at, at, low[at] in _BE
    at += 1
    while at < end and at < first + 9:
        kind = classes[at]
        if kind & VERB and not kind & (AUXILIARY | MODAL) and _is_head(kind, low[last], be):
            infinitive = first > 0 and low[first - 1] == "to" and low[first] in ("be", "have")
            if be and kind & PARTICIPLE and not kind & GERUND:
                return Group(first, at, Form.PASSIVE)
            return Group(first, at, Form.INFINITIVE if infinitive else Form.ACTIVE)
        if kind & (AUXILIARY | MODAL):
            last, be = at, low[at] in _BE
        elif not kind & _SKIPPED:
            break
        at += 1
    return Group(first, last, Form.COPULA)


def _is_head(kind: int, auxiliary: str, be: bool) -> bool:
    if be:
        return bool(kind & (GERUND | PARTICIPLE))
    if auxiliary in ("has", "have", "had", "having", "'ve", "hasn't", "haven't", "hadn't"):
        return bool(kind & PARTICIPLE)
    return bool(kind & (BASE | PARTICIPLE))


def _short_is(words: Words, at: int, end: int) -> Group | None:
    """Read `'s` as *is* or *has* only after a pronoun or before a participle."""
    after = at + 1
    while after < end and words.classes[after] & _SKIPPED:
        after += 1
    if after < end and words.classes[after] & (GERUND | PARTICIPLE) and after < at + 3:
        pronoun = at > 0 and words.classes[at - 1] & (PRONOUN | RELATIVE)
        if pronoun or (words.classes[after] & GERUND and after > at + 1):
            return Group(at, after, Form.ACTIVE)
    if at > 0 and words.classes[at - 1] & PRONOUN:
        return Group(at, at, Form.COPULA)
    return None


def _bare_group(words: Words, first: int, at: int, end: int) -> Group | None:
    """A verb form without auxiliary, if the words around it let it be a verb."""
    kind = words.classes[at]
    before = at - 1
    while before >= first and words.classes[before] & _SKIPPED and not words.classes[before] & DETERMINER:
        before -= 1
    if before >= first and words.low[before] == "to" and kind & BASE:
        return Group(at, at, Form.INFINITIVE)
    if kind & GERUND:
        left = words.classes[before] if before >= first else MARK
        return None if left & (DETERMINER | POSSESSIVE) else Group(at, at, Form.GERUND)
    if before < first:
        return Group(at, at, Form.PARTICIPLE) if kind & PARTICIPLE else None
    left = words.classes[before]
    if words.low[before] in ("'s", "'"):
        return None
    if left & (DETERMINER | POSSESSIVE) and not left & (PRONOUN | RELATIVE):
        alone = words.low[before] in ALONE and words.low[at] in _NO_ADJECTIVES
        return Group(before + 1, at, Form.ACTIVE) if alone else None
    if left & PREPOSITION and not left & SUBORDINATOR and not kind & PAST:
        return None
    if kind & PAST:
        return _past_group(words, before, at, end)
    if kind & PARTICIPLE:
        return Group(at, at, Form.PARTICIPLE)
    return Group(before + 1, at, Form.ACTIVE) if _agrees(words, before, at, end) else None


def _past_group(words: Words, before: int, at: int, end: int) -> Group | None:
    """Past tense, or a participle that only looks like it."""
    left, kind = words.classes[before], words.classes[at]
    following = words.classes[at + 1] if at + 1 < end else MARK
    if left & PREPOSITION and not left & (SUBORDINATOR | ADVERB):
        return None
    if kind & PARTICIPLE and at + 1 < end and words.low[at + 1] == "by":
        return Group(at, at, Form.PARTICIPLE)
    plain = not left & (NAME | PRONOUN | RELATIVE | MARK | COORDINATOR | DAY | NUMBER)
    adjective = kind & PARTICIPLE and following == 0 and left & COORDINATOR
    if plain and adjective:
        return None
    return Group(before + 1, at, Form.ACTIVE)


def _agrees(words: Words, before: int, at: int, end: int) -> bool:
    """Whether a present tense form has a subject to its left that it agrees with."""
    kind, left, word = words.classes[at], words.classes[before], words.low[before]
    if left & COORDINATOR:
        return at + 1 < end and not words.classes[at + 1] & (MARK | COORDINATOR)
    if left & MARK:
        aside = (
            words.shown[before] == "," and words.low[at] in _ONLY_VERBS and _takes_object(words, at + 1, end)
        )
        return aside or (bool(kind & THIRD) and words.shown[before] in ',)”"—')
    if kind & THIRD:
        return _third_person(words, before, at, end)
    if left & (PRONOUN | RELATIVE):
        return word in _PLURAL_SUBJECTS
    if words.low[at] in _ONLY_VERBS:
        return not left & (AUXILIARY | MODAL)
    if left & NAME:
        opening = before == 0 or words.shown[before - 1] in '\n.?!”"'
        plural = opening or words.classes[before - 1] & DETERMINER
        return bool(plural) and word.endswith("s") and _takes_object(words, at + 1, end)
    if word in _EVIDENCE:
        return _takes_object(words, at + 1, end) or words.shown[at + 1 : at + 2] == ["."]
    return (word.endswith("s") and not word.endswith("ss") and not left & FINITE) or word in _PEOPLE


def _third_person(words: Words, before: int, at: int, end: int) -> bool:
    left = words.classes[before]
    if left & (PRONOUN | RELATIVE | NAME) or words.low[at] in _ONLY_THIRD:
        return True
    if at + 1 >= end or (words.low[before].endswith("s") and words.low[at] not in _SHOWN):
        return False
    if words.shown[at + 1] in ",.":
        return any(words.shown[near] in '”"' for near in range(max(0, before - 6), before))
    return words.low[at + 1] not in ("of", "for", "in", "on") and _takes_object(words, at + 1, end)


def _takes_object(words: Words, at: int, end: int) -> bool:
    if at >= end:
        return False
    nominal = DETERMINER | PRONOUN | POSSESSIVE | NAME | SUBORDINATOR | ADVERB
    return bool(words.classes[at] & nominal) or words.low[at] in ("to", "“", '"', ":")
