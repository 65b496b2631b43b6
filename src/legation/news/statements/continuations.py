"""Quotations without a cue in their sentence: they go on what somebody was saying, or follow a colon."""

import msgspec

from legation.news.statements.attribution import Attribution
from legation.news.statements.lexicon import NAME
from legation.news.statements.page import Page
from legation.news.statements.phrases import subject_left, subject_right
from legation.news.statements.quotes import Quotation
from legation.news.statements.subjects import find_first_subject, find_subject

_DASHES = frozenset({"-", "—", "–", "--"})
_SHORTEST = 4
"""Words; less is a title or a word at arm's length."""


def add_continuations(page: Page, found: list[Attribution]) -> list[Attribution]:
    """Lengthen each by the quotations that go on from it in its paragraph; add those of later paragraphs."""
    claimed = _claimed(page, found)
    result = list(found)
    before = -1
    for number, quotation in enumerate(page.quotations):
        while before + 1 < len(result) and result[before + 1].cue[0] < quotation.first:
            before += 1
        if number in claimed or quotation.last - quotation.first < _SHORTEST:
            continue
        previous = result[before] if before >= 0 else None
        one = _introduced(page, quotation) or _signed(page, quotation) or _before_verb(page, quotation)
        if one is None and previous is not None:
            if _same_paragraph(page, previous, quotation):
                result[before] = _lengthened(previous, quotation)
                continue
            one = _goes_on(page, previous, quotation)
        one = one or _by_subject(page, quotation)
        if one is not None:
            before += 1
            result.insert(before, one)
    return result


def _claimed(page: Page, found: list[Attribution]) -> set[int]:
    """Numbers of the quotations that lie in the content of an attribution."""
    claimed: set[int] = set()
    for one in found:
        for first, end in one.content:
            claimed |= {page.quoted[at] for at in range(first, end)}
    return claimed


def _same_paragraph(page: Page, previous: Attribution, quotation: Quotation) -> bool:
    """Whether the quotation is the next sentence after the cue or content of `previous`."""
    shown = page.words.shown
    end = max(previous.cue[1], previous.content[-1][1], previous.source[1] if previous.source else 0)
    between = range(end, quotation.first)
    if previous.content[-1][1] > quotation.first or len(between) > 25:
        return False
    stops = [at for at in between if shown[at] in ".?!" and page.quoted[at] < 0]
    return (
        "\n" not in shown[end : quotation.first] and len(stops) <= 1 and shown[quotation.first - 1] in '.?!”"'
    )


def _lengthened(previous: Attribution, quotation: Quotation) -> Attribution:
    content = (*previous.content, (quotation.first, quotation.last + 1))
    return msgspec.structs.replace(previous, content=content)


def _goes_on(page: Page, previous: Attribution, quotation: Quotation) -> Attribution | None:
    """A paragraph that opens with a quotation, right after one that ended with a speaker's words."""
    shown = page.words.shown
    if quotation.first == 0 or shown[quotation.first - 1] != "\n":
        return None
    end = max(previous.cue[1], previous.content[-1][1])
    if shown[end : quotation.first].count("\n") > 1 or not any(
        page.quoted[first] >= 0 for first, _ in previous.content
    ):
        return None
    content = ((quotation.first, quotation.last + 1),)
    return msgspec.structs.replace(previous, content=content, rule="continued")


def _introduced(page: Page, quotation: Quotation) -> Attribution | None:
    """`Jane Roe:` and `She had this to say:` before the quotation."""
    words = page.words
    colon = quotation.first - 1
    while colon >= 0 and words.shown[colon] == "\n":
        colon -= 1
    if colon < 1 or words.shown[colon] != ":" or page.quoted[colon] >= 0:
        return None
    sentence = page.sentence_at(colon)
    dashes = [at for at in range(sentence.first, colon) if words.shown[at] in _DASHES]
    found = find_first_subject(sentence) if not dashes else None
    source = found[0] if found is not None else subject_left(words, max([sentence.first, *dashes]), colon)
    if source is None:
        return None
    cue = found[1] if found is not None else (colon, colon + 1)
    content = ((quotation.first, quotation.last + 1),)
    return Attribution(source, cue, content, ":", "speech", "introduced")


def _signed(page: Page, quotation: Quotation) -> Attribution | None:
    """`"We will go." - Jane Roe, minister`, on that line or the next, or inside a set-off quotation."""
    shown, at = page.words.shown, quotation.last + 1
    if at < len(shown) and shown[at] == "\n":
        at += 1
    if at + 1 >= len(shown):
        return None
    dash = shown[at] in _DASHES
    sentence = page.sentence_at(at + dash)
    source = subject_right(page.words, at + dash, sentence.end)
    if source is None or sentence.end - source[1] > 2 or not page.words.classes[source[0]] & NAME:
        return None
    if not dash and (quotation.closed or sentence.groups or shown[sentence.end - 1] not in '”"'):
        return None
    content = ((quotation.first, quotation.last + 1),)
    return Attribution(source, (at, at + dash), content, "", "speech", "signed")


def _before_verb(page: Page, quotation: Quotation) -> Attribution | None:
    """`"This is fantastic!" beamed Jane Roe`: any verb serves right after a quotation."""
    words, after = page.words, quotation.last + 1
    if after >= len(words) or words.shown[after - 2] not in ",?!—" or words.shown[after] == "\n":
        return None
    sentence = page.sentence_at(after)
    for number, group in enumerate(sentence.groups):
        if group.first < after or not group.finite:
            continue
        inverted = group.first == after
        source = (
            subject_right(words, group.head + 1, sentence.end) if inverted else find_subject(sentence, number)
        )
        if source is None or (not inverted and source[0] != after):
            return None
        content = ((quotation.first, quotation.last + 1),)
        return Attribution(source, (group.first, group.head + 1), content, "", "speech", "before verb")
    return None


def _by_subject(page: Page, quotation: Quotation) -> Attribution | None:
    """`The minister was blunt. "We will go."`: the subject of the sentence before, in the same paragraph."""
    words = page.words
    last = quotation.first - 1
    if last < 1 or words.shown[last] not in ".?!" or page.quoted[last] >= 0:
        return None
    found = find_first_subject(page.sentence_at(last))
    if found is None:
        return None
    content = ((quotation.first, quotation.last + 1),)
    return Attribution(found[0], found[1], content, "", "speech", "subject")
