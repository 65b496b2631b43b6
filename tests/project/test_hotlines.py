"""The ministries' lines of `data/hotlines.toml`: the digits of their sources, and no line without one."""

import re
import tomllib
from itertools import groupby

import pytest
from tests.project.conftest import DATA, FindCopies, FindUnknown, ReadRows

from legation.model.directory import Hotline, Source
from legation.store.arrangements import HotlineFile, decode

PATH = DATA / "hotlines.toml"
LINES = decode(PATH, HotlineFile).hotline
E164 = re.compile(r"\+[1-9]\d{5,14}")
DATE = re.compile(r"\d{4}(-\d\d){0,2}")


def test_no_field_is_unknown(unknown_fields: FindUnknown) -> None:
    for record in tomllib.loads(PATH.read_text(encoding="utf-8"))["hotline"]:
        assert not unknown_fields(record, Hotline), record["phone"]
        assert not unknown_fields(record["source"], Source), record["phone"]


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line.sending} {line.phone}")
def test_line(line: Hotline, places: set[str]) -> None:
    assert line.sending in places
    assert E164.fullmatch(line.phone)
    assert line.scope in ("all", "crisis", "after-hours", "text")
    assert line.confidence in ("high", "medium")
    assert line.source.url
    assert re.match(r"https?://", line.source.url)
    assert line.source.date is None or DATE.fullmatch(line.source.date)
    assert all(re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?", language) for language in line.languages)


def test_states_are_in_order_and_the_newest_line_first() -> None:
    assert [line.sending for line in LINES] == sorted(line.sending for line in LINES)
    for _, lines in groupby(LINES, key=lambda line: line.sending):
        dates = [line.source.date or "" for line in lines]
        assert dates == sorted(dates, reverse=True)


def test_france_has_none() -> None:
    assert "FR" not in {line.sending for line in LINES}


def test_the_digits_are_those_of_the_sources(capture_rows: ReadRows) -> None:
    rows = capture_rows("hotlines/hotlines.csv")
    assert len(rows) == 69
    assert sorted((line.sending, line.phone, line.confidence) for line in LINES) == sorted(
        (row["sending"], row["phone_e164"], row["confidence"]) for row in rows
    )


def test_numbers_in_the_words_are_those_of_the_sources(capture_rows: ReadRows) -> None:
    rows = capture_rows("hotlines/hotlines.csv")
    known = {
        digits(text) for row in rows for text in re.split(r"[;(),/]| and | or ", " ; ".join(row.values()))
    }
    known |= {row["phone_e164"].removeprefix("+") for row in rows}
    for line in LINES:
        for number in re.findall(r"\+\d[\d ]{6,}\d", f"{line.other or ''} ; {line.note or ''}"):
            assert any(digits(number) in text for text in known), number


def digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def test_no_sentence_is_copied(capture_rows: ReadRows, copies: FindCopies) -> None:
    theirs = [row["note"] for row in capture_rows("hotlines/hotlines.csv")]
    assert copies([f"{line.note or ''} {line.other or ''}" for line in LINES], theirs) == []
