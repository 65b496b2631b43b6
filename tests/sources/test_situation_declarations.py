"""Every source of the situation reads the forms that it declares, for captures and live."""

import pytest

from legation.build.situation.captures import find_files
from legation.sources import declarations, get_forms
from legation.sources.declaration import Declaration
from tests.project.conftest import CAPTURES

SOURCES = [one for one in declarations().values() if one.part == "situation"]


@pytest.mark.parametrize("source", SOURCES, ids=lambda one: one.id)
def test_forms_are_readable(source: Declaration) -> None:
    assert source.capture
    assert source.live
    assert {floor.of for floor in source.floor} <= {"rows", "bytes"}
    if source.id.startswith("ucdp"):
        return
    forms = get_forms(source.id)
    assert {capture.form for capture in source.capture} <= set(forms)
    assert source.live.form in forms
    assert source.live.fallback is None or source.live.fallback.form in forms


@pytest.mark.skipif(not (CAPTURES / "situation").is_dir(), reason="needs ../shared/data/situation")
@pytest.mark.parametrize("source", SOURCES, ids=lambda one: one.id)
def test_every_capture_that_is_declared_is_there(source: Declaration) -> None:
    for capture in source.capture:
        assert list(find_files(capture, CAPTURES)), capture.path
