"""Verbs as cues: `said`, `was accused by`, `adding that`."""

from legation.news.statements.attribution import Attribution
from legation.news.statements.complements import (
    changes_hands,
    content_end,
    find_complement,
    left_content,
)
from legation.news.statements.groups import Form, Group
from legation.news.statements.lexicon import (
    AUXILIARY,
    COORDINATOR,
    FINITE,
    MODAL,
    NAME,
    RELATIVE,
    SUBORDINATOR,
    Cue,
)
from legation.news.statements.page import Sentence
from legation.news.statements.phrases import Span, agent_right, subject_left, subject_right
from legation.news.statements.subjects import find_governor, find_subject

_NARRATORS = frozenset({"i", "we", "you"})
_EMPTY = frozenset({"this", "there", "what"})
_QUOTING = frozenset({"quote", "cite"})
_JOINED = frozenset({"and", "but", "yet", "or", "so"})
_PASSED_ON = frozenset({"saying", "telling", "adding"})


def read_active(sentence: Sentence, number: int, cue: Cue) -> Attribution | None:
    """Read a finite verb, its subject and its content on the left, the right or both sides."""
    group = sentence.groups[number]
    found = _inverted(sentence, group, cue)
    if found is not None:
        return found
    source = find_subject(sentence, number)
    if source is None or _says_nothing(sentence, source):
        return None
    return (
        _as_saying(sentence, source, group, cue)
        or _as_said(sentence, source, group, cue)
        or _aside(sentence, source, group, cue)
        or _plain(sentence, source, group, cue)
    )


def _says_nothing(sentence: Sentence, source: Span) -> bool:
    """A narrator or a dummy: `I think`, `this suggests`."""
    low = sentence.words.low[source[0]]
    return source[1] - source[0] == 1 and (low in _NARRATORS or low in _EMPTY)


def _plain(sentence: Sentence, source: Span, group: Group, cue: Cue) -> Attribution | None:
    left = left_content(sentence, source, cue)
    right = find_complement(sentence, group.head + 1, cue)
    end = group.head + 1
    addressee = right.addressee if right is not None else None
    if left is not None and (right is None or sentence.quoted[left[1] - 1] >= 0 or right.kind == "np"):
        content = (left, right.span) if right is not None and right.kind == "quote" else (left,)
        rule = "left"
    elif right is not None:
        content, rule, end = (_shortened(sentence, source, right.span),), right.kind, right.cue_end
    elif _is_extracted(sentence, source, group, cue):
        rest = (group.head + 1, _clause_end(sentence, group.head + 1))
        content, rule = ((source[0] - 1, source[0]), rest), "extracted"
    else:
        return None
    return Attribution(source, (group.first, end), content, cue.lemma, cue.kind, rule, addressee)


def _is_extracted(sentence: Sentence, source: Span, group: Group, cue: Cue) -> bool:
    """`a bill which critics said was unfair`: the content lacks its subject, which stands before the source."""
    before, after = source[0] - 1, group.head + 1
    if "that" not in cue.frames or before < sentence.first or not sentence.words.classes[before] & RELATIVE:
        return False
    return any(other.finite and other.first == after for other in sentence.groups)


def _clause_end(sentence: Sentence, first: int) -> int:
    """Where a relative clause ends: at a comma, or with the content."""
    end = content_end(sentence, first)
    commas = (at for at in range(first, end) if sentence.words.shown[at] == "," and sentence.quoted[at] < 0)
    return next(commas, end)


def _shortened(sentence: Sentence, source: Span, content: Span) -> Span:
    """Up to the comma that ends a clause of its own: `X, who said …, left`; `As X said …, Y`."""
    words = sentence.words
    relative = source[1] - source[0] == 1 and words.classes[source[0]] & RELATIVE
    opening = source[0] - 1 == sentence.first and words.classes[sentence.first] & SUBORDINATOR
    if not relative and not opening:
        return content
    for at in range(content[0] + 1, content[1] - 1):
        if words.shown[at] == "," and sentence.quoted[at] < 0:
            verbal = words.classes[at + 1] & (FINITE | AUXILIARY | MODAL)
            if verbal if relative else not words.classes[at + 1] & COORDINATOR:
                return (content[0], at)
    return content


def _as_saying(sentence: Sentence, via: Span, group: Group, cue: Cue) -> Attribution | None:
    """`"…," Interfax quoted Dmitry Peskov as saying`: the object speaks, the subject passes it on."""
    if cue.lemma not in _QUOTING:
        return None
    low = sentence.words.low
    source = subject_right(sentence.words, group.head + 1, sentence.end)
    if source is None or source[1] + 1 >= sentence.end:
        return None
    after = source[1]
    if low[after] != "as" or low[after + 1] not in _PASSED_ON:
        return None
    saying = sentence.page.lexicon.verbs[low[after + 1]]
    content = left_content(sentence, via, saying)
    if content is None:
        right = find_complement(sentence, after + 2, saying)
        content = right.span if right is not None else None
    if content is None:
        return None
    cues = (group.first, group.head + 1)
    return Attribution(source, cues, (content,), cue.lemma, "speech", "passed on", via=via)


