"""Read an article from an HTML page: with care through trafilatura, or fast through resiliparse."""

import html
import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Final

from legation.errors import MissingData
from legation.model.news import Article, ArticleNote, Notice
from legation.news.body import drop_furniture
from legation.news.lines import clean, count_words
from legation.news.metadata import Metadata, agree, find_metadata, plain
from legation.news.notice import is_heading, is_invitation, split_notice
from legation.news.text import read_text

_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
_VOID: Final = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
    ]
)
_DEEPEST: Final = 3000
"""Deeper pages make parsers stop or fall: they are read as text."""
_CAREFUL: Final = 1_000_000
"""Longer pages are read the fast way."""
_HIDDEN: Final = re.compile(r"<(script|style|noscript|template|svg|head)\b[^>]{0,2000}>", re.IGNORECASE)
_BLOCK: Final = re.compile(
    r"</?(?:p|div|br|li|ul|ol|h[1-6]|tr|td|section|article|header|footer|nav|aside|main|form|table|blockquote|figure|figcaption)\b[^>]{0,2000}>",
    re.IGNORECASE,
)
_ANY_TAG: Final = re.compile(r"<[/!?a-zA-Z][^<>]{0,2000}>")
_BLOCK_TEXT: Final = re.compile(
    r"<(p|h[1-6]|strong|div|span)\b[^<>]{0,500}>((?:[^<]|</?(?:a|b|em|i|span)\b[^<>]{0,500}>){8,900}?)</\1>",
    re.IGNORECASE,
)
_CONSULAR: Final = (
    (re.compile("[a-zA-Z]"), ("onsula", "mbass", "ONSULA")),
    (re.compile("[\u0430-\u044f]"), ("онсул",)),
    (re.compile("[\u0621-\u064a]"), ("قنصل",)),
)
"""The letters of a script, and what every notice in it has somewhere."""
_CHUNK: Final = 65_536
_DATED: Final = 400_000
"""A page shows its date early: no more characters than this are searched for one."""
_DIGITS: Final = re.compile(r"\d\d")
"""Without them there is no date to search for."""
_MOST_NOTICES: Final = 40
_SCRIPT_LINES: Final = 5
_AROUND: Final = 600
_LEAST_BODY: Final = 25
_STUB: Final = 150
_LONG_WORD: Final = 20
_WALL_WORDS: Final = ("ubscri", "ontinue reading", "bonne", "bonniere", "uscríbete")
_WALL: Final = re.compile(
    r"\b(?:subscribe (?:now )?to (?:continue|read|keep)|(?:already|become) a (?:subscriber|member)|to continue reading"
    r"|subscribers only|abonnez-vous|réservé aux abonnés|jetzt abonnieren|nur für abonnenten"
    r"|suscríbete para|alleen voor abonnees)\b",
    re.IGNORECASE,
)


def is_page(text: str) -> bool:
    """Whether a text is markup."""
    return (
        bool(
            re.match(
                r"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype|html|head|body|!--|div|article|p|meta)\b",
                text[:3000],
                re.IGNORECASE,
            )
        )
        or "<body" in text[:20000].lower()
    )


def read_page(
    page: str, url: str | None = None, *, careful: bool = True, today: date | None = None
) -> Article:
    """The article of an HTML page; `careful` is slower and better.

    Raises:
        MissingData: the extra `news` is not installed.
    """
    said = find_metadata(page, today)
    lines = _find_lines(page, careful)
    if lines is None or sum(map(count_words, lines)) < _LEAST_BODY:
        flat = read_text(flatten(page), url)
        if lines is None or flat.text:
            return _merge(flat, said, page)
    article, notice = split_notice(lines or [])
    if article and said.title and agree(article[0], said.title):
        del article[0]
    read = Article(
        url=url, text="\n\n".join(article), notice=_make_notice(notice or _find_notice(page, lines))
    )
    return _merge(read, said, page, dated=careful)


def _find_lines(page: str, careful: bool) -> list[str] | None:
    if is_deep(page):
        return None
    text = _extract_with_care(page) if careful and len(page) <= _CAREFUL else _extract_fast(page)
    return [line.strip() for line in clean(text).split("\n") if line.strip()]


