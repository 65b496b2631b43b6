"""The HTTP API described for programs: OpenAPI 3.1, made from the types that the pages give as data."""

from functools import cache
from importlib.metadata import version
from typing import Final

import msgspec

from legation.render.schema import Refusal
from legation.site.operations import ON_FIND, OPERATIONS, PATH_PARTS, Described, Operation, Parameters

TEXT: Final[Described] = {"type": "string"}
POINTS: Final[Described] = {
    "type": "object",
    "description": "GeoJSON (RFC 7946); longitude before latitude, a null geometry where the door is not known.",
    "required": ["type", "features"],
    "properties": {
        "type": {"const": "FeatureCollection"},
        "features": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "id", "geometry", "properties"],
                "properties": {
                    "type": {"const": "Feature"},
                    "id": TEXT,
                    "geometry": {
                        "type": ["object", "null"],
                        "required": ["type", "coordinates"],
                        "properties": {
                            "type": {"const": "Point"},
                            "coordinates": {
                                "type": "array",
                                "items": {"type": "number"},
                                "minItems": 2,
                                "maxItems": 2,
                            },
                        },
                    },
                    "properties": {"type": "object"},
                },
            },
        },
    },
}
HELD: Final[Described] = {
    "etag": {"schema": TEXT, "required": True, "description": "Of this answer; ask with If-None-Match."},
    "cache-control": {"schema": TEXT, "required": True, "description": "For how long it holds."},
    "access-control-allow-origin": {
        "schema": {"const": "*"},
        "required": True,
        "description": "Anyone may read.",
    },
}


@cache
def openapi(origin: str) -> bytes:
    """The description, as JSON."""
    typed = [one for one in OPERATIONS if one.gives]
    kinds: list[type[msgspec.Struct]] = [Refusal, *(one.gives for one in typed if one.gives)]
    shapes, definitions = msgspec.json.schema_components(kinds, ref_template="#/components/schemas/{name}")
    refusal, *answers = shapes
    given = {one.name: shape for one, shape in zip(typed, answers, strict=True)}
    paths = {one.path: {"get": operation(one, given.get(one.name), refusal)} for one in OPERATIONS}
    paths["/{language}/find.json"] = {"get": finding(refusal)}
    definitions["FeatureCollection"] = POINTS
    description: Described = {
        "openapi": "3.1.0",
        "info": {
            "title": "legation",
            "version": version("legation"),
            "summary": "Who can help a citizen of X in Y, how to reach them, and what is going on there.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": origin or "/"}],
        "paths": dict(sorted(paths.items())),
        "components": {"schemas": dict(sorted(definitions.items()))},
    }
    return msgspec.json.format(msgspec.json.encode(description), indent=2) + b"\n"


def operation(one: Operation, shape: Described | None, refusal: Described) -> Described:
    """One path: what may be asked, what comes back."""
    if shape is None:
        on_map = one.path.endswith(".geojson")
        shape = {"$ref": "#/components/schemas/FeatureCollection"} if on_map else TEXT
    return {
        "operationId": one.name,
        "summary": one.summary,
        "parameters": [*in_path(one.path), *in_query(one.parameters)],
        "responses": {
            "200": said("The data.", shape, one.media_type) | {"headers": HELD},
            "304": {"description": "What If-None-Match names still holds.", "headers": HELD},
        }
        | refusals(refusal, "A parameter cannot be used."),
    }


def finding(refusal: Described) -> Described:
    """The search in words, which sends on to an answer."""
    location = {"schema": TEXT, "required": True, "description": "Its path."}
    return {
        "operationId": "find",
        "summary": "From words to the address of the answer.",
        "parameters": [*in_path("/{language}/find.json"), *in_query(ON_FIND)],
        "responses": {"303": {"description": "The answer is there.", "headers": {"location": location}}}
        | refusals(refusal, "The words are unknown or ambiguous; the candidates are named."),
    }


def refusals(refusal: Described, why: str) -> Described:
    """What comes instead of data."""
    return {
        "308": {"description": "The same in lower case is there."},
        "400": said(why, refusal),
        "404": said("There is no such thing.", refusal),
        "414": said("The address is too long.", refusal),
    }


def in_path(path: str) -> list[Described]:
    """The parts of a path."""
    return [
        {
            "name": name,
            "in": "path",
            "required": True,
            "description": text,
            "schema": shape,
            "example": example,
        }
        for name, (text, shape, example) in PATH_PARTS.items()
        if f"{{{name}}}" in path
    ]


def in_query(parameters: Parameters) -> list[Described]:
    """The parameters of a path; an empty one counts as left out, as forms send it."""
    return [
        {
            "name": name,
            "in": "query",
            "required": False,
            "description": text,
            "schema": {"anyOf": [shape, {"const": ""}]},
        }
        for name, (text, shape) in parameters.items()
    ]


def said(text: str, shape: Described, media_type: str = "application/json") -> Described:
    """A response with a body."""
    return {"description": text, "content": {media_type: {"schema": shape}}}