def _as_said(sentence: Sentence, source: Span, group: Group, cue: Cue) -> Attribution | None:
    """`As Comey noted, people …`: the content is the clause that follows."""
    words, before, after = sentence.words, source[0] - 1, group.head + 1
    if "that" not in cue.frames or before < sentence.first or words.low[before] != "as":
        return None
    opens = before == sentence.first or words.low[before - 1] in _JOINED
    if not opens or after + 1 >= sentence.end or words.shown[after] not in ",:":
        return None
    content = (after + 1, content_end(sentence, after + 1))
    return Attribution(source, (group.first, after), (content,), cue.lemma, cue.kind, "as")


def _aside(sentence: Sentence, source: Span, group: Group, cue: Cue) -> Attribution | None:
    """`The risk, he said, is …`: the content goes round the cue."""
    shown, before, after = sentence.words.shown, source[0] - 1, group.head + 1
    if "that" not in cue.frames or before <= sentence.first or after + 1 >= sentence.end:
        return None
    if shown[before] != "," or shown[after] != "," or changes_hands(sentence, after + 1):
        return None
    if sentence.quoted[before - 1] >= 0 or sentence.quoted[after + 1] >= 0:
        return None
    content = ((sentence.first, before), (after + 1, content_end(sentence, after + 1)))
    return Attribution(source, (group.first, after), content, cue.lemma, cue.kind, "aside")


def _inverted(sentence: Sentence, group: Group, cue: Cue) -> Attribution | None:
    """`"…," said Jane Roe` and `…, said Jane Roe`."""
    before = group.first - 1
    if before < sentence.first or not cue.frames & {"that", "q"}:
        return None
    quoted = sentence.quoted[before] >= 0
    if not quoted and (sentence.words.shown[before] != "," or cue.lemma not in ("say", "write", "note")):
        return None
    source = subject_right(sentence.words, group.head + 1, sentence.end)
    content = left_content(sentence, (group.first, group.first), cue)
    if source is None or content is None or not _can_follow(sentence, source, quoted):
        return None
    right = find_complement(sentence, source[1], cue)
    spans = (content, right.span) if right is not None and right.kind == "quote" else (content,)
    return Attribution(source, (group.first, group.head + 1), spans, cue.lemma, cue.kind, "inverted")


def _can_follow(sentence: Sentence, source: Span, quoted: bool) -> bool:
    """Whether the phrase after the verb can be its subject rather than the object of an earlier one."""
    classes = sentence.words.classes
    named = bool(classes[source[0]]) or any(classes[at] & NAME for at in range(*source))
    return sentence.words.low[source[0]] != "that" and (quoted or named)


def read_dependent(sentence: Sentence, number: int, cue: Cue) -> Attribution | None:
    """`…, adding that`, `by saying that`, `went on to say that`."""
    group = sentence.groups[number]
    right = find_complement(sentence, group.head + 1, cue)
    if right is None:
        return None
    if group.form is Form.INFINITIVE and right.kind in ("np", "bare", "question"):
        return None
    source = find_governor(sentence, number)
    if source is None or _says_nothing(sentence, source):
        return None
    rule = f"{'gerund' if group.form is Form.GERUND else 'infinitive'}-{right.kind}"
    cues = (group.first, right.cue_end)
    return Attribution(source, cues, (right.span,), cue.lemma, cue.kind, rule, right.addressee)


def read_passive(sentence: Sentence, number: int, cue: Cue) -> Attribution | None:
    """`was accused by X of`, `is expected to`: the source is the agent, if one is named."""
    group = sentence.groups[number]
    if cue.lemma in _QUOTING:
        return None
    right = find_complement(sentence, group.head + 1, cue)
    agent = agent_right(sentence.words, group.head + 1, sentence.end)
    if agent is None and (right is None or right.kind == "np"):
        return None
    topic = find_subject(sentence, number)
    content = (() if topic is None else (topic,)) + (() if right is None else (right.span,))
    if not content:
        return None
    return Attribution(agent, (group.first, group.head + 1), content, cue.lemma, cue.kind, "passive")


def read_reduced(sentence: Sentence, number: int, cue: Cue) -> Attribution | None:
    """`a plan criticised by X`."""
    after = sentence.groups[number].head + 1
    if sentence.words.low[after : after + 1] != ["by"]:
        return None
    agent = agent_right(sentence.words, after, sentence.end)
    topic = subject_left(sentence.words, sentence.first, sentence.groups[number].first)
    if agent is None or topic is None:
        return None
    cues = (sentence.groups[number].first, after)
    return Attribution(agent, cues, (topic,), cue.lemma, cue.kind, "reduced")
