"""The subject of a verb group: its own, or that of the group that governs it."""

from legation.news.statements.groups import Form, Group
from legation.news.statements.lexicon import COORDINATOR
from legation.news.statements.page import Sentence
from legation.news.statements.phrases import Span, subject_left

_STAND_INS = frozenset({"who", "which", "that", "it"})


def find_subject(sentence: Sentence, number: int) -> Span | None:
    """Subject of the finite group `number`; of the group before for `left and said`."""
    group, words = sentence.groups[number], sentence.words
    before = group.first - 1
    if before < sentence.first:
        return None
    if words.classes[before] & COORDINATOR:
        return find_controller(sentence, number)
    found = subject_left(words, _leftmost(sentence, group), group.first)
    if found is None and words.shown[before] == "," and sentence.quoted[before] < 0:
        return find_controller(sentence, number)
    return found


def find_controller(sentence: Sentence, number: int) -> Span | None:
    """Subject of the nearest finite group to the left, one of saying before others."""
    earlier = [at for at in range(number - 1, -1, -1) if sentence.groups[at].finite]
    saying = [at for at in earlier if _says(sentence, sentence.groups[at])]
    for at in saying + earlier:
        found = find_subject(sentence, at)
        if found is not None and sentence.words.low[found[0]] not in _STAND_INS:
            return found
    return None


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


def _says(sentence: Sentence, group: Group) -> bool:
    cue = sentence.verb_cue(group)
    return cue is not None and "that" in cue.frames


def _leftmost(sentence: Sentence, group: Group) -> int:
    """How far left the subject may reach: to the quotation that stands before the verb."""
    at = group.first - 1
    while at >= sentence.first and at >= group.first - 60:
        if sentence.quoted[at] >= 0 and sentence.words.shown[at] != ",":
            break
        at -= 1
    return max(at + 1, sentence.first)
