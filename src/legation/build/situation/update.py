"""Fetch a source of the situation anew and append what it says to the local history.

A source that cannot be had, or falls under a floor, leaves its last good state and says so in `health`.
"""

import io
import sqlite3
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

import msgspec

from legation.build.situation.floors import check
from legation.build.situation.pack import issuer_of
from legation.build.situation.record import append
from legation.errors import StopSource
from legation.model.situation import Statement, Taken
from legation.sources import get_forms
from legation.sources.advice_gb import live as gov_uk
from legation.sources.advice_nl import live as nederland_wereldwijd
from legation.sources.ask import Ask, Request
from legation.sources.captured import Table
from legation.sources.codes import PlaceCodes
from legation.sources.declaration import Declaration, Live
from legation.sources.reading import Reading, unfit
from legation.sources.ucdp_ged.read import read_events
from legation.sources.ucdp_prio.read import read_conflicts
from legation.store.situation import advice_run, insert_fighting, insert_spans

INCOMPLETE: Final = frozenset({"advice_jp", "ucdp_prio", "ucdp_ged"})
"""Sources that list news or months, not everything: an absence in them means nothing."""
LARGEST_MEMBER: Final = 50_000_000
MONTHS_BACK: Final = 3


def update(
    declaration: Declaration,
    history: sqlite3.Connection,
    codes: PlaceCodes,
    ask: Ask,
    now: datetime | None = None,
) -> Taken:
    """Ask, read, check against the floors, append.

    Args:
        declaration: of the source.
        history: the local history.
        codes: places of the register.
        ask: the door to the network.
        now: the moment; the clock's when left out.

    Raises:
        StopSource: the source is unfit; `health` says why, and nothing else was changed.
    """
    seen = (now or datetime.now(UTC)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    try:
        taken = _take(declaration, history, codes, ask, seen)
    except StopSource as refusal:
        note(history, declaration.id, seen, refusal.message, taken=False)
        raise
    note(history, declaration.id, seen, f"{taken.entries} entries", taken=True)
    return taken


def note(history: sqlite3.Connection, source: str, tried: str, message: str, *, taken: bool) -> None:
    """Remember how an attempt ended."""
    history.execute(
        "INSERT OR REPLACE INTO health VALUES (?, ?, ?, ?)", (source, tried, taken, message[:500])
    )


def _take(
    declaration: Declaration, history: sqlite3.Connection, codes: PlaceCodes, ask: Ask, seen: str
) -> Taken:
    if declaration.live is None:
        raise StopSource("not-live", f"{declaration.id} has no live form.", declaration.id)
    refusals = []
    for live in _forms(declaration.live):
        try:
            return _take_form(declaration, live, history, codes, ask, seen)
        except StopSource as refusal:
            if refusal.code == "clock-went-back":
                raise
            refusals.append(refusal)
    raise refusals[0]


def _forms(live: Live) -> Iterator[Live]:
    """The live form, then what it falls back to."""
    yield live
    if live.fallback:
        yield from _forms(live.fallback)


def _take_form(
    declaration: Declaration, live: Live, history: sqlite3.Connection, codes: PlaceCodes, ask: Ask, seen: str
) -> Taken:
    source = declaration.id
    body = _fetch(source, live, history, codes, ask, seen)
    if source != "advice_gb":
        check(declaration, "bytes", len(body))
    if source in ("ucdp_prio", "ucdp_ged"):
        return _take_conflicts(declaration, history, codes, body, seen)
    form = get_forms(source)[live.form]
    if isinstance(form, Table):
        raise unfit(source, f"in the form {live.form} is a captured table, which cannot be live")
    reading = form(body, codes, seen) if body != b"{}" else Reading()
    if source == "advice_gb":
        reading = Reading(_with_unchanged(history, reading.statements), remarks=reading.remarks)
    entries = len(reading.statements) + len(reading.alerts)
    check(declaration, "rows", entries)
    taken = Taken(source, seen, entries, source not in INCOMPLETE)
    append(history, taken, reading, issuer_of(source))
    return taken


def _fetch(
    source: str, live: Live, history: sqlite3.Connection, codes: PlaceCodes, ask: Ask, seen: str
) -> bytes:
    """The bytes of a live form, in one question or several."""
    match source:
        case "advice_gb":
            known = {said.place: said.updated for said in _newest(history) if not said.derived}
            return gov_uk.capture(ask, live.url, codes, known, seen)
        case "advice_nl":
            return nederland_wereldwijd.capture(ask, live.url)
        case "ucdp_ged":
            return _fetch_month(live, ask, seen)
        case _:
            return ask(Request(live.url, live.accept, ends=live.ends.encode()))


def _fetch_month(live: Live, ask: Ask, seen: str) -> bytes:
    """The newest of the last months that is published."""
    year, month = int(seen[:4]), int(seen[5:7])
    for back in range(1, MONTHS_BACK + 1):
        years, before = divmod(year * 12 + month - 1 - back, 12)
        url = live.url.replace("{year}", f"{years % 100}").replace("{month}", f"{before + 1}")
        try:
            return ask(Request(url, live.accept))
        except StopSource:
            if back == MONTHS_BACK:
                raise
    raise AssertionError("the last month answers or raises")


def _take_conflicts(
    declaration: Declaration, history: sqlite3.Connection, codes: PlaceCodes, body: bytes, seen: str
) -> Taken:
    """Years or months of conflict replace what the history had of them."""
    if declaration.id == "ucdp_prio":
        conflicts = read_conflicts(unzip(body, declaration.id), codes)
        check(declaration, "rows", conflicts.rows)
        taken = Taken(declaration.id, f"{conflicts.until}T00:00:00Z", len(conflicts.spans), complete=False)
        with history:
            history.execute("BEGIN")
            insert_spans(history, list(conflicts.spans))
            _insert_taken(history, taken)
        return taken
    events = read_events(body, codes, seen)
    check(declaration, "rows", events.rows)
    taken = Taken(declaration.id, seen, events.rows, complete=False)
    with history:
        history.execute("BEGIN")
        insert_fighting(history, list(events.fighting))
        _insert_taken(history, taken)
    return taken


def _insert_taken(history: sqlite3.Connection, taken: Taken) -> None:
    row = msgspec.structs.astuple(taken)
    history.execute("INSERT OR REPLACE INTO situation_snapshot VALUES (?, ?, ?, ?)", row)


def unzip(body: bytes, source: str) -> bytes:
    """The one CSV of an archive, or the bytes themselves when they are none.

    Raises:
        StopSource: a torn archive, none or several tables in it, or one that would unpack to more than 50 MB.
    """
    if not body.startswith(b"PK"):
        return body
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            tables = [member for member in archive.infolist() if member.filename.lower().endswith(".csv")]
            if len(tables) != 1 or tables[0].file_size > LARGEST_MEMBER:
                raise unfit(source, "is an archive without exactly one table of a usual size")
            return archive.read(tables[0])
    except (zipfile.BadZipFile, OSError, RuntimeError) as error:
        raise unfit(source, f"is a torn archive: {error}") from error


def _newest(history: sqlite3.Connection) -> list[Statement]:
    """What was last said of each place by the British pages, as of their newest snapshot."""
    rows = history.execute(
        "SELECT * FROM advice_run WHERE issuer = 'GB' AND last = "
        "(SELECT max(seen) FROM situation_snapshot WHERE source = 'advice_gb')"
    )
    return [advice_run(row).said for row in rows]


def _with_unchanged(history: sqlite3.Connection, changed: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The changed statements, and what was last said of every other place."""
    found = {said.place: said for said in _newest(history)} | {said.place: said for said in changed}
    return tuple(found[place] for place in sorted(found))
