"""Statements from attributions: speaker, role, state, medium, words, cue and sentence."""

from collections.abc import Iterator

from legation.model.news import Statement
from legation.news.statements.attribution import Attribution
from legation.news.statements.attributions import find_attributions
from legation.news.statements.continuations import add_continuations
from legation.news.statements.gazetteer import Places, get_gazetteer
from legation.news.statements.lexicon import get_lexicon
from legation.news.statements.media import find_medium
from legation.news.statements.page import Page, read_page
from legation.news.statements.speakers import Speakers

LONGEST_TEXT = 150_000
"""Characters; a longer text is read up to here, which is some thirty articles."""

_MARKS = "“”\"«»„‘’' "
_TRAILING = ",;:—– "


def find_statements(text: str, places: Places | None = None) -> tuple[Statement, ...]:
    """Who said what in the body of an article, in the order of the text.

    Args:
        text: paragraphs separated by line ends; at most `LONGEST_TEXT` characters are read.
        places: name or demonym of a state to its code, for `speaks_for`; without it only the offices of
            `data/news/offices.csv` tell.

    Example:
        >>> find_statements("“We will go,” the minister, Jane Roe, told Reuters.")[0].medium
        'Reuters'
    """
    page = read_page(text[:LONGEST_TEXT], get_lexicon())
    speakers = Speakers(page, get_gazetteer(), places or _nowhere)
    found = add_continuations(page, find_attributions(page))
    return tuple(_statements(page, found, speakers))


def _nowhere(_name: str) -> str | None:
    return None


def _statements(page: Page, found: list[Attribution], speakers: Speakers) -> Iterator[Statement]:
    for one in found:
        if one.source is None or one.kind == "noun":
            continue
        speaker = speakers.resolve(one.source)
        quote, direct = _quote(page, one)
        if not quote:
            continue
        yield Statement(
            speaker=None if speaker.medium else speaker.name,
            role=speaker.role,
            speaks_for=speaker.place,
            medium=speaker.medium or find_medium(page, one, speakers),
            quote=quote,
            direct=direct,
            cue=_cue(page, one),
            span=_span(page, one),
        )


def _quote(page: Page, one: Attribution) -> tuple[str, bool]:
    """The words without their marks, and whether they stand in quotation marks."""
    words = page.words
    quoted = sum(1 for first, end in one.content for at in range(first, end) if page.quoted[at] >= 0)
    direct = page.quoted[one.content[0][0]] >= 0 and 2 * quoted > sum(
        end - first for first, end in one.content
    )
    pieces = [
        " ".join(words.text[words.starts[first] : words.ends[end - 1]].split()) for first, end in one.content
    ]
    if direct:
        return _join([piece.strip(_MARKS) for piece in pieces]), True
    quote = " ".join(pieces).strip(_TRAILING)
    return quote.removeprefix("that ").removeprefix(": "), False


def _join(pieces: list[str]) -> str:
    """Pieces of one quotation; the comma that only led to the cue becomes what it stood for."""
    whole = pieces[0]
    for piece in pieces[1:]:
        ended = whole.endswith(",") and piece[:1].isupper()
        whole = f"{whole[:-1]}. {piece}" if ended else f"{whole} {piece}"
    return whole.rstrip(_TRAILING)


def _cue(page: Page, one: Attribution) -> str:
    """The cue without auxiliaries and adverbs before it."""
    lexicon, words = page.lexicon, page.words
    for at in range(*one.cue):
        entry = lexicon.verbs.get(words.low[at]) or lexicon.adjectives.get(words.low[at])
        if entry is not None and entry.lemma == one.lemma:
            return words.shown[at]
    return " ".join(words.shown[one.cue[0] : one.cue[1]])


def _span(page: Page, one: Attribution) -> tuple[int, int]:
    """The sentence of the words and, unless they stand in another paragraph, of the cue."""
    words = page.words
    parts = [*one.content] if one.rule == "continued" else [*one.content, one.cue]
    first = page.bounds_at(min(first for first, _ in parts))[0]
    last = page.bounds_at(max(end for _, end in parts) - 1)[1]
    return words.starts[first], words.ends[last - 1]
