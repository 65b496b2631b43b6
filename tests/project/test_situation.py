"""The packaged facts of the situation: in order, of known places, and rebuilt the same."""

import hashlib
import shutil
from pathlib import Path

import pytest
from tests.project.conftest import CAPTURES, DATA

from legation.model.situation import LANGUAGES, AlertRun, ConflictSpan, Fighting, Run, Taken
from legation.store.situation import read_facts, read_lines, read_names

FOLDER = DATA / "situation"


def test_runs_are_sorted_known_and_bounded(places: set[str]) -> None:
    runs = list(read_lines(FOLDER / "advice.jsonl", Run))
    keys = [(run.said.place, run.issuer, run.first) for run in runs]
    assert keys == sorted(set(keys))
    assert {run.said.place for run in runs} <= places
    for run in runs:
        assert run.first <= run.last
        assert run.said.level in (None, 1, 2, 3, 4)
        assert run.said.regional_max in (None, 1, 2, 3, 4)
        assert len(run.said.wording or "") < 140
        assert (run.said.url or "https://").startswith(("https://", "http://"))
        assert (run.said.updated or "") <= f"{run.last[:10]}~"


def test_runs_of_a_place_do_not_overlap() -> None:
    last: dict[tuple[str, str], str] = {}
    for run in read_lines(FOLDER / "advice.jsonl", Run):
        key = (run.said.place, run.issuer)
        assert last.get(key, "") < run.first
        last[key] = run.last


def test_every_run_begins_and_ends_with_a_snapshot() -> None:
    seen = {(one.source, one.seen) for one in read_lines(FOLDER / "snapshots.jsonl", Taken)}
    for run in read_lines(FOLDER / "advice.jsonl", Run):
        source = f"advice_{run.issuer.lower()}"
        assert {(source, run.first), (source, run.last)} <= seen


def test_conflicts_alerts_and_facts_speak_of_known_places(places: set[str]) -> None:
    spans = list(read_lines(FOLDER / "conflicts.jsonl", ConflictSpan))
    numbers = {span.id for span in spans}
    for span in spans:
        assert {code for code in (*span.side_a, *span.side_b, *span.location) if len(code) == 2} <= places
        assert "2000" <= span.first <= span.last
    for fact in read_facts(FOLDER / "facts.toml"):
        assert fact.conflict in numbers
        assert set(fact.where) <= places
        assert fact.source or not fact.where
    assert {one.place for one in read_lines(FOLDER / "fighting.jsonl", Fighting)} <= places
    for run in read_lines(FOLDER / "alerts.jsonl", AlertRun):
        assert set(run.alert.places) <= places


def test_every_place_has_a_name_in_every_language(places: set[str]) -> None:
    names = list(read_names(FOLDER / "names.tsv"))
    assert len(names) == len(places) * len(LANGUAGES)
    assert {place for _, place, *_ in names} == places
    assert all(all(form for form in forms) for _, _, *forms, _ in names)


def test_the_text_is_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 4_000_000


@pytest.mark.skipif(not (CAPTURES / "situation").is_dir(), reason="needs ../shared/data/situation")
def test_the_captures_give_this_very_text(tmp_path: Path) -> None:
    from legation.build.situation.pack import build

    shutil.copytree(DATA / "places", tmp_path / "places")
    reports = build(CAPTURES, tmp_path)
    assert [report.refused for report in reports if report.refused] == []
    for path in sorted((tmp_path / "situation").iterdir()):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        assert digest == hashlib.sha256((FOLDER / path.name).read_bytes()).hexdigest(), path.name


@pytest.mark.skipif(not (CAPTURES / "situation").is_dir(), reason="needs ../shared/data/situation")
def test_a_torn_capture_leaves_the_text_of_its_source(tmp_path: Path) -> None:
    from legation.build.situation.pack import build

    shutil.copytree(DATA, tmp_path / "data", ignore=shutil.ignore_patterns("posts"))
    captures = tmp_path / "captures"
    shutil.copytree(CAPTURES / "situation", captures / "situation", copy_function=shutil.copyfile)
    (captures / "situation/de/raw/2026-05-03.json").write_bytes(b"{}")
    reports = {report.source: report for report in build(captures, tmp_path / "data")}
    assert "is empty" in str(reports["advice_de"].refused)
    assert reports["advice_ca"].refused is None
    assert (tmp_path / "data/situation/advice.jsonl").read_bytes() == (FOLDER / "advice.jsonl").read_bytes()
