"""Where quotation marks open and close.

A paragraph that leaves its quotation open hands it on only to a paragraph that opens with a mark again (the
convention for quotations of several paragraphs); else the quotation ends with its paragraph. So a mark that
never closes costs one paragraph, not the rest of the article.
"""

import msgspec

from legation.news.statements.words import Words

_OPEN = frozenset('“"«„')
_CLOSE = frozenset('”"»')


class Quotation(msgspec.Struct, frozen=True):
    """Words `first` to `last`, marks included.

    Attributes:
        closed: whether a closing mark stands at the end.
        continues: whether it goes on from the paragraph before.
    """

    first: int
    last: int
    closed: bool
    continues: bool


def find_quotations(words: Words) -> list[Quotation]:
    """Every stretch between quotation marks, in order; nested marks belong to the outer stretch."""
    found: list[Quotation] = []
    first = 0
    handed_on = False
    shown = words.shown
    for end in [at for at, word in enumerate(shown) if word == "\n"] + [len(shown)]:
        if end > first:
            inside = _in_paragraph(words, first, end, handed_on)
            found += inside
            handed_on = bool(inside) and not inside[-1].closed
        first = end + 1
    return found


def _in_paragraph(words: Words, first: int, end: int, handed_on: bool) -> list[Quotation]:
    shown = words.shown
    found: list[Quotation] = []
    opened = -1
    for at in range(first, end):
        word = shown[at]
        if opened < 0 and word in _OPEN:
            opened = at
        elif opened >= 0 and word in _CLOSE:
            found.append(Quotation(opened, at, True, handed_on and opened == first))
            opened = -1
    if opened >= 0:
        found.append(Quotation(opened, end - 1, False, handed_on and opened == first))
    return found or _single(words, first, end)


def _single(words: Words, first: int, end: int) -> list[Quotation]:
    """British single marks, in a paragraph without double ones."""
    found: list[Quotation] = []
    opened = -1
    for at in range(first, end):
        word = words.shown[at]
        if word not in ("‘", "'", "’"):
            continue
        if opened < 0:
            if word != "’" and _opens(words, at):
                opened = at
        elif _closes(words, at):
            found.append(Quotation(opened, at, True, False))
            opened = -1
    return found


def _opens(words: Words, at: int) -> bool:
    text, start = words.text, words.starts[at]
    before = text[start - 1] if start else " "
    after = text[start + 1 : start + 2]
    return (before.isspace() or before in "([—-") and after.isalnum()


def _closes(words: Words, at: int) -> bool:
    """Not the apostrophe of a plural possessive (`officials' view`)."""
    text, end = words.text, words.ends[at]
    before, after = text[words.starts[at] - 1], text[end : end + 1]
    return before in ",.?!…" or (not before.isspace() and not after.isalnum() and before != "s")
