"""Ids for posts that no open register numbers."""

import re

from legation.places.text import fold

ITEM = re.compile(r"Q[1-9][0-9]*")
"""A Wikidata item: an id that others know too."""


def slug(*parts: str) -> str:
    """An id for a post that no source has one for: `nl-ru-moscow-embassy`."""
    return "-".join(re.sub(r"[^a-z0-9]+", "-", fold(part)).strip("-") for part in parts if part)


def is_item(record: str) -> bool:
    """Whether a record's id is a Wikidata item."""
    return ITEM.fullmatch(record) is not None
