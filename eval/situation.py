"""Does the replayed history say what the publishers said? `python -m eval.situation [CAPTURES]`.

For every captured day of Canada, Germany, Australia and the United States, each entry that prints a level is compared
with what the packaged history holds as said on that day, read here by other code than the readers'. A level in effect
may differ for a day or two, while a fall waits for its confirmation; that is counted apart. Then: how many levels
change within 30 days, the age from which advice is called stale.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from legation.model.situation import Run
from legation.situation.ask import open_observer
from legation.situation.history import days_between, settle
from legation.situation.observe import Observer
from legation.sources.codes import PlaceCodes
from legation.store.locate import data_folder

Entry = tuple[str, str, str, int]
"""Issuer, place, moment of the capture, level printed."""
CANADA = {
    "Take normal security precautions": 1,
    "Exercise a high degree of caution": 2,
    "Avoid non-essential travel": 3,
    "Avoid all travel": 4,
}
AUSTRALIA = {
    "Exercise normal safety precautions": 1,
    "Exercise a high degree of caution": 2,
    "Reconsider your need to travel": 3,
    "Do not travel": 4,
}


def entries(folder: Path, codes: PlaceCodes) -> Iterator[Entry]:
    """Every level that a publisher prints, on every captured day."""
    for path in sorted((folder / "ca/snapshots").glob("*.json")):
        yield from tabled("CA", path, codes, lambda row: CANADA.get(row["risk_level"].partition(" (")[0]))
    for path in sorted((folder / "au/snapshots").glob("*.json")):
        yield from tabled("AU", path, codes, lambda row: AUSTRALIA.get(row["risk_level"]))
    for path in sorted((folder / "us/snapshots").glob("*.json")):
        yield from tabled("US", path, codes, lambda row: row["risk_level_number"])
    for path in sorted((folder / "de/raw").glob("*.json")):
        for entry in json.loads(path.read_text())["response"].values():
            if isinstance(entry, dict):
                level = 4 if entry["warning"] else 2 if entry["partialWarning"] else 1
                yield "DE", entry["countryCode"], f"{path.stem}T00:00:00Z", level
    for row in json.loads((folder / "au/smartraveller-destinations-export.full.json").read_text()):
        level = AUSTRALIA.get(row["field_overall_advice_level"])
        for place in codes.get_named(row["title"].replace("&#039;", "'")) or ():
            if level:
                yield "AU", place, "2026-04-10T00:00:00Z", level


def tabled(issuer: str, path: Path, codes: PlaceCodes, level_of) -> Iterator[Entry]:  # type: ignore[no-untyped-def]
    """The rows of a captured table."""
    captured = json.loads(path.read_text())
    seen = datetime.fromisoformat(captured["captured"]).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    for row in captured["rows"]:
        level = level_of(row)
        for place in codes.get_named(row["destination"]) or ():
            if level and level > 0:
                yield issuer, place, seen, level


def said_at(runs: Sequence[Run], issuer: str, seen: str) -> int | None:
    """The level said at a moment, by the packaged runs."""
    return next(
        (run.said.level for run in runs if run.issuer == issuer and run.first <= seen <= run.last), None
    )


def agreement(observer: Observer, folder: Path, codes: PlaceCodes) -> None:
    """Print the share of entries that the history repeats, and how many wait for confirmation."""
    counts: dict[str, list[int]] = {}
    days: dict[str, set[str]] = {}
    runs = {place: observer.runs(place) for place in codes.codes}
    for issuer, place, seen, level in entries(folder, codes):
        count = counts.setdefault(issuer, [0, 0, 0])
        days.setdefault(issuer, set()).add(seen)
        count[0] += 1
        count[1] += said_at(runs[place], issuer, seen) == level
        known = observer.snapshots(f"advice_{issuer.lower()}").complete
        own = [run for run in runs[place] if run.issuer == issuer and run.first <= seen]
        held = settle(own, [one for one in known if one <= seen], seen[:10]).held
        count[2] += held is not None and held.level != level
        if said_at(runs[place], issuer, seen) != level:
            print(f"  {issuer} {place} {seen}: printed {level}, held {said_at(runs[place], issuer, seen)}")
    for issuer, (total, same, waiting) in sorted(counts.items()):
        share = 100 * same / total
        print(
            f"{issuer}: {len(days[issuer])} days, {total} levels printed, {same} repeated ({share:.2f} %), "
            f"{waiting} not yet in effect"
        )


def decay(observer: Observer, codes: PlaceCodes) -> None:
    """Print how many levels of one snapshot had changed by the next, when that is 25 to 35 days later."""
    known = observer.snapshots("advice_ca").complete
    pairs = changed = 0
    for earlier, later in pairwise(known):
        if not 25 <= days_between(earlier, later) <= 35:
            continue
        for place in codes.codes:
            runs = observer.runs(place)
            before, after = said_at(runs, "CA", earlier), said_at(runs, "CA", later)
            pairs += before is not None
            changed += before is not None and before != after
    print(f"CA: of {pairs} levels, {changed} ({100 * changed / pairs:.2f} %) had changed about 30 days later")


def main() -> None:
    """Print all figures."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data") / "situation"
    codes = PlaceCodes.read(data_folder())
    observer, _ = open_observer()
    agreement(observer, folder, codes)
    decay(observer, codes)


if __name__ == "__main__":
    main()
