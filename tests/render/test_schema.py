"""The published schema is the one the types make, and answers keep to it."""

import json
from pathlib import Path

import jsonschema
import pytest

import legation
from legation.render.json import render_json
from legation.render.schema import answer_schema

PUBLISHED = Path(__file__).resolve().parents[2] / "docs" / "reference" / "answer.schema.json"


def test_the_published_schema_is_current() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == answer_schema()


@pytest.mark.parametrize(
    ("citizen", "place"), [("NL", "Moscow"), ("DK", "GL"), ("MT", "Nairobi"), ("GB", "BM")]
)
def test_answers_keep_to_it(citizen: str, place: str) -> None:
    answer = json.loads(render_json(legation.find(citizen, place, on="2026-11-23")))
    jsonschema.validate(answer, json.loads(answer_schema()))
