"""Read an article from plain text, as a reader's tool or an archive delivers it."""

from legation.model.news import Article, Notice
from legation.news.body import find_body
from legation.news.headline import find_head
from legation.news.lines import clean, find_paragraphs
from legation.news.notice import split_notice


def read_text(text: str, url: str | None = None) -> Article:
    """The article of a text: headline, dates, path and body; its notice names no country yet."""
    lines, notice = split_notice(find_paragraphs(clean(text)))
    body = find_body(lines)
    above = lines[: body.first] if body.lines else lines
    text = "\n\n".join(body.lines)
    head = find_head(above, text)
    return Article(
        url=url,
        title=head.title,
        published=head.published,
        modified=head.modified,
        section=head.breadcrumbs[-1] if head.breadcrumbs else None,
        breadcrumbs=head.breadcrumbs,
        text=text,
        notice=Notice(None, "\n".join(notice)) if notice else None,
        notes=() if body.lines else ("no-body",),
    )
