from pathlib import Path

import msgspec
import pytest

from legation.errors import StopSource
from legation.sources.declaration import declarations
from legation.sources.snapshot import find_snapshots

WIKIDATA = declarations()["wikidata"]


def test_snapshots_come_oldest_first_and_other_files_do_not_count(tmp_path: Path) -> None:
    folder = tmp_path / "missions" / "wikidata"
    folder.mkdir(parents=True)
    names = (
        "missions-2022-11-16.csv",
        "missions-2020-12-24.csv",
        "missions-now.csv",
        ".missions-2026-01-01.csv.part",
    )
    for name in names:
        (folder / name).write_text(name)
    found = find_snapshots(WIKIDATA, tmp_path)
    assert [snapshot.seen for snapshot in found] == ["2020-12-24", "2022-11-16"]
    assert found[0].paths == (folder / "missions-2020-12-24.csv",)
    assert found[0].bytes == len(names[1])
    assert found[0].digest != found[1].digest


def test_a_source_that_is_only_credited_has_none(tmp_path: Path) -> None:
    assert find_snapshots(msgspec.structs.replace(WIKIDATA, snapshots=None), tmp_path) == []


def test_none_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StopSource, match="legation update wikidata"):
        find_snapshots(WIKIDATA, tmp_path)


def test_a_year_or_a_month_in_the_name_means_its_first_day(tmp_path: Path) -> None:
    declared = msgspec.structs.replace(WIKIDATA, snapshots="list-{date}.csv")
    for date in ("2025", "2025-06"):
        (tmp_path / f"list-{date}.csv").write_text(date)
    assert [one.seen for one in find_snapshots(declared, tmp_path)] == ["2025-01-01", "2025-06-01"]


def test_files_without_a_date_are_those_of_the_day_declared(tmp_path: Path) -> None:
    declared = msgspec.structs.replace(WIKIDATA, snapshots="pages/*/*.json", seen="2026-01-01")
    for name in ("europe/xx.json", "africa/yy.json"):
        (tmp_path / "pages" / name).parent.mkdir(parents=True)
        (tmp_path / "pages" / name).write_text("{}")
    (found,) = find_snapshots(declared, tmp_path)
    assert (found.seen, [path.name for path in found.paths]) == ("2026-01-01", ["yy.json", "xx.json"])


def test_an_optional_source_may_have_none(tmp_path: Path) -> None:
    assert find_snapshots(msgspec.structs.replace(WIKIDATA, optional=True), tmp_path) == []
