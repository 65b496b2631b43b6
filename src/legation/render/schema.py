"""The JSON Schema of an answer, made from its types: `python -m legation.render.schema` prints it."""

import msgspec

from legation.model.answer import Answer, ErrorShown

ADDRESS = "https://json-schema.org/draft/2020-12/schema"


class Refusal(msgspec.Struct):
    """What is printed for an input that cannot be used."""

    error: ErrorShown


def answer_schema() -> str:
    """JSON Schema 2020-12 of what `legation find --json` prints: an answer, or an error."""
    shapes, definitions = msgspec.json.schema_components([Answer, Refusal], ref_template="#/$defs/{name}")
    schema = {
        "$schema": ADDRESS,
        "title": "legation find --json",
        "oneOf": list(shapes),
        "$defs": dict(sorted(definitions.items())),
    }
    return msgspec.json.format(msgspec.json.encode(schema), indent=2).decode() + "\n"


if __name__ == "__main__":
    print(answer_schema(), end="")  # noqa: T201
