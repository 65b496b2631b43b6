"""The command as people call it: a process, its output and its exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


def legation(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "legation", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )


@pytest.mark.parametrize(
    "words",
    [
        ["dutch", "in", "moscow"],
        ["NL", "RU"],
        ["--citizen", "NL", "--in", "Moscow"],
        ["-c", "NL", "--at", "55.75,37.62"],
    ],
)
def test_the_ways_to_ask(words: list[str]) -> None:
    done = legation("find", *words, "--on", "2022-11-16", "--json")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["query"]["citizen"] == ["NL"]
    assert answer["options"][0]["post"]["city"] == "Moscow"
    assert answer["options"][0]["ground"] == "own-post"


def test_text_fits_sixty_columns_and_has_no_colour_codes() -> None:
    done = legation("find", "maltese", "in", "nairobi", COLUMNS="60")
    assert done.returncode == 0
    assert "\x1b" not in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 60


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["dutch", "in", "atlantis"], "unknown-question"),
        (["-c", "NL", "--in", "atlantis"], "unknown-place"),
        (["NL", "--in", "Georgia"], "ambiguous-place"),
        (["-c", "Congo", "--in", "Paris"], "ambiguous-citizenship"),
        (["NL", "RU", "--on", "0000-01-01"], "bad-date"),
        (["NL", "RU", "--on", "9999-01-01"], "bad-date"),
        (["NL", "RU", "--on", "2022-02-30"], "bad-date"),
        (["-c", "NL", "--at", "91,0"], "unreadable-point"),
        (["-c", "NL", "--at", "here"], "bad-coordinates"),
        (["-c", "NL", "--at", "0,-30"], "unknown-point"),
        (["-c", "NL", "--in", "x" * 10_000], "unreadable-place"),
        (["-c", "NL", "--in", "Mos\x07cow"], "unreadable-place"),
        (["-c", "NL", "--in", ""], "unreadable-place"),
        (["NL", "RU", "--need", "money"], "unknown-need"),
        (["--in", "RU"], "no-citizen"),
        (["NL", "RU", "--format", "poem"], "usage"),
        ([], "no-place"),
    ],
)
def test_unusable_input_is_one_clear_line(arguments: list[str], code: str) -> None:
    done = legation("find", *arguments, "--json")
    assert done.returncode == 2, done.stdout + done.stderr
    assert json.loads(done.stdout)["error"]["code"] == code
    spoken = legation("find", *arguments)
    assert spoken.returncode == 2
    assert "Traceback" not in spoken.stderr
    assert spoken.stdout == ""


def test_an_ambiguous_word_names_its_candidates() -> None:
    error = json.loads(legation("find", "-c", "NL", "--in", "Georgia", "--json").stdout)["error"]
    assert error["input"] == "Georgia"
    assert "GE" in {candidate["code"] for candidate in error["candidates"]}


def test_a_foreign_store_exits_with_3(tmp_path: Path) -> None:
    (tmp_path / "x.sqlite").write_text("nothing of ours" * 100)
    done = legation("find", "NL", "RU", "--store", str(tmp_path / "x.sqlite"), "--json")
    assert done.returncode == 3
    assert json.loads(done.stdout)["error"]["code"] == "foreign-store"


def test_a_cache_that_cannot_be_written_still_answers(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way")
    done = legation("find", "NL", "RU", "--json", XDG_CACHE_HOME=str(tmp_path / "cache"))
    assert done.returncode == 0, done.stderr
    assert "for this time only" in done.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(shell: str) -> None:
    assert "_LEGATION_COMPLETE" in legation("completion", shell).stdout


def test_an_output_that_nobody_reads_ends_quietly() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "legation", "find", "NL", "RU", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
