"""What was read on a news page: the article, the places it is about, who said what in it."""

from typing import Literal

import msgspec

FocusRole = Literal["about", "speaking"]
ArticleNote = Literal["no-body", "stub", "unread-language", "replaced-characters", "cut"]
"""What a reader of the result must know: no article text found; only a teaser (a paywall); a language whose names
we do not know; bytes that fit no charset; a page read only up to the size limit."""


class Notice(msgspec.Struct, frozen=True):
    """A consular notice that already stood on the page.

    Attributes:
        country: code of the place it names as its own, None when it names none.
        text: its words, so that it can be found and replaced on the page.
    """

    country: str | None
    text: str


class CountryScore(msgspec.Struct, frozen=True):
    """One place an article is about, or whose officials speak in it.

    Attributes:
        code: place code of the register.
        score: share of the article's weight of evidence, 0 to 1, three decimals.
        role: `about` where it happens, `speaking` when it only speaks or is spoken for.
        evidence: the words read and where: `Kremlin (lead)`, `Russian ×3 (headline, body)`.
    """

    code: str
    score: float
    role: FocusRole
    evidence: tuple[str, ...] = ()


class Statement(msgspec.Struct, frozen=True):
    """What somebody said, as an article reports it.

    Attributes:
        speaker: the fullest name or description the article gives ("Dmitry Peskov", "the White House"), None
            when it names only the medium ("The New York Times has reported").
        role: what the speaker is ("spokesman"), None when not said.
        speaks_for: place code of the state spoken for, None when not said.
        medium: through whom it reached the page ("Interfax"), never the speaker; None when the page heard it itself.
        quote: the words, without quotation marks.
        direct: whether they stand in quotation marks.
        cue: the word that makes it a statement ("quoted", "warned").
        span: first and past-the-last character of the sentence in `Article.text`.
    """

    speaker: str | None
    role: str | None
    speaks_for: str | None
    medium: str | None
    quote: str
    direct: bool
    cue: str
    span: tuple[int, int]


class Article(msgspec.Struct, frozen=True):
    """A news page, read.

    Attributes:
        url: where it was, http or https.
        title: the headline, None when the page has none.
        published, modified: ISO dates.
        language: BCP 47, None when it could not be told.
        site: name of the publication.
        section: the section it stood in, the last breadcrumb before the headline.
        breadcrumbs: the path above the headline, from the outside in, without the headline.
        text: the body without boilerplate; paragraphs are separated by an empty line.
        notice: an older consular notice found on the page, kept out of text and focus.
        countries: places, best first; empty when no place is named.
        statements: in the order of the text.
        notes: see `ArticleNote`.
    """

    url: str | None = None
    title: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    site: str | None = None
    section: str | None = None
    breadcrumbs: tuple[str, ...] = ()
    text: str = ""
    notice: Notice | None = None
    countries: tuple[CountryScore, ...] = ()
    statements: tuple[Statement, ...] = ()
    notes: tuple[ArticleNote, ...] = ()


class ArticleShown(msgspec.Struct, frozen=True):
    """An article that was read, as the page of a place lists it; its text is not kept.

    Attributes:
        url: canonical address. title: headline. site: name of the publication.
        published: ISO date, None when the page has none. language: BCP 47. seen: ISO moment at which it was read.
    """

    url: str
    title: str
    site: str | None
    published: str | None
    language: str | None
    seen: str


class StatementShown(msgspec.Struct, frozen=True):
    """A short quotation from an article about a place, with who said it and where it stands.

    Attributes:
        speaker, role, speaks_for, medium, quote, direct, cue: as in `Statement`; a long quotation is cut.
        url, title, site: of the article. date: ISO date of the article, or on which it was read.
    """

    speaker: str
    role: str | None
    speaks_for: str
    medium: str | None
    quote: str
    direct: bool
    cue: str
    url: str
    title: str
    site: str | None
    date: str
