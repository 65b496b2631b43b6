"""A text as readers and archives deliver it, taken apart into clean paragraphs."""

import re
import unicodedata
from collections.abc import Iterable
from statistics import median
from typing import Final

_UNWANTED: Final = dict.fromkeys(
    (*range(9), 11, *range(14, 32), *range(127, 160), 173, 65279, 65532)
) | dict.fromkeys((8203, 8206, 8207, *range(8234, 8239), *range(8288, 8298)))
_UNWANTED_SIGN: Final = re.compile(f"[{re.escape(''.join(map(chr, _UNWANTED)))}]")
_BREAKS: Final = re.compile(r"[\r\f\v\u2028\u2029](?:(?<=\r)\n)?")
_SPACES: Final = re.compile(r"[^\S\n](?:[^\S\n]+|(?<! ))")
"""Runs of white space in a line other than a single space: most lines have none."""
_WIDE: Final = re.compile(r"[\u3040-\u9fff]")
_ENDED: Final = frozenset(".!?…:。！？；।؟»”\"'’)]")
_LONGEST_PIECE: Final = 3000
"""No paragraph is joined beyond this: a page of a million short lines is not one sentence."""
_WRAPPED: Final = (45, 100)
"""Shortest median and longest width of lines that were wrapped by a mail program or a wire."""


def clean(text: str) -> str:
    """The text without control, bidi and zero-width characters, in NFC, with plain line breaks and spaces."""
    if text.isascii() and text.isprintable():
        return _SPACES.sub(" ", text)
    text = _BREAKS.sub("\n", text)
    if _UNWANTED_SIGN.search(text):
        text = text.translate(_UNWANTED)
    return unicodedata.normalize("NFC", _SPACES.sub(" ", text))


def find_paragraphs(text: str) -> list[str]:
    """The paragraphs of a cleaned text: wrapped lines unwrapped, pieces split at links joined again."""
    blocks = [[line.strip() for line in block.split("\n")] for block in re.split(r"\n[^\S\n]*\n", text)]
    lines: list[str] = []
    for block in blocks:
        filled = [line for line in block if line]
        if _is_wrapped(filled):
            lines.append(" ".join(filled))
        else:
            _join_pieces(filled, lines)
    return lines


def _is_wrapped(lines: list[str]) -> bool:
    if len(lines) < 2:
        return False
    widths = [len(line) for line in lines[:-1]]
    shortest, longest = _WRAPPED
    ended = sum(line[-1] in _ENDED for line in lines[:-1])
    return median(widths) >= shortest and max(widths) <= longest and ended * 3 <= len(widths)


def _join_pieces(block: list[str], lines: list[str]) -> None:
    """A line that begins in the middle of a sentence belongs to the line before it."""
    for position, line in enumerate(block):
        if position and _goes_on(lines[-1], line):
            lines[-1] += line if line[0] in ",.;:)!?…’”" else f" {line}"
        else:
            lines.append(line)


def _goes_on(before: str, line: str) -> bool:
    if len(before) > _LONGEST_PIECE:
        return False
    if line[0] in ",.;)…’”":
        return True
    if before[-1] in ",(“‘—–":
        return True
    return line[0].islower() and before[-1] not in _ENDED


def has_any(text: str, words: Iterable[str]) -> bool:
    """Whether one of some words stands in a text: asked before a pattern, because it is many times faster."""
    return any(map(text.__contains__, words))


def count_words(line: str) -> int:
    """Words of a line; in scripts without spaces two characters count as a word."""
    return len(line.split()) + (0 if line.isascii() else len(_WIDE.findall(line)) // 2)
