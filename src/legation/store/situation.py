"""The tables of what is going on: filled from `data/situation/`, and the same tables for the local history."""

import sqlite3
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec

from legation.errors import TornData
from legation.model.situation import AlertRun, ConflictSpan, Fighting, Run, Statement, Taken, WrittenFact

SCHEMA: Final = """
CREATE TABLE situation_snapshot (
  source TEXT, seen TEXT, entries INTEGER, complete INTEGER, PRIMARY KEY (source, seen)
) WITHOUT ROWID;
CREATE TABLE advice_run (
  place TEXT, issuer TEXT, first TEXT, last TEXT, level INTEGER, regional_max INTEGER, regional INTEGER,
  wording TEXT, updated TEXT, url TEXT, derived INTEGER, PRIMARY KEY (place, issuer, first)
) WITHOUT ROWID;
CREATE TABLE alert_run (number INTEGER PRIMARY KEY, source TEXT, id TEXT, first TEXT, last TEXT, alert TEXT);
CREATE INDEX alert_run_id ON alert_run (source, id, first);
CREATE TABLE alert_place (place TEXT, last TEXT, number INTEGER, PRIMARY KEY (place, last, number)) WITHOUT ROWID;
CREATE TABLE armed_conflict (number INTEGER PRIMARY KEY, id TEXT, first TEXT, span TEXT);
CREATE TABLE conflict_place (place TEXT, number INTEGER, PRIMARY KEY (place, number)) WITHOUT ROWID;
CREATE TABLE fighting (
  conflict TEXT, place TEXT, first TEXT, last TEXT, events INTEGER, PRIMARY KEY (conflict, first, place)
) WITHOUT ROWID;
CREATE TABLE written_fact (number INTEGER PRIMARY KEY, conflict TEXT, fact TEXT);
CREATE TABLE situation_name (
  language TEXT, place TEXT, name TEXT, subject TEXT, named TEXT, here TEXT, plural INTEGER,
  PRIMARY KEY (place, language)
) WITHOUT ROWID
"""

Line = TypeVar("Line", bound=msgspec.Struct)
CODE_LENGTH: Final = 2
ADVICE: Final = "INSERT INTO advice_run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


def load(connection: sqlite3.Connection, data: Path) -> None:
    """Fill the tables from the text in `data/situation/`.

    Raises:
        TornData: a line cannot be read; names file and line.
    """
    folder = data / "situation"
    taken = read_lines(folder / "snapshots.jsonl", Taken)
    snapshots = ((one.source, one.seen, one.entries, one.complete) for one in taken)
    connection.executemany("INSERT INTO situation_snapshot VALUES (?, ?, ?, ?)", snapshots)
    runs = read_lines(folder / "advice.jsonl", Run)
    connection.executemany(ADVICE, (advice_row(run) for run in runs))
    for alert_run in read_lines(folder / "alerts.jsonl", AlertRun):
        insert_alert(connection, alert_run)
    facts = read_facts(folder / "facts.toml")
    fighting = list(read_lines(folder / "fighting.jsonl", Fighting))
    _load_conflicts(connection, list(read_lines(folder / "conflicts.jsonl", ConflictSpan)), fighting, facts)
    connection.executemany(
        "INSERT INTO situation_name VALUES (?, ?, ?, ?, ?, ?, ?)", read_names(folder / "names.tsv")
    )


def _load_conflicts(
    connection: sqlite3.Connection,
    spans: list[ConflictSpan],
    fighting: list[Fighting],
    facts: list[WrittenFact],
) -> None:
    """A conflict is found from its sides, its location, and wherever an event or a fact puts it."""
    where: dict[str, set[str]] = {}
    for event in fighting:
        where.setdefault(event.conflict, set()).add(event.place)
    for fact in facts:
        where.setdefault(fact.conflict, set()).update(fact.where)
    insert_spans(connection, spans, where)
    insert_fighting(connection, fighting)
    encoded_facts = ((fact.conflict, msgspec.json.encode(fact).decode()) for fact in facts)
    connection.executemany("INSERT INTO written_fact (conflict, fact) VALUES (?, ?)", encoded_facts)


