"""The JSON Schemas of what is printed, made from its types: `python -m legation.render.schema [situation]`."""

import sys

import msgspec

from legation.model.answer import Answer, ErrorShown
from legation.model.situation import Situation

ADDRESS = "https://json-schema.org/draft/2020-12/schema"


class Refusal(msgspec.Struct):
    """What is printed for an input that cannot be used."""

    error: ErrorShown


def answer_schema() -> str:
    """JSON Schema 2020-12 of what `legation find --json` prints: an answer, or an error."""
    return schema_of(Answer, "legation find --json")


def situation_schema() -> str:
    """JSON Schema 2020-12 of what `legation situation PLACE --json` prints: a situation, or an error."""
    return schema_of(Situation, "legation situation --json")


def schema_of(kind: type, title: str) -> str:
    """The schema of one type, or of an error in its place."""
    shapes, definitions = msgspec.json.schema_components([kind, Refusal], ref_template="#/$defs/{name}")
    schema = {
        "$schema": ADDRESS,
        "title": title,
        "oneOf": list(shapes),
        "$defs": dict(sorted(definitions.items())),
    }
    return msgspec.json.format(msgspec.json.encode(schema), indent=2).decode() + "\n"


if __name__ == "__main__":
    print(situation_schema() if "situation" in sys.argv else answer_schema(), end="")  # noqa: T201
