"""Names that tell for whom somebody speaks or through whom it came: places, offices, media, roles."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from legation.news.statements.lexicon import read_grammar, read_rows, words_folder

Places = Callable[[str], str | None]
"""Name or demonym of a state to its place code; None when it is none."""

LONGEST_NAME: Final = 4
"""Words."""


class Gazetteer(msgspec.Struct, frozen=True):
    """Lists by name in lower case, without a leading `the`.

    Attributes:
        media: to the name as shown. offices: to the place that speaks through them.
        roles: to `national` (its holder speaks for a state even unnamed), `state` (for the one named), `no`.
        words: further lists of single words, by their name in `data/news/grammar.toml`.
    """

    media: dict[str, str]
    offices: dict[str, str]
    roles: dict[str, str]
    words: dict[str, frozenset[str]]


@cache
def get_gazetteer() -> Gazetteer:
    """The lists in `data/news`, read once."""
    return read_gazetteer(words_folder())


def read_gazetteer(folder: Path) -> Gazetteer:
    """Read the lists of one folder."""
    return Gazetteer(
        media={fold(row["name"]): row["name"] for row in read_rows(folder / "media.csv")},
        offices={fold(row["name"]): row["place"] for row in read_rows(folder / "offices.csv")},
        roles={row["role"]: row["speaks"] for row in read_rows(folder / "roles.csv")},
        words=read_grammar(folder),
    )


def fold(name: str) -> str:
    """The name as the lists hold it."""
    folded = name.lower().replace("’", "'")
    return folded[4:] if folded.startswith("the ") else folded
