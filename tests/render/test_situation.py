"""Situations as text and GeoJSON, on the packaged facts."""

import json

import jsonschema
import msgspec
import pytest
from tests.situation.conftest import DATA, observer, store

from legation.model.place import Place
from legation.render.geojson_situation import render_situation_geojson
from legation.render.schema import situation_schema
from legation.render.situation import render_banner_line, render_situation
from legation.situation.observe import Observer

__all__ = ["observer", "store"]


@pytest.mark.parametrize("place", ["RU", "FR", "US", "AQ", "CD"])
def test_text_fits_sixty_columns_but_for_addresses(observer: Observer, place: str) -> None:
    for line in render_situation(observer.find(place, "2026-11-24")).splitlines():
        assert len(line) <= 60 or "http" in line, line


def test_text_says_what_matters_first(observer: Observer) -> None:
    lines = render_situation(observer.find("RU", "2026-09-15")).splitlines()
    assert lines[0] == "Russia (RU), 2026-09-15"
    assert lines[2] == "Russia is currently at war in Ukraine."
    text = "\n".join(lines)
    assert "old" in text
    assert "They differ: from level 2 to level 4." in text
    assert "Not known, or old" in text


@pytest.mark.parametrize(
    ("place", "on", "line"),
    [
        ("RU", "2026-09-15", "Russia is currently at war in Ukraine.\n"),
        ("JP", "2026-05-01", "Japan: 4 governments advise levels 1 to 2 of 4.\n"),
        ("XA", "2026-09-15", "Abkhazia: no advice is known.\n"),
    ],
)
def test_banner_lines(observer: Observer, place: str, on: str, line: str) -> None:
    assert render_banner_line(observer.find(place, on)) == line


def test_geojson_has_a_point_or_says_that_there_is_none(observer: Observer) -> None:
    found = [
        (Place("RU", "Russia", latitude=55.75, longitude=37.62), observer.find("RU", "2026-09-15")),
        (Place("AQ", "Antarctica"), observer.find("AQ", "2026-09-15")),
    ]
    features = json.loads(render_situation_geojson(found))["features"]
    assert features[0]["geometry"]["coordinates"] == [37.62, 55.75]
    assert features[0]["properties"]["levels"]["CA"] == 4
    assert features[1]["geometry"] is None


def test_the_published_schema_is_of_these_types(observer: Observer) -> None:
    published = (DATA.parent / "docs/reference/situation.schema.json").read_text(encoding="utf-8")
    assert published == situation_schema()
    for place in ("RU", "FR", "PH"):
        printed = json.loads(msgspec.json.encode(observer.find(place, "2026-04-10")))
        jsonschema.validate(printed, json.loads(published))
