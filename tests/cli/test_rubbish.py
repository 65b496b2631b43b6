"""What people get who call a command wrongly, or where the machine fails them: one sentence, a code, no traceback."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from legation.cli import COMMANDS, cli
from legation.cli.reporting import origin_of
from legation.store.locate import compiled, data_folder

RUN = [sys.executable, "-m", "legation"]


def legation(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*RUN, *arguments], capture_output=True, text=True, check=False, env={**os.environ, **environment}
    )


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ("find --citizen NL --at 55.75,37.62 --in Paris", 2, "'Paris' and coordinates are two places"),
        ("find --citizen NL --in Paris foo", 2, "'foo' is one too many"),
        ("situation RU --since 2025-01-01", 2, "--since goes with --changes"),
        ("situation RU --on 20261123", 2, "write it as YYYY-MM-DD"),
        ("situation RU --on 2026-W10-1", 2, "write it as YYYY-MM-DD"),
        ("banner --country RU --origin javascript:alert(1)", 2, "is not an address"),
        ("serve --origin help.example.org", 2, "is not an address"),
        ("serve --articles {empty}", 3, "is no file of articles"),
        ("serve --articles {folder}/none", 2, "does not exist"),
        ("serve --host 192.0.2.1", 2, "Nobody can listen on 192.0.2.1"),
        ("export {folder} --articles {folder}/none", 2, "does not exist"),
        ("read {folder}/nothing", 2, "There is no article in"),
        ("read ftp://example.org/", 3, "is not an https address; try again later, or save the page"),
        ("read {empty} --out {folder}/none/out.jsonl", 2, "There is no folder"),
        ("find NL RU --store {folder}", 3, "is no file: name another with --store"),
        ("find NL RU --store {empty}", 3, "is not a legation store: name another with --store"),
    ],
)
def test_one_sentence_names_the_input_and_what_to_do(
    arguments: str, code: int, said: str, tmp_path: Path
) -> None:
    (tmp_path / "nothing").mkdir()
    empty = tmp_path / "empty"
    empty.touch()
    done = legation(*shlex.split(arguments.format(folder=tmp_path, empty=empty)))
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(tmp_path.iterdir()) == [empty, tmp_path / "nothing"]


def test_a_store_that_is_damaged_deep_inside_is_said_to_be(tmp_path: Path) -> None:
    torn = tmp_path / "torn.sqlite"
    content = bytearray(compiled(data_folder()).read_bytes())
    half = len(content) // 4096 // 2 * 4096
    content[half:] = b"\xff" * (len(content) - half)
    torn.write_bytes(content)
    done = legation("find", "NL", "RU", "--store", str(torn))
    assert done.returncode == 3
    assert "is damaged" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("words", ["find NL RU", "situation RU", "sources", "find --help"])
@pytest.mark.parametrize(("output", "code"), [("/dev/full", 3), ("&-", 0)])
def test_an_output_that_is_full_or_closed_ends_without_a_traceback(
    words: str, output: str, code: int
) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f"{shlex.join(RUN)} {words} >{output}"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "Traceback" in done.stderr) == (code, False), done.stderr


def test_letters_that_the_terminal_lacks_are_shown_by_number() -> None:
    done = legation("situation", "RU", "--lang", "zh", PYTHONIOENCODING="latin-1")
    assert done.returncode == 0
    assert done.stdout.startswith(r"\u4fc4\u7f57\u65af (RU)")


def test_a_question_is_utf_8_also_where_the_terminal_claims_ascii() -> None:
    ascii_only = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    done = legation("find", "dutch", "in", "Москва", **ascii_only)
    assert "in Moscow" in done.stdout, done.stderr


def test_a_narrow_terminal_gets_narrow_lines() -> None:
    done = legation("find", "NL", "RU", COLUMNS="30")
    assert max(map(len, done.stdout.splitlines())) <= 30


@pytest.mark.parametrize(
    "said", ["help.example.org", "javascript:alert(1)", "https://", "https://a.org/?b=c"]
)
def test_what_is_no_origin_is_refused(said: str) -> None:
    with pytest.raises(click.BadParameter):
        origin_of(said)


def test_an_origin_loses_its_slash() -> None:
    assert origin_of("https://help.example.org/") == "https://help.example.org"
    assert origin_of("") == ""


def examples() -> list[str]:
    """The lines of the help texts that call a command which only answers."""
    context = click.Context(cli)
    helps = [command.help or "" for name in COMMANDS if (command := cli.get_command(context, name))]
    lines = re.findall(
        r"^ *legation ((?:find|situation|why|changes|banner --country) ?.*)$", "\n".join(helps), re.M
    )
    return [line.partition(" > ")[0] for line in lines]


@pytest.mark.parametrize("example", examples())
def test_what_the_help_shows_can_be_called(example: str) -> None:
    done = legation(*shlex.split(example))
    assert (done.returncode, bool(done.stdout)) == (0, True), done.stderr
