"""`legation build`, `update`, `sources` and `why` as people call them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.sources.wikidata.test_live import EMBASSY, engine


def legation(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    run = [sys.executable, "-m", "legation", *arguments]
    return subprocess.run(run, capture_output=True, text=True, check=False, env={**os.environ, **environment})


def test_sources_prints_every_attribution() -> None:
    done = legation("sources")
    assert done.returncode == 0, done.stderr
    for line in (
        "GeoNames (CC BY 4.0)",
        "Natural Earth",
        "Wikidata contributors",
        "CC0-1.0",
        "https://creativecommons.org/publicdomain/zero/1.0/",
    ):
        assert line in done.stdout
    credited = {credit["id"]: credit for credit in json.loads(legation("sources", "--json").stdout)}
    assert credited["wikidata"]["posts"] > 9_000
    assert credited["wikidata"]["as_of"] >= "2022-11-16"


def test_why_shows_who_said_it_and_when() -> None:
    done = legation("why", "Q4374017", "kind")
    assert done.returncode == 0, done.stderr
    assert "settled" in done.stdout
    assert "wikidata, 2022-11-16" in done.stdout
    as_json = json.loads(legation("why", "Q4374017", "kind", "--json").stdout)
    assert as_json["claims"][0] == {
        "value": "embassy",
        "source": "wikidata",
        "seen": "2022-11-16",
        "locator": None,
        "settled": True,
    }


def test_why_names_an_unknown_post() -> None:
    done = legation("why", "Q0", "kind")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("legation: There is no post 'Q0'")
    assert len(done.stderr.splitlines()) == 1


def test_build_without_captures_says_what_is_missing(tmp_path: Path) -> None:
    done = legation("build", "--from", str(tmp_path))
    assert done.returncode == 3
    assert "No file missions/" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.server
def test_update_refuses_a_list_that_is_too_short(tmp_path: Path) -> None:
    with engine(EMBASSY) as origin:
        options = ("--endpoint", f"{origin}/sparql", "--loopback", "--contact", "tests@example.org")
        done = legation("update", "wikidata", "--into", str(tmp_path), *options)
    assert done.returncode == 3
    assert "under the floor" in done.stderr
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_update_of_an_unknown_source_names_those_there_are(tmp_path: Path) -> None:
    done = legation("update", "nonesuch", "--into", str(tmp_path))
    assert done.returncode == 2
    assert "wikidata" in done.stderr
