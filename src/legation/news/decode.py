"""Bytes to text: what a page says about its charset is believed only if it fits."""

import codecs
import re
from typing import Final

from legation.errors import UnreadableInput

LARGEST: Final = 2_500_000
"""Bytes read of one page or text; the rest is left out and the article says `cut`."""
_DECLARED: Final = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY: Final = bytes((*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)))
"""Control characters that stand in no text."""
_MOST_BINARY: Final = 0.002


def clip(text: str) -> str:
    """As much of a text as is read."""
    return text[:LARGEST]


def decode(content: bytes | str, given: str = "input") -> tuple[str, bool]:
    """The text of a page and whether characters had to be replaced.

    Raises:
        UnreadableInput: it is empty, or not text.
    """
    if not content.strip():
        raise UnreadableInput(
            "empty-page", f"{given} is empty: give a page or a text with words in it.", given
        )
    if isinstance(content, str):
        return clip(content), False
    head = content[:LARGEST]
    for mark, charset in _MARKS:
        if head.startswith(mark):
            return _replace(head, charset)
    first = head[:65536]
    if len(first) - len(first.translate(None, _BINARY)) > _MOST_BINARY * len(first):
        raise UnreadableInput("not-text", f"{given} is not text: give HTML, plain text or a feed.", given)
    return _decode_unmarked(head)


def _decode_unmarked(head: bytes) -> tuple[str, bool]:
    whole = head if len(head) < LARGEST else head[: head.rfind(b"\n") + 1] or head
    for charset in ("utf-8", _find_declared(whole)):
        try:
            return whole.decode(charset), False
        except (UnicodeDecodeError, LookupError):
            continue
    text, replaced = _replace(whole, "utf-8")
    if text.count("\ufffd") * 200 < len(text):
        return text, replaced
    try:
        return whole.decode(_guess(whole)), False
    except (UnicodeDecodeError, LookupError):
        return text, replaced


def _find_declared(head: bytes) -> str:
    found = _DECLARED.search(head[:4096])
    name = found[1].decode("ascii", "replace").lower() if found else ""
    return "cp1252" if name in ("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii") else name or "utf-8"


def _guess(head: bytes) -> str:
    """Without the extra that detects charsets, Western Europe's is the best guess."""
    try:
        from resiliparse.parse.encoding import detect_encoding
    except ImportError:
        return "cp1252"
    return str(detect_encoding(head[:65536]))


def _replace(content: bytes, charset: str) -> tuple[str, bool]:
    text = content.decode(charset, "replace")
    return text, "\ufffd" in text
