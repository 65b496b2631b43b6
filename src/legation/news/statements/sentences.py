"""Sentences: ranges of words, never across a paragraph's end."""

from legation.news.statements.lexicon import (
    DAY,
    FINITE,
    MONTH,
    NAME,
    PRONOUN,
    TIME,
    VERB,
    Lexicon,
)
from legation.news.statements.words import Words

LONGEST_SENTENCE = 160
"""Words; what runs on is cut, so that no text costs more than its length."""
_STOPS = frozenset({".", "?", "!", "…", "..."})
_TRAILERS = frozenset("”\"’')»]")
_OPENERS = frozenset("“\"‘'([«")


def split_sentences(words: Words, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Ranges `(first, past-the-last)` of words; a stop inside a quotation ends a sentence as well."""
    found: list[tuple[int, int]] = []
    first = at = 0
    size = len(words)
    while at < size:
        word = words.shown[at]
        if word == "\n":
            if at > first:
                found.append((first, at))
            first = at = at + 1
            continue
        at += 1
        if at - first >= LONGEST_SENTENCE:
            found.append((first, at))
            first = at
        elif word in _STOPS:
            while at < size and words.shown[at] in _TRAILERS and words.starts[at] == words.ends[at - 1]:
                at += 1
            if _ends_sentence(words, lexicon, first, at):
                found.append((first, at))
                first = at
    if size > first:
        found.append((first, size))
    for start, end in found:
        _settle_capitals(words, start, end)
    return found


def _ends_sentence(words: Words, lexicon: Lexicon, first: int, at: int) -> bool:
    """Whether the stop that ends before word `at` is a full stop."""
    if at >= len(words) or words.shown[at] == "\n":
        return True
    if words.starts[at] == words.ends[at - 1]:
        return False
    following = words.shown[at]
    if following[0].islower():
        return False
    stop = at - 1
    while words.shown[stop] not in _STOPS:
        stop -= 1
    if words.shown[stop] != ".":
        return stop == at - 1 or not _says_who(words, lexicon, at)
    if stop > first and stop == at - 1:
        before = words.low[stop - 1]
        if before in lexicon.abbreviations and words.shown[stop - 1][0].isupper():
            return False
        return len(before) > 1 or before == "i" or not words.shown[stop - 1].isupper()
    return True


def _says_who(words: Words, lexicon: Lexicon, at: int) -> bool:
    """Whether `Name said` follows, as after a question in quotation marks."""
    for ahead in range(at, min(at + 5, len(words))):
        if words.classes[ahead] & FINITE and words.low[ahead] in lexicon.verbs:
            return ahead > at
        if not words.classes[ahead] & (NAME | PRONOUN):
            return False
    return False


def _settle_capitals(words: Words, first: int, end: int) -> None:
    """Inside a sentence a capital makes a name, not a verb; a headline in title case is left open."""
    classes, shown = words.classes, words.shown
    letters = sum(1 for at in range(first, end) if shown[at][0].isalpha())
    capitals = sum(1 for at in range(first, end) if classes[at] & NAME)
    if letters > 3 and capitals > 0.6 * letters:
        return
    start = first
    while start < end and shown[start] in _OPENERS:
        start += 1
    for at in range(start + 1, end):
        if classes[at] & NAME and shown[at - 1] not in _OPENERS and shown[at - 1] != ":":
            classes[at] &= ~(VERB | TIME)
            if classes[at] & MONTH and shown[at] == "May":
                classes[at] = NAME | MONTH
            elif classes[at] & DAY and shown[at] == "Today":
                classes[at] = NAME
