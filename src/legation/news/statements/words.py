"""Text to words: where each begins and ends, and of which grammatical classes it can be."""

import re

import msgspec

from legation.news.statements.lexicon import (
    ADVERB,
    GERUND,
    MARK,
    NAME,
    NUMBER,
    PARTICIPLE,
    PAST,
    Lexicon,
)

# No alternative can match the same text in two ways, so the time is linear in the text.
_WORD = re.compile(
    r"\n\s*"
    r"|''|``"
    r"|(?:[A-Z]\.){2,}"
    r"|['’](?:s|re|ve|ll|d|m)\b"
    r"|[#@$£€]?\d+(?:[.,:/]\d+)*(?:[^\W\d_]+|%)?"
    r"|[#@]?\w+(?:-\w+)*(?:['’](?!(?:s|re|ve|ll|d|m)\b)\w+)*"
    r"|\.{2,}|-{2,}|[^\w\s]",
)
_PLAIN = {"''": '"', "``": '"'}
_PARAGRAPH_END = frozenset('.?!:"”’)…')


class Words(msgspec.Struct):
    r"""The words of a text, as columns: the n-th of each belongs to the n-th word.

    Attributes:
        text: the text.
        shown: the word as written; "\n" is a paragraph's end.
        low: in lower case, with a straight apostrophe.
        starts, ends: first and past-the-last character.
        classes: bits of `lexicon`.
    """

    text: str
    shown: list[str]
    low: list[str]
    starts: list[int]
    ends: list[int]
    classes: list[int]

    def __len__(self) -> int:
        return len(self.shown)


def split_words(text: str, lexicon: Lexicon) -> Words:
    """Split `text`; a single line end inside a sentence (wrapped text) is a space."""
    found = [
        match
        for match in _WORD.finditer(text)
        if match[0][0] != "\n" or _ends_paragraph(match[0], text, match.start())
    ]
    shown = [_PLAIN.get(word, word) if word[0] != "\n" else "\n" for word in [match[0] for match in found]]
    low = [word.lower().replace("’", "'") for word in shown]
    seen: dict[str, int] = {}
    classes: list[int] = []
    for word, lower in zip(shown, low, strict=True):
        kind = seen.get(word)
        if kind is None:
            kind = seen[word] = _classes(word, lower, lexicon)
        classes.append(kind)
    starts = [match.start() for match in found]
    return Words(text, shown, low, starts, [match.end() for match in found], classes)


def _classes(word: str, lower: str, lexicon: Lexicon) -> int:
    known = lexicon.classes.get(lower)
    if known is not None and not word[0].isupper():
        return known
    return _classify(word, lower, known or 0, lexicon)


def _ends_paragraph(gap: str, text: str, first: int) -> bool:
    return gap.count("\n") > 1 or first == 0 or text[first - 1] in _PARAGRAPH_END


def _classify(word: str, lower: str, kind: int, lexicon: Lexicon) -> int:
    """Classes of a word that no list holds, or that a capital may make a name."""
    head = word[0]
    if not (head.isalnum() or head in "@#$£€'’"):
        return MARK
    if head.isdigit() or head in "$£€":
        return kind | NUMBER
    if head.isupper() or head in "@#":
        return kind | NAME
    if lower.endswith("ly") and lower not in lexicon.not_adverbs:
        return kind | ADVERB
    if lower.endswith("ed") and len(lower) > 4 and not kind:
        return PAST | PARTICIPLE
    if lower.endswith("ing") and len(lower) > 5 and not kind:
        return GERUND
    return kind
