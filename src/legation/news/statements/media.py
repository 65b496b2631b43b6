"""Through whom it reached the page: `told Interfax`, `in an interview with CNN`, `Reuters quoted`."""

from legation.news.statements.attribution import Attribution
from legation.news.statements.lexicon import NAME
from legation.news.statements.page import Page
from legation.news.statements.phrases import Span
from legation.news.statements.speakers import Speakers

_CHANNELS = frozenset({"with", "on", "to", "in", "via", "by", "from", "told"})
_TWEETS = {"tweet": "Twitter", "retweet": "Twitter"}
_LONGEST = 5


def find_medium(page: Page, one: Attribution, speakers: Speakers) -> str | None:
    """The medium of an attribution, from who passed it on, who was told, or where it was said."""
    if one.via is not None:
        return speakers.resolve(one.via).medium
    if one.addressee is not None:
        found = _longest(page, one.addressee, speakers)
        if found is not None:
            return found
    return _TWEETS.get(one.lemma) or _channel(page, one, speakers)


def _channel(page: Page, one: Attribution, speakers: Speakers) -> str | None:
    """A medium after a preposition in the cue's sentence, outside the content and the source."""
    words, (begin, stop) = page.words, page.bounds_at(one.cue[0])
    taken = (*one.content, one.source or one.cue)
    for at in range(begin, stop - 1):
        if words.low[at] in _CHANNELS and not any(first <= at < end for first, end in taken):
            found = _longest(page, (at + 1, min(at + 1 + _LONGEST, stop)), speakers)
            if found is not None:
                return found
    return None


def _longest(page: Page, span: Span, speakers: Speakers) -> str | None:
    """The longest medium that begins `span`."""
    first = span[0]
    for end in range(min(span[1], first + _LONGEST), first, -1):
        if page.words.classes[end - 1] & NAME or end == span[1] or end == first + 1:
            found = speakers.find_medium((first, end))
            if found is not None:
                return found
    return None
