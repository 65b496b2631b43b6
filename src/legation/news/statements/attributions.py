"""Who is the source of what, by which word: the cues of a page, each with its source and its content."""

from collections.abc import Iterator

import msgspec

from legation.news.statements.attribution import Attribution
from legation.news.statements.groups import Form
from legation.news.statements.lexicon import Cue
from legation.news.statements.nominals import read_according, read_adjective, read_nouns
from legation.news.statements.page import Page, Sentence, read_sentence
from legation.news.statements.phrases import Span
from legation.news.statements.verbs import read_active, read_dependent, read_passive, read_reduced

_AFTERWARDS = frozenset({"left", "inverted", "according"})


def find_attributions(page: Page) -> list[Attribution]:
    """All attributions of the page in the order of their cues; none inside the content of another."""
    found: list[Attribution] = []
    for bounds in page.bounds:
        found += _settle(_pass_on(page, list(_in_sentence(read_sentence(page, bounds)))))
    return found


def _in_sentence(sentence: Sentence) -> Iterator[Attribution]:
    for number, group in enumerate(sentence.groups):
        cue = sentence.verb_cue(group)
        if cue is not None:
            found = _verb(sentence, number, cue)
        else:
            found = read_adjective(sentence, number) if group.form is Form.COPULA else None
        if found is not None:
            yield found
    yield from read_nouns(sentence)
    yield from read_according(sentence)


def _verb(sentence: Sentence, number: int, cue: Cue) -> Attribution | None:
    form = sentence.groups[number].form
    if form is Form.PASSIVE:
        return read_passive(sentence, number, cue)
    if form is Form.PARTICIPLE:
        return read_reduced(sentence, number, cue)
    if form in (Form.GERUND, Form.INFINITIVE):
        return read_dependent(sentence, number, cue)
    return read_active(sentence, number, cue)


def _pass_on(page: Page, found: list[Attribution]) -> list[Attribution]:
    """`"…," the spokesman said, Interfax reported`: the spokesman speaks, Interfax passes it on."""
    for outer in found:
        if outer.rule not in _AFTERWARDS or not _is_medium(page, outer.source):
            continue
        (first, end), *_ = outer.content
        inner = [one for one in found if first <= one.cue[0] < end and one.kind == "speech" and one.source]
        if inner:
            told = [msgspec.structs.replace(one, via=outer.source) for one in inner]
            return told + [one for one in found if one is not outer and one not in inner]
    return found


def _is_medium(page: Page, source: Span | None) -> bool:
    if source is None:
        return False
    low = page.words.low[source[0] : source[1]]
    return " ".join(low).removeprefix("the ") in page.lexicon.media


def _settle(found: list[Attribution]) -> list[Attribution]:
    """Drop what stands inside the content of another, the longer content first, nouns last."""
    kept: list[Attribution] = []
    for one in sorted(found, key=_weight):
        inside = any(first <= one.cue[0] < end for other in kept for first, end in other.content)
        clash = any(one.cue[0] < other.cue[1] and other.cue[0] < one.cue[1] for other in kept)
        if not inside and not clash and not any(_says_again(one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.cue)


def _says_again(one: Attribution, other: Attribution) -> bool:
    """The `as saying` of what is passed on."""
    return other.rule == "passed on" and other.source is not None and one.cue[0] == other.source[1] + 1


def _weight(one: Attribution) -> tuple[bool, int]:
    return one.kind == "noun", -sum(end - first for first, end in one.content)
