"""`legation changes` over a store of one post that changed, and one that closed."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import msgspec
import pytest

from legation.cli import main
from legation.model.changes import PostChange
from legation.store.compile import compile_store

DATA = Path(__file__).resolve().parents[2] / "data"
CHANGE = PostChange(
    "2027-02-01",
    "Q4374029",
    "NL",
    "RU",
    "Embassy <of> the Netherlands",
    "phones",
    ("+12025550101",),
    ("+12025550102",),
    "wikidata",
    "2026-11-24",
)
READ_ANEW = msgspec.structs.replace(CHANGE, what="hours", correction=True)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("changes")
    data = folder / "data"
    data.mkdir()
    for part in DATA.iterdir():
        if part.name != "changes":
            (data / part.name).symlink_to(part)
    (data / "changes").mkdir()
    lines = map(msgspec.json.encode, (CHANGE, READ_ANEW))
    (data / "changes" / "2027.jsonl").write_bytes(b"\n".join(lines) + b"\n")
    compile_store(data, folder / "store.sqlite", complete=False)
    return str(folder / "store.sqlite")


def changes(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    main(["changes", *arguments])
    return capsys.readouterr().out


def test_what_changed_is_listed_with_both_values(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = changes(capsys, "--since", "2027-02-01", "--store", store)
    line = "telephone +12025550102, before: +12025550101 (wikidata, 2026-11-24)"
    assert said == f"2027-02-01  Embassy <of> the Netherlands (Q4374029): {line}\n"
    assert "opening hours" in changes(capsys, "--since", "2027-02-01", "--corrections", "--store", store)
    assert changes(capsys, "--since", "2027-02-02", "--store", store) == ""


def test_status_events_of_the_time_are_changes(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(
        changes(capsys, "--since", "2026-07-12", "--in", "Iran", "--of", "AU", "--json", "--store", store)
    )
    assert [(one["what"], one["on"], one["source"]) for one in found] == [
        ("suspended", "2026-07-12", "status")
    ]


def test_the_feed_is_atom_and_escaped(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    feed = ET.fromstring(  # noqa: S314 (our own feed)
        changes(capsys, "--since", "2027-02-01", "--format", "atom", "--store", store).encode()
    )
    (entry,) = feed.iterfind("{http://www.w3.org/2005/Atom}entry")
    assert (entry.findtext("{http://www.w3.org/2005/Atom}title") or "").startswith("Embassy <of> the")


@pytest.mark.parametrize("day", ["2026-13-01", "yesterday", "1600-01-01", "9999-01-01", "2026-02-30"])
def test_an_impossible_date_is_refused(day: str, store: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        changes(capsys, "--since", day, "--store", store)
    assert stopped.value.code == 2
    assert day in capsys.readouterr().err
