"""The calendars as the library gives them."""

import subprocess
import sys

from legation.build.holidays import lines
from legation.store.locate import data_folder


def test_the_packaged_lines_are_what_the_library_says() -> None:
    packaged = (data_folder() / "holidays.tsv").read_text(encoding="utf-8").splitlines(keepends=True)
    for line in lines(["AR", "GB", "HK", "IR"], [2026, 2027]):
        assert line in packaged


def test_places_without_a_calendar_have_no_line() -> None:
    assert not list(lines(["UA", "XA", "XN"], [2026]))


def test_answering_needs_neither_calendars_nor_borders_of_zones() -> None:
    code = (
        "import sys, legation.find.opening; print({'holidays', 'tzfpy', 'opening_hours'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "set()"
