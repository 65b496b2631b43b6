"""How old each source is, and what was refused."""

import sqlite3

from legation.build.situation.record import append, open_history
from legation.build.situation.update import note
from legation.model.situation import SourceHealth, Taken
from legation.situation.health import find_health
from legation.sources.reading import Reading


def test_packaged_sources_have_a_date_an_age_and_a_coverage(store: sqlite3.Connection) -> None:
    found = {one.source: one for one in find_health(store, None, "2026-05-13")}
    assert found["advice_de"] == SourceHealth("advice_de", "2026-05-03", 10, 199, complete=True)
    assert not found["advice_jp"].complete


def test_the_local_history_is_newer_and_says_what_was_refused(store: sqlite3.Connection) -> None:
    history = open_history()
    append(history, Taken("advice_de", "2026-11-20T00:00:00Z", 200), Reading(), "DE")
    note(history, "advice_de", "2026-11-20T00:00:00Z", "200 entries", taken=True)
    note(history, "advice_ca", "2026-11-21T00:00:00Z", "advice_ca: the snapshot is empty", taken=False)
    found = {one.source: one for one in find_health(store, history, "2026-11-24")}
    assert (found["advice_de"].last, found["advice_de"].age_days, found["advice_de"].refused) == (
        "2026-11-20",
        4,
        None,
    )
    assert (found["advice_ca"].last, found["advice_ca"].refused) == (
        "2026-09-26",
        "advice_ca: the snapshot is empty",
    )
    history.close()
