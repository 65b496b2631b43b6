"""One attribution, in words of the page."""

import msgspec

from legation.news.statements.phrases import Span


class Attribution(msgspec.Struct, frozen=True):
    """A source, a cue and a content, as ranges `(first, past-the-last)` of words.

    Attributes:
        source: who; None when only implied (`is expected to`).
        cue: the word that makes it one. content: what; in pieces where the cue stands between.
        lemma: of the cue ("say"). kind: of the cue, see `lexicon.Cue`.
        rule: the construction it was read from.
        addressee: who was told, for verbs of telling.
        via: who passed it on (`Interfax quoted Peskov as saying`).
    """

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    lemma: str
    kind: str
    rule: str
    addressee: Span | None = None
    via: Span | None = None
