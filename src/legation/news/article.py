"""The front door of the room: a page, a text or a feed in, articles with their countries out."""

import functools
from datetime import date
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from legation.model.news import Article, ArticleNote, CountryScore, Notice
from legation.news.decode import LARGEST, clip, decode
from legation.news.focus import score_countries
from legation.news.index import Index
from legation.news.language import find_language, is_read
from legation.news.pages import is_page, read_page
from legation.news.statements import find_statements
from legation.news.statements.gazetteer import Places
from legation.news.statements.states import known_states
from legation.news.text import read_text
from legation.store.locate import Say, open_store, say_nothing
from legation.store.news import read_names

_TELLING: Final = 2000
"""Characters; a longer text in a language that we know shows it."""


@functools.lru_cache(maxsize=2)
def open_index(store: Path | None = None, say: Say = say_nothing) -> Index:
    """The names of the packaged store, or of the one named; kept."""
    return Index(read_names(open_store(store, say, complete=True)))


def read(
    content: bytes | str,
    url: str | None = None,
    *,
    careful: bool = True,
    statements: bool = True,
    today: date | None = None,
    index: Index | None = None,
) -> Article:
    r"""Read one article from HTML or plain text.

    Args:
        content: the page or text; bytes are decoded by what they say and what fits.
        url: its address, kept with the article.
        careful: slower and better; False reads HTML the fast way, for corpora.
        statements: whether to look for who said what; English only.
        today: no page is dated later than the day after it; the present day when left out.
        index: the names to find; those of the packaged store when left out.

    Raises:
        UnreadableInput: empty, or not text.
        MissingData: HTML, and the extra `news` is not installed; or no store.

    Example:
        >>> legation.read("Moscow warns\n\nRussia said on Monday that it would wait.").countries[0].code
        'RU'
    """
    text, replaced = decode(content, url or "the input")
    page = is_page(text)
    article = read_page(text, url, careful=careful, today=today) if page else read_text(text, url)
    marked = [
        *article.notes,
        *(("replaced-characters",) if replaced else ()),
        *(("cut",) if len(content) > LARGEST else ()),
    ]
    names = index or open_index()
    article = add_countries(replace(article, notes=tuple(marked)), names)
    if not statements or not _is_english(article):
        return article
    return replace(article, statements=find_statements(article.text, _known_states(names)))


def _is_english(article: Article) -> bool:
    """Whether statements can be read; a few words, too few to tell by, get the benefit of the doubt."""
    if article.language is None:
        return len(article.text) < _TELLING
    return article.language.startswith("en")


@functools.lru_cache(maxsize=2)
def _known_states(index: Index) -> Places:
    return known_states(index.names)


def country_focus(text: str, title: str | None = None, *, index: Index | None = None) -> list[CountryScore]:
    """The places a text is about, best first, each with score, role and evidence; empty when it names none."""
    return score_countries(index or open_index(), clip(text), title)


def add_countries(article: Article, index: Index) -> Article:
    """The article with its language, its places and the place of its old notice."""
    language = find_language(article.text) or article.language
    notes: tuple[ArticleNote, ...] = (
        article.notes if is_read(language) else (*article.notes, "unread-language")
    )
    notice = article.notice
    if notice is not None:
        named = score_countries(index, notice.text.partition("\n")[0])
        notice = Notice(named[0].code if named else None, notice.text)
    return replace(
        article,
        language=article.language if _same(article.language, language) else language,
        countries=tuple(score_countries(index, article.text, article.title)),
        notice=notice,
        notes=notes,
    )


def _same(declared: str | None, found: str | None) -> bool:
    return (
        declared is not None and found is not None and declared.lower().split("-")[0] == found.split("-")[0]
    )
