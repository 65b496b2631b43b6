"""What a page says about itself: JSON-LD and meta tags, believed where they are plausible."""

import html
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import islice
from typing import Final

import msgspec

from legation.news.lines import clean

Json = Mapping[str, object]
_META: Final = re.compile(r"<meta\s[^>]{1,2000}>", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(
    r"""([\w:-]{1,40})\s*=\s*(?:"([^"]{0,1500})"|'([^']{0,1500})'|([^\s"'>]{1,300}))"""
)
_LANGUAGE: Final = re.compile(r"""<html\s[^>]{0,500}?\blang\s*=\s*["']?([\w-]{2,12})""", re.IGNORECASE)
_DATA_OPEN: Final = re.compile(r"""<script\b[^>]{0,200}\bapplication/ld\+json[^>]{0,200}>""", re.IGNORECASE)
_TITLE: Final = re.compile(r"<title[^>]{0,200}>([^<]{1,600})</title", re.IGNORECASE)
_HEADING: Final = re.compile(
    r"<h1\b[^<>]{0,500}>([^<]{0,300}(?:<(?!/?h1)[^<]{0,300}){0,12})</h1", re.IGNORECASE
)
_TAG: Final = re.compile(r"<[^>]{0,500}>")
_DAY: Final = re.compile(r"^\s*((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
_ARTICLE: Final = re.compile(r"(?:Article|Posting|Report|WebPage)$")
_HEAD: Final = 300_000
"""Characters in which a page's head is looked for."""


class Metadata(msgspec.Struct, frozen=True):
    """A page's word on itself; dates are ISO, None is not said or not believable."""

    title: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    site: str | None = None
    section: str | None = None
    breadcrumbs: tuple[str, ...] = ()
    free: bool = True


def find_metadata(page: str, today: date | None = None) -> Metadata:
    """What the page declares; a headline only if the page also shows it, a date only if it is not in the future."""
    head = page[: _find_head_end(page)]
    metas = _read_metas(head)
    records = list(_read_records(page))
    article = _find_article(records)
    path = _find_path(records)
    latest = ((today or date.today()) + timedelta(days=1)).isoformat()
    title = _find_title(page, head, metas, article)
    section = (
        _say(article.get("articleSection")) or metas.get("article:section") or (path[-1] if path else None)
    )
    return Metadata(
        title=title,
        published=_find_day((article.get("datePublished"), metas.get("article:published_time")), latest),
        modified=_find_day((article.get("dateModified"), metas.get("article:modified_time")), latest),
        language=_find_language(head, article),
        site=metas.get("og:site_name") or _name(article.get("publisher")),
        section=section,
        breadcrumbs=tuple(step for step in path if step != title),
        free=str(article.get("isAccessibleForFree", True)).lower() != "false",
    )


def _find_head_end(page: str) -> int:
    """Where the body begins; at most some hundred thousand characters are taken for a head."""
    body = page.find("<body", 0, _HEAD)
    return body if body >= 0 else _HEAD


def _read_metas(head: str) -> dict[str, str]:
    metas: dict[str, str] = {}
    for tag in _META.findall(head):
        low = tag.lower()
        if "og:" not in low and "article:" not in low:
            continue
        said = {
            name.lower(): double or single or bare for name, double, single, bare in _ATTRIBUTE.findall(tag)
        }
        name = (said.get("property") or said.get("name") or "").lower()
        if name and (content := plain(said.get("content", ""))):
            metas.setdefault(name, content)
    return metas


def _read_records(page: str) -> Iterator[Json]:
    position = 0
    while (named := page.find("ld+json", position)) >= 0:
        opened = _DATA_OPEN.search(page, max(position, named - 250), named + 250)
        if opened is None:
            position = named + 7
            continue
        end = page.find("</script", opened.end())
        if end < 0:
            return
        position = end
        try:
            yield from _flatten(msgspec.json.decode(page[opened.end() : end].strip()), 0)
        except (msgspec.DecodeError, RecursionError):
            continue


def _flatten(record: object, depth: int) -> Iterator[Json]:
    if isinstance(record, list):
        for item in record[:100]:
            yield from _flatten(item, depth + 1)
    elif isinstance(record, dict):
        yield record
        if depth < 4:
            yield from _flatten(record.get("@graph"), depth + 1)


def _types(record: Json) -> list[str]:
    said = record.get("@type")
    return [str(kind) for kind in said] if isinstance(said, list) else [str(said)]


def _find_article(records: list[Json]) -> Json:
    found = [record for record in records if any(_ARTICLE.search(kind) for kind in _types(record))]
    return max(found, key=lambda record: ("datePublished" in record) + ("headline" in record), default={})


def _find_path(records: list[Json]) -> tuple[str, ...]:
    for record in records:
        items = record.get("itemListElement")
        if "BreadcrumbList" in _types(record) and isinstance(items, list):
            names = (_name(item) or _name(item.get("item")) for item in items[:12] if isinstance(item, dict))
            return tuple(name for name in names if name)
    return ()


def _find_title(page: str, head: str, metas: Mapping[str, str], article: Json) -> str | None:
    shown = [plain(_TAG.sub(" ", found[1])) for found in islice(_HEADING.finditer(page), 20)]
    window = _TITLE.search(head)
    headline = _say(article.get("headline"))
    for claimed in (headline, metas.get("og:title")):
        if claimed and any(agree(claimed, other) for other in shown):
            return next(other for other in shown if agree(claimed, other))
    return (
        headline
        or metas.get("og:title")
        or (shown[0] if len(shown) == 1 else None)
        or (window and plain(window[1]))
    )


def agree(one: str, other: str) -> bool:
    """Whether two headlines are the same but for punctuation and what a site adds at the end."""
    short, long = sorted((re.sub(r"\W+", "", one).lower(), re.sub(r"\W+", "", other).lower()), key=len)
    return len(short) > 8 and long.startswith(short)


def _find_day(said: tuple[object, ...], latest: str) -> str | None:
    for value in said:
        if isinstance(value, str) and (found := _DAY.match(value)):
            day = "-".join(found.groups())
            if "1990" <= day <= latest and _is_day(day):
                return day
    return None


def _is_day(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _find_language(head: str, article: Json) -> str | None:
    found = _LANGUAGE.search(head[:5000])
    said = found[1] if found else _say(article.get("inLanguage"))
    return (
        said.replace("_", "-")
        if said and re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", said)
        else None
    )


def _name(record: object) -> str | None:
    return _say(record.get("name")) if isinstance(record, dict) else None


def _say(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return plain(value) or None if isinstance(value, str) else None


def plain(text: str) -> str:
    """One line of clean text from what stood in markup."""
    return " ".join(clean(html.unescape(text)).split())[:600]
