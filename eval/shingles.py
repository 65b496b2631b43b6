"""The article-extraction-benchmark's measure of a body: shingles of four words, averaged over pages."""

import re
from collections import Counter
from collections.abc import Iterable
from statistics import mean

_WORD = re.compile(r"\w+")
_LENGTH = 4


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    last = max(1, len(words) - _LENGTH + 1)
    return Counter(shingle for i in range(last) if (shingle := tuple(words[i : i + _LENGTH])))


def body_scores(pairs: Iterable[tuple[str, str]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of (true, read) bodies."""
    precisions, recalls = [], []
    for true, read in pairs:
        wanted, got = _shingles(true), _shingles(read)
        common = (wanted & got).total()
        if wanted == got:
            common = max(common, 1)
        if got:
            precisions.append(common / got.total())
        if wanted:
            recalls.append(common / wanted.total())
    precision, recall = mean(precisions), mean(recalls)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return precision, recall, f1
