"""Statements measured on PolNeAR: `python -m eval.statements [FOLDER]`, by default its part `dev`.

The measures: a span counts as found when it overlaps one marked by hand for the same part (source, cue,
content); F1 is over the distinct spans of all articles. A speaker is right when an attribution found overlaps
the content marked by hand and its source overlaps the source marked by hand; the figure is the share of all
attributions marked with a source. Direct means that at least half of the marked content stands in quotation
marks. Where several people marked an article, the first is taken. Between two people, on the 18 articles that
several marked, this overlap F1 is .85 / .82 / .88: so it is the measure of the baselines below.
"""

import sys
import time
from pathlib import Path
from typing import Literal

import msgspec

from eval.polnear import Document, Marked, Spans, load_documents
from legation.news.statements.attribution import Attribution
from legation.news.statements.attributions import find_attributions
from legation.news.statements.continuations import add_continuations
from legation.news.statements.lexicon import get_lexicon
from legation.news.statements.page import Page, read_page
from legation.news.statements.statements import find_statements

CORPUS = Path(__file__).resolve().parents[2] / "shared/data/news/polnear/dev"
BASELINES: dict[str, tuple[tuple[float | None, ...], str]] = {
    "rules with cue verbs": ((0.39, 0.35, 0.52, 0.69, 0.11), "1,500"),
    "CRF trained on it": ((0.75, 0.74, 0.82, 0.85, 0.50), "75-83"),
    "two humans": ((0.84, 0.82, 0.88, None, None), ""),
    "asked": ((0.60, 0.60, 0.70, 0.85, 0.35), "100"),
}


class Figures(msgspec.Struct, frozen=True):
    """Overlap F1 of each part, share of right speakers, articles a second of `find_statements` on one core."""

    source: float
    cue: float
    content: float
    direct: float
    indirect: float
    speed: float


def measure(documents: list[Document]) -> Figures:
    """Read every article and compare it with its first reading by hand."""
    read = [(document, _read(document.text)) for document in documents]
    started = time.process_time()
    for document in documents:
        find_statements(document.text)
    speed = len(documents) / (time.process_time() - started)
    return Figures(
        source=_overlap_f1(read, "source"),
        cue=_overlap_f1(read, "cue"),
        content=_overlap_f1(read, "content"),
        direct=_speakers(read, direct=True),
        indirect=_speakers(read, direct=False),
        speed=speed,
    )


def _read(text: str) -> tuple[Marked, ...]:
    page = read_page(text, get_lexicon())
    return tuple(_marked(page, one) for one in add_continuations(page, find_attributions(page)))


def _marked(page: Page, one: Attribution) -> Marked:
    def characters(*spans: tuple[int, int]) -> Spans:
        return tuple(
            (page.words.starts[first], page.words.ends[end - 1]) for first, end in spans if end > first
        )

    source = characters(one.source) if one.source is not None else ()
    return Marked(source, characters(one.cue), characters(*one.content))


def _overlap_f1(
    read: list[tuple[Document, tuple[Marked, ...]]], part: Literal["source", "cue", "content"]
) -> float:
    right = found = recalled = marked = 0
    for document, ours in read:
        predicted = {spans for one in ours if (spans := getattr(one, part))}
        gold = {spans for one in document.readings[0] if (spans := getattr(one, part))}
        right += sum(any(_overlap(one, other) for other in gold) for one in predicted)
        recalled += sum(any(_overlap(one, other) for other in predicted) for one in gold)
        found += len(predicted)
        marked += len(gold)
    precision, recall = right / found, recalled / marked
    return 2 * precision * recall / (precision + recall)


def _speakers(read: list[tuple[Document, tuple[Marked, ...]]], *, direct: bool) -> float:
    right = marked = 0
    for document, ours in read:
        for gold in document.readings[0]:
            if not gold.source or not gold.content or _is_direct(document.text, gold.content) is not direct:
                continue
            marked += 1
            right += any(
                _overlap(one.content, gold.content) and _overlap(one.source, gold.source) for one in ours
            )
    return right / marked


def _overlap(one: Spans, other: Spans) -> bool:
    return any(first < stop and start < last for first, last in one for start, stop in other)


def _is_direct(text: str, content: Spans) -> bool:
    quoted = 0
    for first, last in content:
        inside = False
        for sign in text[first:last].replace("''", '""'):
            if sign in '“”"':
                inside = sign == "“" or (sign == '"' and not inside)
                quoted += 1
            else:
                quoted += inside
    return 2 * quoted >= sum(last - first for first, last in content)


def main(folder: Path) -> None:
    """Print our figures beside the baselines."""
    figures = measure(load_documents(folder))
    print(f"PolNeAR {folder.name}: overlap F1 of source, cue, content; right speaker, direct and indirect")
    print(f"{'':22} source    cue  content direct indirect  articles/s")
    ours = (figures.source, figures.cue, figures.content, figures.direct, figures.indirect)
    for name, (row, speed) in {"legation": (ours, f"{figures.speed:.0f}"), **BASELINES}.items():
        shown = "   ".join("  -  " if value is None else f"{value:.3f}" for value in row)
        print(f"{name:22} {shown}   {speed:>8}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS)
