"""UCDP/PRIO Armed Conflict Dataset: one row a conflict and year.

Sides A and B fight. `location` names the state whose government or territory is disputed and says nothing of the
battlefield. States that send troops in support (`side_a_2nd`, `side_b_2nd`) are no parties of ours: peacekeepers are
among them. Years before 2000 are left out, for their states are not today's.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from legation.model.situation import ConflictKind, ConflictSpan
from legation.sources.codes import PlaceCodes
from legation.sources.contact import clean
from legation.sources.reading import MARKUP, Remark, unfit

SOURCE: Final = "ucdp_prio"
FIRST_YEAR: Final = 2000
KINDS: Final[dict[str, ConflictKind]] = {"2": "interstate", "3": "intrastate", "4": "internationalised"}
COLUMNS: Final = frozenset(
    {
        "conflict_id",
        "location",
        "side_a",
        "side_b",
        "territory_name",
        "year",
        "intensity_level",
        "cumulative_intensity",
        "type_of_conflict",
        "start_date2",
        "ep_end",
        "ep_end_date",
    }
)
GOVERNMENT: Final = "Government of "
GROUPS: Final = {"IS": "Islamic State"}
"""Group names that could be taken for a place code."""
LONGEST_CODE: Final = 2


class Conflicts(msgspec.Struct, frozen=True):
    """What the dataset says: spans by conflict, the last day it covers, its rows, and what was set aside."""

    spans: tuple[ConflictSpan, ...]
    until: str
    rows: int
    remarks: tuple[Remark, ...] = ()


def read_conflicts(body: bytes, codes: PlaceCodes) -> Conflicts:
    """Read the dataset's CSV.

    Raises:
        StopSource: not the dataset.
    """
    rows = list(parse_events(body, SOURCE, COLUMNS))
    years = [int(row["year"]) for row in rows if row["year"].isdecimal()]
    if not years:
        raise unfit(SOURCE, "has no rows")
    histories: dict[str, list[ConflictSpan]] = defaultdict(list)
    remarks = []
    for row in sorted(rows, key=lambda row: (row["conflict_id"], row["year"])):
        found = _read_year(row, codes)
        if isinstance(found, Remark):
            remarks.append(found)
        elif found:
            histories[found.id].append(found)
    spans = (span for history in histories.values() for span in join(history, max(years)))
    ordered = tuple(sorted(spans, key=lambda span: (int(span.id), span.first)))
    return Conflicts(ordered, f"{max(years)}-12-31", len(rows), tuple(sorted(remarks)))


def parse_events(body: bytes, source: str, columns: frozenset[str]) -> Iterator[dict[str, str]]:
    """Rows of a comma-separated file with at least these columns.

    Raises:
        StopSource: HTML, not UTF-8, columns missing, a row with the wrong number of cells.
    """
    if MARKUP.match(body):
        raise unfit(source, "is an HTML page, not data: a challenge or an error page")
    try:
        reader = csv.DictReader(io.StringIO(body.decode("utf-8-sig"), newline=""), restkey="")
        if missing := sorted(columns - set(reader.fieldnames or ())):
            raise unfit(source, f"lacks the column {', '.join(missing)}")
        for row in reader:
            if "" in row or None in row.values():
                raise unfit(source, f"is torn in line {reader.line_num}")
            yield {name: cell.strip() for name, cell in row.items()}
    except (UnicodeDecodeError, csv.Error) as error:
        raise unfit(source, f"is not a table: {error}") from error


def parse_side(said: str, codes: PlaceCodes) -> tuple[str, ...] | None:
    """Codes of the states and names of the groups of one side; None when a state is not known."""
    members: list[str] = []
    for name in filter(None, (clean(part) for part in said.split(","))):
        if not name.startswith(GOVERNMENT):
            members.append(GROUPS.get(name) or (name if len(name) > LONGEST_CODE else f"{name} (group)"))
            continue
        found = codes.get_named(name.removeprefix(GOVERNMENT))
        if not found:
            return None
        members += found
    return tuple(members)


def join(history: Iterable[ConflictSpan], newest: int) -> list[ConflictSpan]:
    """Merge years of one conflict that say the same; a year without it, up to the newest, ends the span before."""
    spans: list[ConflictSpan] = []
    for year in history:
        before = spans[-1] if spans else None
        following = before and not before.over and int(before.last[:4]) + 1 == int(year.first[:4])
        if before and following and _same(before, year):
            spans[-1] = msgspec.structs.replace(year, first=before.first, since=before.since)
            continue
        if before and not following:
            spans[-1] = msgspec.structs.replace(before, over=True)
        spans.append(year)
    if spans and int(spans[-1].last[:4]) < newest:
        spans[-1] = msgspec.structs.replace(spans[-1], over=True)
    return spans


def _same(before: ConflictSpan, year: ConflictSpan) -> bool:
    return all(
        getattr(before, field) == getattr(year, field)
        for field in ("kind", "intensity", "side_a", "side_b", "location", "territory", "lasting")
    )


def _read_year(row: dict[str, str], codes: PlaceCodes) -> ConflictSpan | Remark | None:
    kind, year = KINDS.get(row["type_of_conflict"]), int(row["year"])
    if year < FIRST_YEAR:
        return None
    side_a, side_b = parse_side(row["side_a"], codes), parse_side(row["side_b"], codes)
    location = [codes.get_named(clean(name)) for name in row["location"].split(",")]
    if kind is None or not side_a or not side_b or None in location:
        return Remark("unknown-side", f"{row['conflict_id']} {year}: {row['side_a']} / {row['side_b']}"[:120])
    ended = row["ep_end"] == "1" and bool(row["ep_end_date"])
    since = row["start_date2"] or f"{year}-01-01"
    return ConflictSpan(
        id=row["conflict_id"],
        kind=kind,
        intensity="war" if row["intensity_level"] == "2" else "armed conflict",
        side_a=side_a,
        side_b=side_b,
        location=tuple(sorted(code for found in location for code in found or ())),
        since=since,
        first=max(since, f"{year}-01-01"),
        last=row["ep_end_date"] if ended else f"{year}-12-31",
        over=ended,
        territory=clean(row["territory_name"]) or None,
        lasting=row["cumulative_intensity"] == "1",
    )
