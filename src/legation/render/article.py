"""An article as read: for a terminal, and as JSON."""

import msgspec

from legation.model.news import Article, Statement

_NOTES = {
    "no-body": "No article text was found.",
    "stub": "Only the beginning is here: a teaser, or a page behind a paywall.",
    "unread-language": "We do not know the names of places in this language: the countries may be incomplete.",
    "replaced-characters": "Some characters fit no charset and were replaced.",
    "cut": "Too long: only the beginning was read.",
}
_SHOWN = 200


def render_article_json(article: Article, *, line: bool = False) -> str:
    """All fields, null where unknown; `line` puts them on one line."""
    encoded = msgspec.json.encode(article)
    return encoded.decode() if line else msgspec.json.format(encoded, indent=2).decode()


def render_article_text(article: Article) -> str:
    """Headline, dates, places with their evidence, statements, and the beginning of the text."""
    parts = [*_head(article), *_places(article), *_statements(article), *_body(article)]
    return "\n".join(parts) + "\n"


def _head(article: Article) -> list[str]:
    modified = f"changed {article.modified}" if article.modified else None
    about = (
        article.published,
        modified,
        article.language,
        article.site,
        " > ".join(article.breadcrumbs) or article.section,
    )
    lines = [article.title or "(no headline)", " · ".join(part for part in about if part), article.url or ""]
    lines += [f"Note: {_NOTES[note]}" for note in article.notes]
    if article.notice:
        lines.append(
            f"Already carries a notice{f' on {article.notice.country}' if article.notice.country else ''}."
        )
    return [line for line in lines if line]


def _places(article: Article) -> list[str]:
    if not article.countries:
        return ["", "No place is named."]
    rows = [
        f"  {place.code}  {place.score:5.1%}  {place.role:8}  {', '.join(place.evidence)}".rstrip()
        for place in article.countries
    ]
    return ["", "Places:", *rows]


def _statements(article: Article) -> list[str]:
    return ["", "Statements:", *map(_said, article.statements)] if article.statements else []


def _said(statement: Statement) -> str:
    said_by = (statement.speaker or "(not named)", statement.role, statement.speaks_for)
    who = ", ".join(part for part in said_by if part)
    through = f" (through {statement.medium})" if statement.medium else ""
    words = f"“{statement.quote}”" if statement.direct else statement.quote
    return f"  {who} {statement.cue}{through}: {words}"


def _body(article: Article) -> list[str]:
    shown = article.text[:_SHOWN].replace("\n\n", " / ")
    return ["", f"{shown} …" if len(article.text) > _SHOWN else shown] if shown else []
