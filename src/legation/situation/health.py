"""Per source: the newest snapshot that was taken, how old it is, how much it covers, and what was refused since."""

import sqlite3

from legation.model.situation import SourceHealth
from legation.situation.history import days_between


def find_health(store: sqlite3.Connection, history: sqlite3.Connection | None, on: str) -> list[SourceHealth]:
    """The health of every source at the end of a day (ISO date), by identifier."""
    newest: dict[str, tuple[str, int, bool]] = {}
    refused: dict[str, str] = {}
    query = (
        "SELECT source, max(seen), entries, complete FROM situation_snapshot WHERE seen < ? GROUP BY source"
    )
    for connection in filter(None, (store, history)):
        for source, seen, entries, complete in connection.execute(query, (f"{on}T99",)):
            newest[source] = max(newest.get(source, ("", 0, False)), (seen, entries, bool(complete)))
    if history:
        query = "SELECT source, taken, message, max(tried) FROM health WHERE tried < ? GROUP BY source"
        refused = {
            source: said for source, taken, said, _ in history.execute(query, (f"{on}T99",)) if not taken
        }
    return [
        _health(source, newest.get(source), refused.get(source), on) for source in sorted({*newest, *refused})
    ]


def _health(source: str, newest: tuple[str, int, bool] | None, refused: str | None, on: str) -> SourceHealth:
    if newest is None:
        return SourceHealth(source, None, None, 0, complete=False, refused=refused)
    seen, entries, complete = newest
    return SourceHealth(source, seen[:10], days_between(seen, on), entries, complete, refused)
