"""Write `data/places/labels.tsv`: the name of every place in the languages of the site.

`python -m legation.build.labels`. In English the register's own name stands, in the others that of CLDR (Unicode
licence) unless `labels.toml` has a better one; an empty cell means that the English name is shown.
"""

from pathlib import Path
from typing import Final

import msgspec
from babel import Locale

from legation.build.cities import ROOT, write_rows
from legation.model.place import Place
from legation.model.situation import LANGUAGES
from legation.store.gazetteer import read_register

OURS: Final = frozenset(["XA", "XC", "XL", "XM", "XN", "XS", "XT"])
"""Codes that we assign; what CLDR says of them (XA: a test locale) is of something else."""


def main(places: Path = ROOT / "data" / "places") -> None:
    """Write the file."""
    better = msgspec.toml.decode((places / "labels.toml").read_bytes(), type=dict[str, dict[str, str]])
    register = read_register(places / "register.toml")
    rows = ((place.code, *labels(place, better.get(place.code, {}))) for place in register)
    write_rows(places / "labels.tsv", ("place", *LANGUAGES), rows)


def labels(place: Place, better: dict[str, str]) -> list[str]:
    """Name a place in every language, in the order of LANGUAGES."""
    return [
        place.name,
        *(better.get(language) or in_cldr(place.code, language) for language in LANGUAGES[1:]),
    ]


def in_cldr(code: str, language: str) -> str:
    """The name that CLDR gives, or nothing."""
    return "" if code in OURS else str(Locale.parse(language).territories.get(code, ""))


if __name__ == "__main__":
    main()
