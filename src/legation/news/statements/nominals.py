"""Adjectives, nouns and `according to` as cues."""

from collections.abc import Iterator

from legation.news.statements.attribution import Attribution
from legation.news.statements.complements import content_end, find_complement
from legation.news.statements.lexicon import ADVERB, MARK, NAME, NEGATION, POSSESSIVE, Cue
from legation.news.statements.page import Sentence
from legation.news.statements.phrases import Span, subject_left, subject_right
from legation.news.statements.subjects import find_subject

_GENITIVE = frozenset({"'s", "'"})
_FARTHEST_OWNER = 4


def read_adjective(sentence: Sentence, number: int) -> Attribution | None:
    """`is confident that`, `are worried about`."""
    group, words = sentence.groups[number], sentence.words
    at = group.head + 1
    while at < sentence.end and words.classes[at] & (ADVERB | NEGATION):
        at += 1
    cue = sentence.page.lexicon.adjectives.get(words.low[at]) if at < sentence.end else None
    if cue is None:
        return None
    source = find_subject(sentence, number)
    right = find_complement(sentence, at + 1, cue)
    if source is None or words.low[source[0]] == "it" or right is None or right.kind in ("np", "bare"):
        return None
    return Attribution(source, (group.first, right.cue_end), (right.span,), cue.lemma, cue.kind, "adjective")


def read_nouns(sentence: Sentence) -> Iterator[Attribution]:
    """`X's claim that`, `his call for`."""
    words, nouns = sentence.words, sentence.page.lexicon.nouns
    for at in range(sentence.first + 1, sentence.end - 1):
        cue = nouns.get(words.low[at])
        if cue is not None and sentence.quoted[at] < 0 and not words.classes[at] & NAME:
            found = _noun(sentence, at, cue)
            if found is not None:
                yield found


def _noun(sentence: Sentence, at: int, cue: Cue) -> Attribution | None:
    right = find_complement(sentence, at + 1, cue)
    if right is None or right.kind in ("np", "bare", "quote"):
        return None
    source = _owner(sentence, at)
    if source is None:
        return None
    cues = (source[1], right.cue_end)
    return Attribution(source, cues, (right.span,), cue.lemma, "noun", f"noun-{right.kind}")


def _owner(sentence: Sentence, at: int) -> Span | None:
    """The genitive or possessive before a noun, adjectives between them passed over."""
    words = sentence.words
    for owner in range(at - 1, max(sentence.first, at - 1 - _FARTHEST_OWNER), -1):
        if words.low[owner] in _GENITIVE:
            return subject_left(words, sentence.first, owner)
        if words.classes[owner] & POSSESSIVE:
            return (owner, owner + 1) if words.low[owner] not in ("whose", "my", "our", "your") else None
        if words.classes[owner] & MARK:
            return None
    return None


def read_according(sentence: Sentence) -> Iterator[Attribution]:
    """`according to X`, at either end of the clause or inside it."""
    words = sentence.words
    for at in range(sentence.first, sentence.end - 2):
        if words.low[at] != "according" or words.low[at + 1] != "to" or sentence.quoted[at] >= 0:
            continue
        source = subject_right(words, at + 2, sentence.end)
        if source is None:
            continue
        content = (sentence.first, at - 1 if words.shown[at - 1] == "," else at)
        if at - sentence.first < 3:
            first = source[1] + 1 if words.shown[source[1] : source[1] + 1] == [","] else source[1]
            content = (first, content_end(sentence, first))
        if content[1] > content[0]:
            yield Attribution(source, (at, at + 2), (content,), "according to", "speech", "according")
            return
