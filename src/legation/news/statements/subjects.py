"""The subject of a verb group: its own, or that of the group that governs it."""

from legation.news.statements.groups import Form, Group
from legation.news.statements.lexicon import ADVERB, COORDINATOR, MARK
from legation.news.statements.page import Sentence
from legation.news.statements.phrases import Span, subject_left

_CLAUSES = 8
"""How many clauses back a subject is looked for."""
_REACH = 60
_STAND_INS = frozenset({"who", "which", "that", "it"})


def find_subject(sentence: Sentence, number: int) -> Span | None:
    """Subject of the finite group `number`; of the group before for `left and said`."""
    before = sentence.groups[number].first - 1
    if before < sentence.first:
        return None
    found = _own_subject(sentence, number)
    joined = sentence.words.classes[before] & COORDINATOR or sentence.words.shown[before] == ","
    if found is None and joined and sentence.quoted[before] < 0:
        return find_controller(sentence, number)
    return found


def _own_subject(sentence: Sentence, number: int) -> Span | None:
    if number not in sentence.subjects:
        group, words = sentence.groups[number], sentence.words
        before = group.first - 1
        alone = before >= sentence.first and not words.classes[before] & COORDINATOR
        found = subject_left(words, _leftmost(sentence, group), group.first) if alone else None
        sentence.subjects[number] = found
    return sentence.subjects[number]


def find_controller(sentence: Sentence, number: int) -> Span | None:
    """Subject of the nearest main clause to the left, else of any clause there."""
    fallback = None
    for at in range(number - 1, max(-1, number - 1 - _CLAUSES), -1):
        found = _own_subject(sentence, at) if sentence.groups[at].finite else None
        if found is None or sentence.words.low[found[0]] in _STAND_INS:
            continue
        if _opens_clause(sentence, found):
            return found
        fallback = fallback or found
    return fallback


def find_first_subject(sentence: Sentence) -> tuple[Span, Span] | None:
    """Subject and verb group of the first clause that has both."""
    for number, group in enumerate(sentence.groups):
        if group.finite:
            found = find_subject(sentence, number)
            if found is not None:
                return found, (group.first, group.head + 1)
    return None


def find_governor(sentence: Sentence, number: int) -> Span | None:
    """Who does what a gerund or an infinitive tells: `with X telling`, the clause before, or after."""
    group = sentence.groups[number]
    found = find_controller(sentence, number)
    if group.form is not Form.GERUND:
        return found
    own = subject_left(sentence.words, sentence.first, group.first)
    if own is not None and own[0] > sentence.first and sentence.words.low[own[0] - 1] == "with":
        return own
    if found is None:
        for later in range(number + 1, len(sentence.groups)):
            if sentence.groups[later].finite:
                return find_subject(sentence, later)
    return found


def _opens_clause(sentence: Sentence, subject: Span) -> bool:
    """Whether the subject is that of a main clause, not of one that hangs on a verb or a conjunction."""
    before = subject[0] - 1
    if before < sentence.first:
        return True
    return bool(sentence.words.classes[before] & (MARK | COORDINATOR | ADVERB))


def _leftmost(sentence: Sentence, group: Group) -> int:
    """How far left the subject may reach: to the quotation that stands before the verb."""
    quoted, shown = sentence.quoted, sentence.words.shown
    for at in range(group.first - 1, max(sentence.first, group.first - _REACH) - 1, -1):
        if quoted[at] >= 0 and shown[at] != ",":
            return at + 1
    return max(sentence.first, group.first - _REACH)
