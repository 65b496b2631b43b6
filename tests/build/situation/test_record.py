"""Appending: runs go on, repeated snapshots change nothing, time does not run backwards."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from legation.build.situation.record import append, open_history
from legation.errors import StopSource
from legation.model.situation import Statement, Taken
from legation.sources.reading import Reading


@pytest.fixture
def history() -> Iterator[sqlite3.Connection]:
    connection = open_history()
    yield connection
    connection.close()


def take(history: sqlite3.Connection, day: int, *levels: tuple[str, int], complete: bool = True) -> bool:
    reading = Reading(tuple(Statement(place, level) for place, level in levels))
    return append(
        history, Taken("advice_ca", f"2026-01-{day:02}T00:00:00Z", len(levels), complete), reading, "CA"
    )


def runs(history: sqlite3.Connection) -> list[tuple[str, str, str, int]]:
    query = "SELECT place, first, last, level FROM advice_run ORDER BY place, first"
    return [(place, first[8:10], last[8:10], level) for place, first, last, level in history.execute(query)]


def test_a_statement_that_is_repeated_is_one_run(history: sqlite3.Connection) -> None:
    for day in (1, 2, 3):
        take(history, day, ("FR", 1))
    take(history, 4, ("FR", 2))
    assert runs(history) == [("FR", "01", "03", 1), ("FR", "04", "04", 2)]


def test_a_gap_begins_a_new_run(history: sqlite3.Connection) -> None:
    take(history, 1, ("FR", 1), ("DE", 1))
    take(history, 2, ("DE", 1))
    take(history, 3, ("FR", 1), ("DE", 1))
    assert runs(history) == [("DE", "01", "03", 1), ("FR", "01", "01", 1), ("FR", "03", "03", 1)]


def test_an_incomplete_snapshot_makes_no_gap(history: sqlite3.Connection) -> None:
    take(history, 1, ("FR", 1))
    take(history, 2, ("DE", 1), complete=False)
    take(history, 3, ("FR", 1))
    assert runs(history)[1] == ("FR", "01", "03", 1)


def test_a_repeated_snapshot_changes_nothing(history: sqlite3.Connection) -> None:
    assert take(history, 1, ("FR", 1))
    before = list(history.iterdump())
    assert not take(history, 1, ("FR", 4))
    assert list(history.iterdump()) == before


def test_a_clock_that_went_back_is_refused(history: sqlite3.Connection) -> None:
    take(history, 5, ("FR", 1))
    before = list(history.iterdump())
    with pytest.raises(StopSource, match="check the clock"):
        take(history, 4, ("FR", 4))
    assert list(history.iterdump()) == before


def test_a_snapshot_is_taken_whole_or_not_at_all(history: sqlite3.Connection) -> None:
    take(history, 1, ("FR", 1))
    before = list(history.iterdump())
    broken = Reading((Statement("FR", 2), Statement("DE", object())))  # type: ignore[arg-type]
    with pytest.raises(sqlite3.Error):
        append(history, Taken("advice_ca", "2026-01-02T00:00:00Z", 2), broken, "CA")
    assert list(history.iterdump()) == before


def test_a_history_is_made_once_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "new" / "history.sqlite"
    first = open_history(path)
    take(first, 1, ("FR", 1))
    first.close()
    second = open_history(path)
    assert runs(second) == [("FR", "01", "01", 1)]
    second.close()
