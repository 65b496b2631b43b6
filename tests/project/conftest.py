"""What the tests of the hand-kept data share: the texts, the register of places, the captures they were made from."""

import csv
import re
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec
import pytest

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
CAPTURES = ROOT.parent / "shared" / "data"
RUN = 6
"""So many words in a row taken from someone else's prose are a copy."""

Rows = list[dict[str, str]]
ReadRows = Callable[[str], Rows]
FindCopies = Callable[[Iterable[str], Iterable[str]], list[str]]
FindUnknown = Callable[[dict[str, object], type[msgspec.Struct]], set[str]]


@pytest.fixture(scope="session")
def places() -> set[str]:
    """Codes of the register of places."""
    return set(tomllib.loads((DATA / "places" / "register.toml").read_text(encoding="utf-8")))


@pytest.fixture(scope="session")
def capture_rows() -> ReadRows:
    """Rows of a capture of confidence high and medium, skipping the test where the captures are not at hand."""

    def read(name: str) -> Rows:
        path = CAPTURES / name
        if not path.is_file():
            pytest.skip(f"../shared/data/{name} is not beside this checkout")
        with path.open(encoding="utf-8", newline="") as lines:
            return [row for row in csv.DictReader(lines) if row["confidence"] != "low"]

    return read


@pytest.fixture(scope="session")
def copies() -> FindCopies:
    """Runs of words that our sentences have in common with theirs."""

    def find(ours: Iterable[str], theirs: Iterable[str]) -> list[str]:
        known = {run for text in theirs for run in runs(text)}
        return sorted({run for text in ours for run in runs(text)} & known)

    return find


@pytest.fixture(scope="session")
def unknown_fields() -> FindUnknown:
    """Keys of a raw record that its type does not have."""

    def find(raw: dict[str, object], shape: type[msgspec.Struct]) -> set[str]:
        return set(raw) - set(shape.__struct_fields__)

    return find


def runs(text: str) -> Iterable[str]:
    words = re.findall(r"\w+", text.casefold())
    return (" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