def is_deep(page: str) -> bool:
    """Whether the tags nest deeper than a parser can be trusted with."""
    if page.count("<") <= _DEEPEST:
        return False
    open_tags = 0
    for start in range(0, len(page), _CHUNK):
        tags, closing = page.count("<", start, start + _CHUNK), page.count("</", start, start + _CHUNK)
        if open_tags + tags > _DEEPEST:
            return _measure_depth(page)
        open_tags += tags - 2 * closing
    return False


def _measure_depth(page: str) -> bool:
    depth = 0
    for closing, name in _TAG.findall(page):
        if name.lower() not in _VOID:
            depth += -1 if closing else 1
            if depth > _DEEPEST:
                return True
    return False


def _extract_with_care(page: str) -> str:
    try:
        from trafilatura import extract
    except ImportError:
        raise _missing("trafilatura") from None
    return extract(page, favor_precision=True, include_comments=False, include_tables=False) or ""


def _extract_fast(page: str) -> str:
    try:
        from resiliparse.extract.html2text import extract_plain_text
    except ImportError:
        raise _missing("resiliparse") from None
    text = extract_plain_text(
        page, main_content=True, alt_texts=False, links=False, comments=False, list_bullets=False
    )
    return "\n".join(drop_furniture(text.split("\n")))


def _missing(part: str) -> MissingData:
    return MissingData(
        "no-reader", f"{part} is not installed: pip install 'legation[news]' reads pages.", part
    )


def flatten(page: str) -> str:
    """Every visible line of a page, by its tags alone: for pages that no parser survives."""
    kept, position = [], 0
    while opened := _HIDDEN.search(page, position):
        kept.append(page[position : opened.start()])
        end = (
            page.lower().find(f"</{opened[1].lower()}", opened.end())
            if len(page) < 200_000
            else page.find(f"</{opened[1]}", opened.end())
        )
        position = end if end >= 0 else len(page)
    kept.append(page[position:])
    return html.unescape(_ANY_TAG.sub("", _BLOCK.sub("\n", " ".join(kept))))


def _find_notice(page: str, read: Iterable[str]) -> list[str]:
    """The words of a notice that the extraction left out: looked for only around the words that every notice has.

    Args:
        page: the page.
        read: the lines of its article: a notice is written in their script.
    """
    script = "".join(islice(read, _SCRIPT_LINES))
    words = [word for letters, written in _CONSULAR if letters.search(script) for word in written]
    lines: dict[str, None] = {}
    for position in islice(_places_of(words, page), _MOST_NOTICES):
        for block in _BLOCK_TEXT.finditer(page, max(0, position - _AROUND), position + _AROUND):
            line = plain(_ANY_TAG.sub("", block[2]))
            if is_heading(line) or is_invitation(line):
                lines[line] = None
    return list(lines)


def _places_of(words: Iterable[str], page: str) -> Iterator[int]:
    """Where words stand in a page, one place for each stretch of it."""
    for word in words:
        position = page.find(word)
        while position >= 0:
            yield position
            position = page.find(word, position + _AROUND)


def _make_notice(lines: list[str]) -> Notice | None:
    return Notice(None, "\n".join(lines)) if lines else None


def _merge(read: Article, said: Metadata, page: str, dated: bool = False) -> Article:
    published = (
        said.published or (read.published if not dated else None) or (_find_day(page) if dated else None)
    )
    return Article(
        url=read.url,
        title=said.title or read.title,
        published=published,
        modified=said.modified or read.modified,
        language=said.language,
        site=said.site,
        section=said.section or read.section,
        breadcrumbs=said.breadcrumbs or read.breadcrumbs,
        text=read.text,
        notice=read.notice,
        notes=_find_notes(read.text, said, page),
    )


def _find_notes(text: str, said: Metadata, page: str) -> tuple[ArticleNote, ...]:
    if len(text) > _STUB * _LONG_WORD:
        return ()
    words = count_words(text)
    if not words:
        return ("no-body",)
    return ("stub",) if words < _STUB and (not said.free or _has_wall(page)) else ()


def _has_wall(page: str) -> bool:
    return any(
        _WALL.search(page, max(0, at - _AROUND), at + 2 * _AROUND) for at in _places_of(_WALL_WORDS, page)
    )


def _find_day(page: str) -> str | None:
    try:
        from htmldate import find_date
    except ImportError:
        raise _missing("htmldate") from None
    head = page[:_DATED]
    return find_date(head, original_date=True) if _DIGITS.search(head) else None
