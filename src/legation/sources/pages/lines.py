"""A page as lines of plain text with their links, from Markdown or from HTML."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import parse_qs, urlsplit

import msgspec
from lxml import etree, html

from legation.sources.contact import clean

MOST_LINES: Final = 5_000
URL = r"(?:<(?P<bracketed>[^<>\n]{0,2000})>|(?P<url>(?:[^()\s]|\([^()\s]{0,200}\)){0,2000}))"
TARGET = rf"\(\s*{URL}(?:\s+\"[^\"\n]*\")?\s*\)"
LINK = re.compile(r"\[(?P<text>(?:\\.|[^\[\]\\]){0,500})\]" + TARGET)
AUTOLINK = re.compile(r"<(?P<url>(?:https?://|mailto:)[^<>\s]{3,500}|[^<>\s@]{1,100}@[^<>\s@]{3,250})>")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>?&])")
HEADING = re.compile(r"(?P<marks>#{1,6})\s+(?P<text>.*)")
GLUED = re.compile(r"\*{0,2}\w")
"""What follows a link without a space: the page shows a line break there that Markdown has lost."""
INNER_MARK = re.compile(r"(?<=\w)\*\*(?=\w)")
BREAKING: Final = frozenset(
    {
        "address",
        "blockquote",
        "dd",
        "div",
        "dl",
        "dt",
        "li",
        "ol",
        "p",
        "section",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    }
)
SILENT: Final = frozenset({"script", "style", "template", "noscript"})


class Link(msgspec.Struct, frozen=True):
    """A link: what is shown, and where it leads (any scheme; whoever uses it checks)."""

    text: str
    url: str


class Line(msgspec.Struct, frozen=True):
    """One line of a page.

    Attributes:
        number: from 1.
        text: what a person sees, without marks.
        level: 1 to 6 of a heading, else 0.
        item: whether it stands in a list.
        links: in order.
    """

    number: int
    text: str
    level: int = 0
    item: bool = False
    links: tuple[Link, ...] = ()


def parse_markdown(text: str) -> list[Line]:
    """Read Markdown; lines without text are left out, at most 5,000 are read."""
    lines = []
    for number, said in enumerate(text.splitlines()[:MOST_LINES], start=1):
        if line := _parse_line(number, said):
            lines.append(line)
    return lines


def _parse_line(number: int, said: str) -> Line | None:
    bare = said.strip()
    level = 0
    if match := HEADING.fullmatch(bare):
        level, bare = len(match["marks"]), match["text"]
    item = bare.startswith(("* ", "- ", "+ "))
    links: list[Link] = []

    def shown(match: re.Match[str]) -> str:
        url = match["bracketed"] or match["url"] or ""
        links.append(Link(_unmarked(match["text"]), unwrapped(url)))
        glued = GLUED.match(match.string, match.end())
        return links[-1].text + (" " if glued else "")

    def shown_as_it_is(match: re.Match[str]) -> str:
        links.append(Link(match["url"].removeprefix("mailto:"), match["url"]))
        return links[-1].text

    visible = _unmarked(AUTOLINK.sub(shown_as_it_is, LINK.sub(shown, bare[2:] if item else bare)))
    return Line(number, visible, level, item, tuple(links)) if visible else None


def _unmarked(text: str) -> str:
    """Text without marks of emphasis and escapes."""
    return clean(ESCAPED.sub(r"\1", INNER_MARK.sub(" ", text).replace("**", "").strip("*#")))


def unwrapped(url: str) -> str:
    """The address that a mail scanner's safe link carries; any other as it is."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    if (parts.hostname or "").endswith(".safelinks.protection.outlook.com"):
        return parse_qs(parts.query).get("url", [""])[0]
    return url


def parse_html(text: str) -> list[Line]:
    """Read a piece of HTML as `parse_markdown` reads Markdown; what cannot be parsed has no lines."""
    try:
        parser = html.HTMLParser(huge_tree=False, no_network=True, remove_comments=True, remove_pis=True)
        root = html.fragment_fromstring(text, create_parent="div", parser=parser)
    except (etree.LxmlError, ValueError):
        return []
    scribe = _Scribe()
    scribe.write(root)
    return list(scribe.lines())


class _Scribe:
    """Collects the words of a tree into lines."""

    def __init__(self) -> None:
        self._pieces: list[tuple[str, int, bool, list[Link]]] = [("", 0, False, [])]

    def write(self, root: html.HtmlElement) -> None:
        """Take in a tree, in the order of its text; without recursion, for hostile trees are deep."""
        for event, node in etree.iterwalk(root, events=("start", "end")):
            if not isinstance(node.tag, str):
                continue
            if event == "start":
                self._begin(node)
            else:
                self._end(node)

    def _begin(self, node: html.HtmlElement) -> None:
        if node.tag == "br" or node.tag in BREAKING or re.fullmatch("h[1-6]", node.tag):
            level = int(node.tag[1]) if re.fullmatch("h[1-6]", node.tag) else 0
            self._pieces.append(("", level, node.tag == "li", []))
        if node.tag == "a":
            self._pieces[-1][3].append(Link(clean(node.text_content()), unwrapped(node.get("href") or "")))
        if node.tag not in SILENT:
            self._say(node.text)

    def _end(self, node: html.HtmlElement) -> None:
        if node.tag in BREAKING or re.fullmatch("h[1-6]", node.tag):
            self._pieces.append(("", 0, False, []))
        self._say(node.tail)

    def _say(self, said: str | None) -> None:
        text, level, item, links = self._pieces[-1]
        self._pieces[-1] = (text + (said or ""), level, item, links)

    def lines(self) -> Iterator[Line]:
        """The lines that have text."""
        number = 0
        for said, level, item, links in self._pieces[:MOST_LINES]:
            if text := clean(said):
                number += 1
                yield Line(number, text, level, item, tuple(links))
