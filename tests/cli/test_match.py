"""`legation match` as people use it: a list, and a review in a terminal."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from tests.build.test_build import row, write

from legation.build.judgements import read_decisions

RUN = """
import msgspec
import legation.build.review as review
from legation.cli import main
from legation.sources import declarations
from legation.sources.declaration import Floor

wikidata = msgspec.structs.replace(declarations()["wikidata"], floor=(Floor("rows", "invented", minimum=1),))
review.declarations = lambda: {"wikidata": wikidata}
main()
"""
"""The command on the one source whose captures are invented here, without the floors of the real one."""


@pytest.fixture
def captures(tmp_path: Path) -> Path:
    folder = tmp_path / "captures"
    (folder / "missions" / "wikidata").mkdir(parents=True)
    write(folder, "2022-11-16", row("Q1"), row("Q2", city="Perm", point="58.01;56.25"))
    return folder


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    (folder / "status").mkdir(parents=True)
    (folder / "places").symlink_to(Path(__file__).resolve().parents[2] / "data" / "places")
    return folder


def command(what: str, captures: Path, data: Path, *more: str) -> list[str]:
    return [sys.executable, "-c", RUN, "match", what, "--from", str(captures), "--data", str(data), *more]


def in_terminal(run: list[str], typed: str) -> str:
    """What a terminal shows when these lines are typed."""
    keyboard, screen = pty.openpty()
    with subprocess.Popen(run, stdin=screen, stdout=screen, stderr=screen, close_fds=True) as process:
        os.close(screen)
        os.write(keyboard, typed.encode())
        shown = b""
        while True:
            try:
                piece = os.read(keyboard, 65_536)
            except OSError:
                break
            if not piece:
                break
            shown += piece
        process.wait(60)
    os.close(keyboard)
    return shown.decode(errors="replace")


def test_the_open_pairs_are_listed(captures: Path, data: Path) -> None:
    done = subprocess.run(
        command("list", captures, data, "--json"), capture_output=True, text=True, check=True
    )
    (pair,) = json.loads(done.stdout)
    assert [record["record"] for record in pair["records"]] == ["Q1", "Q2"]
    assert [record["city"] for record in pair["records"]] == ["Moscow", "Perm"]


def test_a_review_shows_both_and_keeps_each_answer(captures: Path, data: Path) -> None:
    shown = in_terminal(command("review", captures, data, "--who", "A. Tester"), "d\na branch, in Perm\n")
    assert "Moscow" in shown
    assert "Perm" in shown
    (decision,) = read_decisions(data)
    assert (decision.verdict, decision.who, decision.why) == ("different", "A. Tester", "a branch, in Perm")
    again = subprocess.run(command("list", captures, data), capture_output=True, text=True, check=True)
    assert again.stdout == ""


def test_a_review_can_be_left_without_an_answer(captures: Path, data: Path) -> None:
    in_terminal(command("review", captures, data), "A. Tester\nq\n")
    assert read_decisions(data) == []


def test_a_review_without_a_terminal_says_what_to_do(captures: Path, data: Path) -> None:
    run = command("review", captures, data, "--who", "A. Tester")
    done = subprocess.run(run, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    assert done.returncode == 2
    assert "legation match list" in done.stderr
