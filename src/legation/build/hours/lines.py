"""Take what is said apart: HTML or prose, into lines, and each line into the pieces that may speak of a door."""

import re
import unicodedata
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Final

import msgspec

BLOCKS: Final = frozenset({"p", "li", "ul", "ol", "div", "tr", "table", "br", "section"})
CELLS: Final = frozenset({"td", "th"})
HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | {"\xa0": " ", "’": "'", "‘": "'", "º": ""})
LONGEST: Final = 12_000
"""Characters read at most: the longest honest text seen has 7,700."""


class Line(msgspec.Struct, frozen=True):
    """A line, and whether the source marked it as a heading."""

    text: str
    heading: bool = False


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in BLOCKS or tag in HEADINGS:
            self.flush(heading=False)

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS or tag in HEADINGS:
            self.flush(heading=tag in HEADINGS)
        elif tag in CELLS:
            self.words.append(" ")

    def handle_data(self, data: str) -> None:
        first, *others = data.split("\n")
        self.words.append(first)
        for text in others:
            self.flush(heading=False)
            self.words.append(text)

    def flush(self, *, heading: bool) -> None:
        text = " ".join("".join(self.words).split())
        self.words.clear()
        if text:
            self.lines.append(Line(text, heading))


def lines(said: str) -> list[Line]:
    """The lines of HTML or plain text, in order, blanks left out."""
    parser = _Lines()
    parser.feed(
        said[:LONGEST].replace("//", "\n").replace("http:\n", "http://").replace("https:\n", "https://")
    )
    parser.close()
    parser.flush(heading=False)
    return [line for line in parser.lines if line.text]


def fold(text: str) -> str:
    """Lower case without accents, one kind of dash."""
    plain = unicodedata.normalize("NFKD", text.translate(DASHES))
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).lower()


NOT_HOURS: Final = re.compile(
    r"https?\S+|www\.\S+|\S+@\S+|\(?\+\s?\d[\d\s()./-]{5,30}\d|\(?\b00\s?\d[\d\s()./-]{6,30}\d"
    r"|\b\d{2,4} \d{2,4} \d{3,4}( \d{2,4})?\b"
)
"""Addresses and numbers of telephones: digits that are no times."""

SENTENCE_END: Final = re.compile(
    r"(?<=[a-z0-9)]{2})(?<!hs)(?<!hrs)(?<!a\.m)(?<!p\.m)(?<! at)(?<!\bcel)(?<!\btel)\.\s+(?!to\b)(?=[^\W\d])"
    r"|(?<=hs|rs)\.\s+(?=entre\b|horario\b|atencion\b|al publico\b|[a-z]+ (?:telefon|tiene))"
    r"|;|\s\|\s|[*•·]+|\s/\s|(?<=hs)/\s?|(?<=h)-\s(?=oficina)|\s-\s(?=oficina|todos|general|telef)"
)
LONGEST_PIECE: Final = 600
"""Characters of a sentence that are looked at: a longer one has words enough not to be understood."""
PARENTHESES: Final = re.compile(r"\(([^()]*)\)")
CLOCK: Final = re.compile(r"\d\s*(?:[:.h]\s?\d\d|[ap]\.?m|hs|hrs|-\s?\d|(?:a|to)\s\d)|\bnoon\b|\bmidday\b")


def pieces(line: str) -> Iterator[str]:
    """The pieces of a folded line, each about one door.

    A bracket after a time says whose time it was ("9-14 (counter) 15-17 (phone)"); one with times of its own
    beside others is another piece, unless it gives the same hours in local time.
    """
    for sentence in SENTENCE_END.split(NOT_HOURS.sub(" ", line)):
        sentence = sentence[:LONGEST_PIECE]
        if not sentence:
            continue
        timed = CLOCK.search(PARENTHESES.sub(" ", sentence))
        apart = [inner for inner in PARENTHESES.findall(sentence) if timed and is_apart(inner)]
        for inner in apart:
            sentence = sentence.replace(f"({inner})", " ")
        yield from _after_brackets(sentence)
        yield from apart


def is_apart(inner: str) -> bool:
    """Whether a bracket has hours of its own."""
    return bool(CLOCK.search(inner)) and "local" not in inner and "gmt" not in inner and "lunch" not in inner


def _after_brackets(sentence: str) -> Iterator[str]:
    start = 0
    for bracket in PARENTHESES.finditer(sentence):
        before, after = sentence[start : bracket.start()], sentence[bracket.end() :]
        if CLOCK.search(before) and CLOCK.match(after.lstrip()):
            yield sentence[start : bracket.end()]
            start = bracket.end()
    yield sentence[start:]
