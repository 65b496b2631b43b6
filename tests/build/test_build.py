"""The whole build on invented rows: what is written, what is said of it, and what is left alone when it fails."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from legation.build.build import build
from legation.build.report import render
from legation.errors import StopSource
from legation.model.directory import PostRecord
from legation.model.settled import settled
from legation.sources import declarations
from legation.sources.declaration import Floor

REPOSITORY = Path(__file__).resolve().parents[2]
HEADER = (
    "operator;operatorQID;jurisdictions;jurisdictionQIDs;country;countryQID;city;cityQID;address;latitude;longitude;"
    "phone;email;website;picture;type;typeQID;creation;QID;\n"
)
ROW = (
    "x;http://www.wikidata.org/entity/{operator};x;http://www.wikidata.org/entity/{country};x;"
    "http://www.wikidata.org/entity/{country};{city};;;{point};;;{website};;x;"
    "http://www.wikidata.org/entity/{kind};;http://www.wikidata.org/entity/{item}\n"
)
MOSCOW = {"operator": "Q55", "country": "Q159", "city": "Moscow", "point": "55.75;37.6", "kind": "Q3917681"}
WIKIDATA = msgspec.structs.replace(declarations()["wikidata"], floor=(Floor("rows", "invented", minimum=1),))


def row(item: str, **changes: str) -> str:
    return ROW.format(**{**MOSCOW, "website": "", "item": item, **changes})


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "places").symlink_to(REPOSITORY / "data" / "places")
    (folder / "status").mkdir()
    (folder / "status" / "RU.toml").write_text(
        '[[event]]\nid = "S1"\nsending = "NL"\nreceiving = "RU"\ncity = "Perm"\nkind = "consulate"\nevent = "closed"\n'
        'date = "2022-03"\nsource = { title = "Invented notice", date = "2022-04-01" }\n'
    )
    return folder


@pytest.fixture
def captures(tmp_path: Path) -> Path:
    folder = tmp_path / "captures"
    (folder / "missions" / "wikidata").mkdir(parents=True)
    write(folder, "2021-01-06", row("Q1"), row("Q7", operator="Q31"), row("Q8", operator="Q32"))
    write(folder, "2022-11-16", row("Q2"), row("Q7", operator="Q31"), row("Q3", kind="Q431071"))
    return folder


def write(captures: Path, seen: str, *rows: str) -> None:
    (captures / "missions" / "wikidata" / f"missions-{seen}.csv").write_text(
        HEADER + "".join(rows), encoding="utf-8"
    )


def posts(data: Path) -> dict[str, PostRecord]:
    lines = [line for path in (data / "posts").glob("*.jsonl") for line in path.read_bytes().splitlines()]
    return {record.id: record for record in map(msgspec.json.Decoder(PostRecord).decode, lines)}


def test_a_build_accounts_for_every_row(captures: Path, data: Path) -> None:
    report = build(captures, data, declared=[WIKIDATA])
    assert set(posts(data)) == {"Q2", "Q7", "Q8", "nl-ru-perm-consulate"}
    assert settled(posts(data)["Q8"]).unlisted
    short, full = render(report), render(report, full=True)
    for text in (short, full):
        assert "wikidata 2021-01-06: 3 rows = 3 mapped + 0 set aside" in text
        assert "wikidata 2022-11-16: 3 rows = 2 mapped + 1 set aside" in text
        assert "1  a province's office gives no consular help: Q3 (missions-2022-11-16.csv:4)" in text
        assert "1  one mission, one city" not in text
        assert "1  same door: Q2 + Q1" in text
        assert "1  merged into a listed post: Q1" in text
        assert "1  LU: Q8" in text
        assert "Posts: 4, of which 1 are no longer listed" in text


def test_two_builds_give_the_same_bytes(captures: Path, data: Path, tmp_path: Path) -> None:
    script = (
        "import sys, pathlib; from tests.build.test_build import WIKIDATA; from legation.build.build import build;"
        "build(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), declared=[WIKIDATA])"
    )
    texts = []
    for seed in ("1", "2"):
        run = [sys.executable, "-c", script, str(captures), str(data)]
        subprocess.run(run, env={**os.environ, "PYTHONHASHSEED": seed}, cwd=REPOSITORY, check=True)
        texts.append({path.name: path.read_bytes() for path in (data / "posts").iterdir()})
        (data / "posts").rename(tmp_path / f"posts-{seed}")
    assert texts[0] == texts[1]
    assert texts[0]


def test_a_torn_capture_leaves_the_last_good_text(captures: Path, data: Path) -> None:
    build(captures, data, declared=[WIKIDATA])
    before = {path.name: path.read_bytes() for path in (data / "posts").iterdir()}
    torn = captures / "missions" / "wikidata" / "missions-2023-01-01.csv"
    without_items = HEADER.replace("QID;\n", "\n") + row("Q1")
    for content in ("", "\x00\xff", HEADER, without_items):
        torn.write_bytes(content.encode("latin-1"))
        with pytest.raises(StopSource, match=r"2023-01-01") as stopped:
            build(captures, data, declared=[WIKIDATA])
        assert stopped.value.exit_code == 3
        assert "\n" not in stopped.value.message
    assert {path.name: path.read_bytes() for path in (data / "posts").iterdir()} == before


def test_a_killed_build_leaves_the_last_good_text_and_the_next_one_replaces_it(
    captures: Path, data: Path
) -> None:
    build(captures, data, declared=[WIKIDATA])
    before = {path.name: path.read_bytes() for path in (data / "posts").iterdir()}
    write(captures, "2023-01-01", row("Q2", website="https://example.org/"))
    script = (
        "import sys, os, signal, pathlib; from tests.build.test_build import WIKIDATA; from legation.build import pack;"
        "from legation.build.build import build;"
        "pathlib.Path.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL);"
        "build(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), declared=[WIKIDATA])"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, str(captures), str(data)], cwd=REPOSITORY, check=False
    )
    assert run.returncode == -signal.SIGKILL
    assert {path.name: path.read_bytes() for path in (data / "posts").iterdir()} == before
    build(captures, data, declared=[WIKIDATA])
    assert settled(posts(data)["Q2"]).website == "https://example.org/"


def test_progress_is_told(captures: Path, data: Path) -> None:
    told: list[tuple[str, int, int]] = []
    build(captures, data, lambda *step: told.append(step), declared=[WIKIDATA])
    assert told[0] == ("Reading wikidata of 2021-01-06", 0, 6)
    assert told[-1] == ("Done", 6, 6)
