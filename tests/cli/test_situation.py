"""The command as people call it: a process, its output and its exit code."""

import json
import sqlite3
from pathlib import Path

import pytest
from tests.cli.test_find import legation


@pytest.fixture
def nowhere(tmp_path: Path) -> str:
    """A local history that does not exist."""
    return str(tmp_path / "history.sqlite")


def test_the_headline_of_russia(nowhere: str) -> None:
    done = legation("situation", "RU", "--on", "2026-09-15", "--json", LEGATION_HISTORY=nowhere)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["place"] == {"code": "RU", "name": "Russia"}
    assert found["headline"] == "Russia is currently at war in Ukraine."
    assert found["conflicts"][0]["parties"] == [["RU"], ["UA"]]
    assert found["conflicts"][0]["battlefield"] == ["UA", "RU"]
    assert found["conflicts"][0]["as_of"] == "2026-08"


def test_names_and_cities_are_places_too(nowhere: str) -> None:
    done = legation(
        "situation", "moscow", "--on", "2026-09-15", "--format", "banner-line", LEGATION_HISTORY=nowhere
    )
    assert done.stdout == "Russia is currently at war in Ukraine.\n"


def test_python_says_the_same() -> None:
    import legation as package
    from legation.situation.ask import situation

    assert package.situation("RU", on="2026-09-15") == situation("RU", on="2026-09-15")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["qqxxzz"], "unknown-place"),
        (["georgia"], "ambiguous-place"),
        (["RU", "--on", "0000-01-01"], "bad-date"),
        (["RU", "--on", "9999-12-31"], "bad-date"),
        (["RU", "--lang", "tlh"], "unknown-language"),
        ([], "usage"),
    ],
)
def test_what_cannot_be_answered_exits_with_two(arguments: list[str], code: str, nowhere: str) -> None:
    done = legation("situation", *arguments, "--json", LEGATION_HISTORY=nowhere)
    assert done.returncode == 2
    assert json.loads(done.stdout)["error"]["code"] == code
    assert "Traceback" not in done.stderr


def test_changes_of_a_place_and_of_all(nowhere: str) -> None:
    done = legation("situation", "AE", "--changes", "--since", "2026-05-01", LEGATION_HISTORY=nowhere)
    assert (
        "2026-05-02  DE on United Arab Emirates: level 4 to level 1 (first said 2026-05-01)\n" in done.stdout
    )
    every = legation("situation", "--changes", "--json", LEGATION_HISTORY=nowhere)
    assert len(json.loads(every.stdout)) > 1000


@pytest.mark.parametrize(
    ("form", "begins"), [("atom", "<?xml"), ("cap", "<alert"), ("geojson", "{"), ("text", "Q")]
)
def test_every_form(form: str, begins: str, nowhere: str) -> None:
    done = legation("situation", "QA", "--format", form, LEGATION_HISTORY=nowhere)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(begins)


def test_a_damaged_history_is_named(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    path.write_bytes(b"not a database" * 100)
    done = legation("situation", "RU", LEGATION_HISTORY=str(path))
    assert done.returncode == 3
    assert str(path) in done.stderr
    assert "Traceback" not in done.stderr
    sqlite3.connect(tmp_path / "empty.sqlite").close()
    (tmp_path / "empty.sqlite").write_bytes(b"")
    assert legation("situation", "RU", LEGATION_HISTORY=str(tmp_path / "empty.sqlite")).returncode == 3
