"""What the desk's articles say of a place, for its page; nothing where no article was read."""

import logging
from collections import defaultdict
from typing import Final

from legation.errors import DataError
from legation.model.news import ArticleShown, StatementShown
from legation.render.components.press import Position, Press, Report, Word
from legation.site.view import View
from legation.store.reading import ReadArticles

log = logging.getLogger(__name__)
WORDS: Final = 8
"""Of one state, the newest that was said."""
SAFE: Final = ("https://", "http://")


def read_articles(view: View, place: str) -> tuple[list[ArticleShown], list[StatementShown]]:
    """The newest articles about a place and what was said in them; none where there is no file, or a damaged one."""
    path = view.setting.articles
    if not path or not path.is_file():
        return [], []
    try:
        articles = ReadArticles(path)
    except DataError as error:
        log.warning("the articles are left out: %s", error.message)
        return [], []
    try:
        return articles.newest(place), articles.statements(place)
    finally:
        articles.close()


def press(view: View, articles: list[ArticleShown], statements: list[StatementShown]) -> Press:
    """The same as a page shows it."""
    reports = [
        Report(one.title, one.url, one.site or "", one.published or "", one.language)
        for one in articles
        if one.url.startswith(SAFE)
    ]
    said: dict[str, list[Word]] = defaultdict(list)
    for one in statements:
        if one.url.startswith(SAFE) and len(said[one.speaks_for]) < WORDS:
            said[one.speaks_for].append(
                Word(
                    speaker=one.speaker,
                    quote=one.quote,
                    date=one.date,
                    href=one.url,
                    title=one.title,
                    role=one.role or "",
                    medium=one.medium or "",
                    site=one.site or "",
                    direct=one.direct,
                )
            )
    positions = [Position(view.name(code), words) for code, words in said.items() if words]
    return Press(reports, sorted(positions, key=lambda position: (-len(position.words), position.state)))
