"""Find the article among the lines of a page: the run of paragraphs that weighs most."""

from collections.abc import Sequence
from typing import Final

import msgspec

from legation.news.furniture import ends_article, is_furniture
from legation.news.lines import count_words

_TERMINAL: Final = tuple('.!?…。！？।؟”"’»)')
_PROSE_WORDS: Final = 9
_SHORT: Final = -4.0
_FURNITURE: Final = -8.0
_ENDING: Final = -60.0
_LONELY: Final = 0.4
_ENOUGH: Final = 0.5
_LIST_RUN: Final = 3
"""As many short lines in a row, no sentence among them, are a list of links, not the article."""


class Body(msgspec.Struct, frozen=True):
    """Where an article lies in a list of lines, and which of them belong to it."""

    first: int
    last: int
    lines: tuple[str, ...]


def _is_sentence(line: str) -> bool:
    return line.endswith(_TERMINAL) and count_words(line) >= _PROSE_WORDS


def _weigh(line: str) -> float:
    if ends_article(line):
        return _ENDING
    if is_furniture(line):
        return _FURNITURE
    words = count_words(line)
    if _is_sentence(line):
        return float(min(words, 120))
    if words >= 2 * _PROSE_WORDS:
        return words / 3
    return 1.0 if line.endswith(_TERMINAL) and words >= 3 else _SHORT


def _find_heaviest(weights: Sequence[float]) -> tuple[int, int]:
    best, best_span = 0.0, (0, -1)
    current, start = 0.0, 0
    for position, weight in enumerate(weights):
        if current <= 0:
            current, start = 0.0, position
        current += weight
        if current > best:
            best, best_span = current, (start, position)
    return best_span


def _doubt_lonely(weights: Sequence[float]) -> list[float]:
    """A sentence between two short lines is more often the teaser of another story; furniture does not count here."""
    neighbours = [weight for weight in weights if weight != _FURNITURE]
    padded = [_SHORT, *neighbours, _SHORT]
    lonely = iter(before <= 1 and after <= 1 for before, after in zip(padded, padded[2:], strict=False))
    return [
        weight if weight == _FURNITURE else weight * _LONELY if next(lonely) and weight > 1 else weight
        for weight in weights
    ]


def _find_first_heavy(weights: Sequence[float]) -> tuple[int, int]:
    """The heaviest run, or one before it that weighs enough: comments may outweigh what they comment on."""
    first, last = _find_heaviest(weights)
    while first > 0:
        earlier = _find_heaviest(weights[:first])
        if sum(weights[earlier[0] : earlier[1] + 1]) < _ENOUGH * sum(weights[first : last + 1]):
            break
        first, last = earlier
    return first, last


def find_body(lines: Sequence[str]) -> Body:
    """The article's paragraphs; an empty one when no line reads like a sentence."""
    weights = _doubt_lonely([_weigh(line) for line in lines])
    first, last = _find_first_heavy(weights)
    start = first
    while start <= last and weights[start] <= 1:
        start += 1
    # A note of a few short sentences has no heavier line: then all of them are the article.
    first = start if start <= last else first
    kept = [
        line
        for line, weight in zip(lines[first : last + 1], weights[first : last + 1], strict=True)
        if weight > _FURNITURE
    ]
    return Body(first, last, tuple(_drop_lists(_drop_repeats(kept))))


def drop_furniture(lines: Sequence[str]) -> list[str]:
    """The lines that read like an article, of lines already taken for one."""
    stripped = _drop_repeats([line.strip() for line in lines])
    return [line for line in stripped if line and not is_furniture(line)]


def _drop_repeats(lines: list[str]) -> list[str]:
    """A pull quote or a caption said twice is said once."""
    return list(dict.fromkeys(lines))


def _drop_lists(lines: list[str]) -> list[str]:
    kept: list[str] = []
    run: list[str] = []
    for line in lines:
        if not line.endswith(_TERMINAL) and count_words(line) < 2 * _PROSE_WORDS:
            run.append(line)
            continue
        kept += run if len(run) < _LIST_RUN else []
        kept.append(line)
        run = []
    return kept
