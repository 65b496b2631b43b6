"""An older consular notice on a page: it is recognised, kept out of the article, and not written a second time."""

import re
from collections.abc import Sequence
from typing import Final

from legation.model.news import Article, CountryScore
from legation.news.lines import has_any

_HEADING: Final = re.compile(
    r"^(?:consular (?:assistance|help|services?) (?:in|for)|assistance consulaire (?:en|au|aux|à)"
    r"|konsularische hilfe in"
    r"|asistencia consular en|consulaire (?:hulp|bijstand) in|assistência consular (?:em|no|na|nos|nas)"
    r"|консульская помощь в|консульська допомога в|المساعدة القنصلية في)\b.{2,60}$",
    re.IGNORECASE,
)
_INVITING: Final = re.compile(
    r"\b(?:are you in .{2,40} and need (?:consular|your embassy|help)|need consular (?:assistance|help)\b[^.]{0,40}\?"
    r"|find (?:your|the) (?:country['’]?s? |nearest )?(?:own )?(?:embassy|consulate)"
    r"|find (?:an? |your )?embass(?:y|ies) (?:in|of|on)"
    r"|who can help you in .{2,40}\?)",
    re.IGNORECASE,
)
_INVITING_WORDS: Final = ("embass", "consul", "are you in", "who can help you")
"""One of them stands in every invitation."""
_LONGEST: Final = 700
_SURE: Final = 0.3
_CLEAR: Final = 1.5
_LEAST: Final = 2
_TIMES: Final = re.compile(r" ×(\d+) \(")


def is_heading(line: str) -> bool:
    """Whether a line is the title of a consular notice."""
    return bool(_HEADING.match(line))


def is_invitation(line: str) -> bool:
    """Whether a line invites the reader to look for an embassy, as a notice does and an article does not."""
    if len(line) > _LONGEST:
        return False
    return has_any(line.lower(), _INVITING_WORDS) and bool(_INVITING.search(line))


def split_notice(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines of an article, and the lines of a notice that stands among them."""
    article: list[str] = []
    notice: list[str] = []
    for line in lines:
        (notice if is_heading(line) or is_invitation(line) else article).append(line)
    return article, notice


def notice_place(article: Article) -> CountryScore | None:
    """The place whose notice belongs on an article; None when it is not sure enough which.

    The place must hold three tenths of the article's evidence and half as much again as the next one, and be named
    twice or in the headline: one word may be a town that nobody meant. The place that an old notice on the page names
    does not count: it was left out of the focus. `python -m eval.focus` prints how often that is right.
    """
    about = [score for score in article.countries if score.role == "about"]
    if not about or about[0].score < _SURE or not _is_named_well(about[0]):
        return None
    return about[0] if len(about) == 1 or about[0].score >= _CLEAR * about[1].score else None


def _is_named_well(score: CountryScore) -> bool:
    mentions = sum(int(found[1]) if (found := _TIMES.search(word)) else 1 for word in score.evidence)
    return mentions >= _LEAST or any("headline" in word for word in score.evidence)
