from pathlib import Path

import pytest

from legation.errors import StopSource
from legation.sources.table import Line, parse_table


def parse(path: Path) -> list[Line]:
    return list(parse_table(path, "wikidata", ";", frozenset({"a", "b"})))


def test_a_trailing_delimiter_in_the_header_is_no_column(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text('a;b;\n1;2\n"x;\ny";z\n', encoding="utf-8-sig")
    assert parse(path) == [
        Line("table.csv:2", {"a": "1", "b": "2"}),
        Line("table.csv:4", {"a": "x;\ny", "b": "z"}),
    ]


def test_a_row_with_the_wrong_number_of_fields_is_named_and_the_rest_read(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("a;b\n1;2\n1\n1;2;3\n1;2\n", encoding="utf-8")
    assert [line.cells is None for line in parse(path)] == [False, True, True, False]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "line 1: the file lacks the column a, b"),
        (b"<!doctype html><html>", "line 1: the file lacks the column a, b"),
        (b"a;c\n1;2\n", "lacks the column b"),
        (b"a;b\n1;2\n1;\xff\xfe\n", "line 3: the file is not UTF-8"),
        ("a;b\n1;2\n".encode("utf-16"), "line 1: the file is not UTF-8"),
        (b"a;b\n1;" + b"2" * 200_000 + b"\n", "line 2: the file field larger than field limit"),
    ],
)
def test_a_file_that_is_no_such_table_stops_the_source(tmp_path: Path, content: bytes, fault: str) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(content)
    with pytest.raises(StopSource, match=fault) as stopped:
        parse(path)
    assert stopped.value.exit_code == 3
    assert "legation update wikidata" in stopped.value.message