def insert_spans(
    connection: sqlite3.Connection,
    spans: list[ConflictSpan],
    where: Mapping[str, Iterable[str]] | None = None,
) -> None:
    """Replace all spans of conflicts; each is found from its sides, its location and the places given for it."""
    connection.execute("DELETE FROM conflict_place")
    connection.execute("DELETE FROM armed_conflict")
    for number, span in enumerate(spans, 1):
        encoded = msgspec.json.encode(span).decode()
        connection.execute(
            "INSERT INTO armed_conflict VALUES (?, ?, ?, ?)", (number, span.id, span.first, encoded)
        )
        sides = (member for member in (*span.side_a, *span.side_b) if len(member) == CODE_LENGTH)
        places = {*sides, *span.location, *(where or {}).get(span.id, ())}
        connection.executemany(
            "INSERT INTO conflict_place VALUES (?, ?)", ((place, number) for place in sorted(places))
        )


def insert_fighting(connection: sqlite3.Connection, fighting: list[Fighting]) -> None:
    """Add or replace months of fighting."""
    rows = ((one.conflict, one.place, one.first, one.last, one.events) for one in fighting)
    connection.executemany("INSERT OR REPLACE INTO fighting VALUES (?, ?, ?, ?, ?)", rows)


def insert_alert(connection: sqlite3.Connection, run: AlertRun) -> None:
    """Add one run of an alert, found from each of its places."""
    encoded = msgspec.json.encode(run.alert).decode()
    cursor = connection.execute(
        "INSERT INTO alert_run (source, id, first, last, alert) VALUES (?, ?, ?, ?, ?)",
        (run.source, run.alert.id, run.first, run.last, encoded),
    )
    places = ((place, run.last, cursor.lastrowid) for place in run.alert.places)
    connection.executemany("INSERT INTO alert_place VALUES (?, ?, ?)", places)


def advice_row(run: Run) -> tuple[object, ...]:
    """The columns of `advice_run`."""
    said = run.said
    levels = (said.level, said.regional_max, said.regional)
    return (
        said.place,
        run.issuer,
        run.first,
        run.last,
        *levels,
        said.wording,
        said.updated,
        said.url,
        said.derived,
    )


def advice_run(row: tuple[Any, ...]) -> Run:
    """A row of `advice_run` as it was put in."""
    place, issuer, first, last, level, regional_max, regional, wording, updated, url, derived = row
    said = Statement(place, level, regional_max, bool(regional), wording, updated, url, bool(derived))
    return Run(issuer, said, first, last)


def read_lines(path: Path, kind: type[Line]) -> Iterator[Line]:
    """The records of a file, one a line; none when there is no such file.

    Raises:
        TornData: a line is no such record; names file and line.
    """
    if not path.exists():
        return
    decoder = msgspec.json.Decoder(kind)
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        try:
            yield decoder.decode(line)
        except msgspec.DecodeError as error:
            message = f"{path}, line {number}: {error}. Restore the file, or reinstall legation."
            raise TornData("torn-text", message, f"{path}:{number}") from error


def read_facts(path: Path) -> list[WrittenFact]:
    """The written facts on where conflicts are fought.

    Raises:
        TornData: the file is no such TOML.
    """
    if not path.exists():
        return []
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("fact", [])
        return msgspec.convert(entries, list[WrittenFact])
    except (ValueError, msgspec.ValidationError) as error:
        raise TornData(
            "torn-text", f"{path}: {error}. Restore the file, or reinstall legation.", str(path)
        ) from error


def read_names(path: Path) -> Iterator[tuple[str, str, str, str, str, str, bool]]:
    """Rows of language, place and the forms of its name; the first line names the columns."""
    if not path.exists():
        return
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        language, place, name, subject, named, here, number = line.split("\t")
        yield language, place, name, subject, named, here, number == "p"
