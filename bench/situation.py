"""How fast the situation is read, answered and parsed. `python -m bench.situation` prints the figures."""

import gc
import sqlite3
import statistics
import sys
import tempfile
import time
from pathlib import Path
from shutil import copytree

from legation.build.situation.pack import build
from legation.model.situation import Notice, PlaceShown
from legation.render.cap import render_cap
from legation.situation.ask import find_situation, open_observer
from legation.sources.codes import PlaceCodes
from legation.sources.gdacs.cap import read_cap
from legation.sources.gdacs.read import read_api, read_rss
from legation.store.locate import data_folder, open_store

CAPTURES = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
MEGABYTE = 1_000_000


def main() -> None:
    """Print all figures."""
    connection = open_store()
    answers(connection)
    if (CAPTURES / "situation").is_dir():
        reading()
        parsing()


def answers(connection: sqlite3.Connection) -> None:
    """One place, warm; all places."""
    places = [place.code for place in open_observer()[1].places()]
    for place in places:
        find_situation(connection, place, "2026-11-24")
    gc.collect()
    times = []
    for _ in range(8):
        for place in places:
            start = time.perf_counter()
            find_situation(connection, place, "2026-11-24")
            times.append(time.perf_counter() - start)
    cut = statistics.quantiles(times, n=100)
    print(
        f"situation, warm, {len(times)} answers   p50 {cut[49] * 1e6:.0f} µs   p99 {cut[98] * 1e6:.0f} µs   "
        f"(wanted: p99 1000)"
    )
    per_round = [sum(times[i : i + len(places)]) for i in range(0, len(times), len(places))]
    print(
        f"all {len(places)} places              {statistics.median(per_round) * 1e3:.0f} ms   (wanted: 250)"
    )


def reading() -> None:
    """All captures into text."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        copytree(data_folder() / "places", data / "places")
        start = time.perf_counter()
        reports = build(CAPTURES, data)
        took = time.perf_counter() - start
    snapshots = sum(report.snapshots for report in reports)
    print(f"reading all captures          {took:.1f} s, {snapshots} snapshots   (wanted: 30 s)")


def parsing() -> None:
    """A megabyte of GDACS and of CAP, parsed to alerts."""
    codes = PlaceCodes.read(data_folder())
    gdacs = CAPTURES / "situation/disaster/gdacs"
    feed = (gdacs / "gdacs-rss-7d.xml").read_bytes()
    listed = (gdacs / "api/2026-04-30.json").read_bytes()
    place = PlaceShown("AE", "United Arab Emirates " * 40)
    notice = Notice(
        "id", "2026-11-24T00:00:00Z", "Alert", "Geo", "Flood", "Flood", "Severe", "Observed", (place,) * 900
    )
    cap = render_cap(notice).encode()
    for name, body, read in (
        ("GDACS feed", feed, read_rss),
        ("GDACS list", listed, read_api),
        ("CAP", cap, read_cap),
    ):
        took = min(
            timed(lambda body=body, read=read: read(body, codes, "2026-11-24T00:00:00Z")) for _ in range(7)
        )
        per_megabyte = took / len(body) * MEGABYTE
        print(
            f"{name:<10} {len(body) / MEGABYTE:.2f} MB      {per_megabyte * 1e3:.0f} ms a MB   (wanted: 50)"
        )


def timed(call) -> float:  # type: ignore[no-untyped-def]
    """Seconds of one call."""
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
