"""Read the entries of a feed: RSS 2.0 and 1.0, Atom (RFC 4287), JSON Feed 1.1."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final

import msgspec

from legation.errors import MissingData, UnreadableInput
from legation.model.news import Article
from legation.news.metadata import plain
from legation.news.pages import flatten

_FEED: Final = re.compile(
    r"^\s*(?:<\?xml[^>]{0,200}\?>)?(?:\s*<!--.{0,2000}?-->|\s*<\?[^>]{0,500}\?>)*\s*<(?:rss|feed|rdf:RDF)\b",
    re.DOTALL,
)
_JSON_FEED: Final = re.compile(
    r'^\s*\{.{0,2000}?"version"\s*:\s*"https?://(?:www\.)?jsonfeed\.org/version/', re.DOTALL
)
_MOST: Final = 1000
_ADDRESS: Final = re.compile(r"https?://\S{1,2000}$")


class _Item(msgspec.Struct):
    title: str | None = None
    url: str | None = None
    summary: str | None = None
    content_text: str | None = None
    content_html: str | None = None
    date_published: str | None = None
    date_modified: str | None = None
    language: str | None = None


class _JsonFeed(msgspec.Struct):
    items: list[_Item]
    title: str | None = None
    language: str | None = None


def is_feed(text: str) -> bool:
    """Whether a text is a feed."""
    return bool(_FEED.match(text) or _JSON_FEED.match(text))


def read_feed(text: str, given: str = "the feed") -> list[Article]:
    """The entries as articles: headline, link, dates, and what the feed gives of the text; the first thousand.

    Raises:
        UnreadableInput: not well-formed.
        MissingData: XML, and the extra `news` is not installed.
    """
    return _read_json(text, given) if text.lstrip()[:1] == "{" else _read_xml(text, given)


def _read_json(text: str, given: str) -> list[Article]:
    try:
        feed = msgspec.json.decode(text, type=_JsonFeed)
    except (msgspec.DecodeError, msgspec.ValidationError, RecursionError) as error:
        raise _broken(given, str(error)) from None
    return [
        _make(
            item.title,
            item.url,
            item.content_html or item.content_text or item.summary,
            item.date_published,
            item.date_modified,
            item.language or feed.language,
            feed.title,
        )
        for item in feed.items[:_MOST]
    ]


def _read_xml(text: str, given: str) -> list[Article]:
    try:
        from lxml import etree
    except ImportError:
        message = "lxml is not installed: pip install 'legation[news]' reads feeds."
        raise MissingData("no-reader", message, "lxml") from None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(text.lstrip().encode(), parser)
    except etree.XMLSyntaxError as error:
        raise _broken(given, str(error)) from None
    said: list[dict[str, str]] = []
    for element in root.iter("{*}item", "{*}entry"):
        said.append(_collect(element))
        if len(said) == _MOST:
            break
    site = next((plain(title.text or "") for title in root.iter("{*}title")), None)
    language = next((plain(tag.text or "") for tag in root.iter("{*}language")), None)
    return [
        _make(
            entry.get("title"),
            entry.get("link"),
            entry.get("encoded") or entry.get("content") or entry.get("description") or entry.get("summary"),
            entry.get("pubDate") or entry.get("published") or entry.get("date") or entry.get("updated"),
            entry.get("updated"),
            language,
            site,
        )
        for entry in said
    ]


def _collect(element: Any) -> dict[str, str]:
    said: dict[str, str] = {}
    for child in element:
        if isinstance(child.tag, str):
            name = child.tag.rpartition("}")[2]
            if name == "link" and child.get("rel", "alternate") != "alternate":
                continue
            said.setdefault(name, "".join(child.itertext()) or child.get("href", ""))
    return said


def _make(
    title: str | None,
    url: str | None,
    body: str | None,
    published: str | None,
    modified: str | None,
    language: str | None,
    site: str | None,
) -> Article:
    lines = [plain(line) for line in flatten(body or "").split("\n")]
    address = (url or "").strip()
    return Article(
        url=address if _ADDRESS.match(address) else None,
        title=plain(flatten(title or "")) or None,
        published=_find_day(published),
        modified=_find_day(modified),
        language=language or None,
        site=site or None,
        text="\n\n".join(line for line in lines if line),
        notes=("stub",),
    )


def _find_day(said: str | None) -> str | None:
    """RFC 822 as RSS writes it, RFC 3339 as the others do; the day in UTC."""
    if not said:
        return None
    try:
        moment = datetime.fromisoformat(said.strip())
    except ValueError:
        try:
            moment = parsedate_to_datetime(said.strip())
        except (ValueError, TypeError):
            return None
    day = (moment.astimezone(UTC) if moment.tzinfo else moment).date()
    return day.isoformat() if day >= date(1990, 1, 1) else None


def _broken(given: str, why: str) -> UnreadableInput:
    return UnreadableInput("broken-feed", f"{given} is not a well-formed feed ({why[:120]}).", given)
