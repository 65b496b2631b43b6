"""Read one invented sentence or paragraph for a test."""

from legation.news.statements.attribution import Attribution
from legation.news.statements.attributions import find_attributions
from legation.news.statements.continuations import add_continuations
from legation.news.statements.lexicon import get_lexicon
from legation.news.statements.page import Page, read_page
from legation.news.statements.phrases import Span


def read(text: str) -> list[tuple[str | None, str, str]]:
    """Source, cue and content of every attribution, as written."""
    page = read_page(text, get_lexicon())
    return [shown(page, one) for one in add_continuations(page, find_attributions(page))]


def shown(page: Page, one: Attribution) -> tuple[str | None, str, str]:
    source = None if one.source is None else written(page, one.source)
    return source, written(page, one.cue), " … ".join(written(page, span) for span in one.content)


def written(page: Page, span: Span) -> str:
    return page.words.text[page.words.starts[span[0]] : page.words.ends[span[1] - 1]]
