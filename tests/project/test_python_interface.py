"""The Python interface: its reference page is true, its examples run, and type checkers see its types."""

import doctest
import subprocess
import sys
from pathlib import Path

import legation

ROOT = Path(__file__).parents[2]
SEEN = """
import legation
reveal_type(legation.find(["NL"], "Moscow", on="2022-11-16").options[0].post.phones)
reveal_type(legation.situation("RU").headline)
reveal_type(legation.read("text").countries[0].score)
legation.find(citizens=["NL"])
"""


def test_the_reference_page_is_made_from_the_docstrings() -> None:
    command = [sys.executable, str(ROOT / "docs/generate/python_reference.py"), "--check"]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 0, "run make docs"


def test_the_examples_of_the_reference_page_run() -> None:
    text = (ROOT / "docs/reference/python.md").read_text(encoding="utf-8")
    examples = doctest.DocTestParser().get_doctest(text, {"legation": legation}, "python.md", None, 0)
    assert len(examples.examples) >= 3
    assert doctest.DocTestRunner().run(examples).failed == 0


def test_type_checkers_see_what_comes_back(tmp_path: Path) -> None:
    asker = tmp_path / "asker.py"
    asker.write_text(SEEN)
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(ROOT / ".mypy_cache"), str(asker)]
    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False).stdout
    assert [line.partition('"')[2].rstrip('"') for line in said.splitlines() if "Revealed" in line] == [
        "list[str]",
        "str | None",
        "float",
    ]
    assert 'Unexpected keyword argument "citizens"' in said
