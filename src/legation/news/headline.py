"""Find the headline, the path and the dates among the lines above an article."""

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from legation.news.dates import find_date, says_modified
from legation.news.furniture import is_byline, is_credit, is_furniture
from legation.news.lines import count_words

_HOME: Final = frozenset(
    [
        "home",
        "accueil",
        "start",
        "startseite",
        "inicio",
        "início",
        "home",
        "главная",
        "головна",
        "الرئيسية",
        "首页",
        "होम",
        "nieuws",
        "news",
    ]
)
_SEPARATORS: Final = re.compile(r"\s*(?:[>»›/|→▸]|::)\s*")
_PARTS: Final = re.compile(r"\s[|·•]\s")
_WORD: Final = re.compile(r"\w+")
_LONGEST: Final = 30
_NEAR: Final = 12
_LEAD: Final = 1500
_LEAST: Final = 0.8
"""Under this weight a line is a menu's entry, not a headline."""


class Head(msgspec.Struct, frozen=True):
    """What stands above an article."""

    title: str | None = None
    published: str | None = None
    modified: str | None = None
    breadcrumbs: tuple[str, ...] = ()


def find_head(above: Sequence[str], body: str) -> Head:
    """What the lines above a body say: the headline is the one that shares most words with the body's beginning."""
    title = _find_title(above, body)
    published, modified = _find_dates(above)
    return Head(title, published, modified, _find_breadcrumbs(above, title))


def _can_be_title(line: str) -> bool:
    words = count_words(line)
    if not 3 <= words <= _LONGEST or line.endswith((":", ";", "…", "...")):
        return False
    return not (is_furniture(line) or is_byline(line) or is_credit(line) or find_date(line))


def _find_title(above: Sequence[str], body: str) -> str | None:
    said = frozenset(_WORD.findall(body[:_LEAD].lower()))
    best, title = _LEAST, None
    for position, line in enumerate(above):
        if _can_be_title(line) and (worth := _weigh_title(line, position, above, said)) >= best:
            best, title = worth, line
    return title


def _weigh_title(line: str, position: int, above: Sequence[str], said: frozenset[str]) -> float:
    words = [word for word in _WORD.findall(line.lower()) if len(word) > 3 or not word.isascii()]
    shared = sum(word in said for word in words) / max(len(words), 4)
    following = above[position + 1 : position + 4]
    dated = any(find_date(other) or is_byline(other) for other in following)
    again = sum(other == line or other.endswith(f" {line}") for other in above) > 1
    near = 1 - min(len(above) - position, _NEAR) / _NEAR
    return (
        3 * shared
        + 0.6 * dated
        + 0.6 * again
        + 0.6 * near
        + min(len(words), 6) / 12
        - 0.5 * line.endswith(".")
    )


def _find_dates(above: Sequence[str]) -> tuple[str | None, str | None]:
    published = modified = None
    for line in reversed(above):
        for part in _PARTS.split(line):
            if day := find_date(part):
                if says_modified(part):
                    modified = modified or day
                else:
                    published = published or day
    return published or modified, modified


def _find_breadcrumbs(above: Sequence[str], title: str | None) -> tuple[str, ...]:
    for line in above:
        path = line.removesuffix(title).strip() if title and line != title else line
        path = _SEPARATORS.sub(" / ", path).strip(" /")
        first = path.split(" ", 1)[0]
        if first.lower() not in _HOME or (path == line and "/" not in path):
            continue
        parts = path.split(" / ") if " / " in path else path.split(" ")
        return tuple(part for part in parts if part and part != title)
    return ()
