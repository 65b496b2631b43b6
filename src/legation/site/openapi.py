"""The HTTP API described for programs: OpenAPI 3.1, made from the types that the pages give as data."""

from functools import cache
from importlib.metadata import version
from typing import Any, Final, get_args

import msgspec

from legation.model.answer import Answer
from legation.model.codes import NEEDS, PersonStatus
from legation.model.situation import LANGUAGES
from legation.render.components.banner import Banner
from legation.render.schema import Refusal
from legation.site.banner import OEmbed
from legation.site.data import AbroadData, ChangesData, PlaceData, PlacesData, PostData, SourcesData

Described = dict[str, Any]
CODE: Final[Described] = {"type": "string", "pattern": "^[a-z]{2}$"}
PATH_PARTS: Final[dict[str, tuple[str, Described, str]]] = {
    "language": ("Of names and sentences, where they exist in it.", {"enum": list(LANGUAGES)}, "en"),
    "place": ("Where the person is: code of the register, lower case.", CODE, "ru"),
    "state": ("Whose posts: code of the register, lower case.", CODE, "nl"),
    "who": (
        "Citizenships joined by +, or refugee, or stateless.",
        {"type": "string", "pattern": r"^([a-z]{2}(\+[a-z]{2}){0,3}|refugee|stateless)$"},
        "nl",
    ),
    "post": (
        "Identifier of a post.",
        {"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9-]{0,120}$"},
        "Q4374029",
    ),
}
DAY: Final[Described] = {"type": "string", "format": "date"}
ON_ANSWER: Final[dict[str, tuple[str, Described]]] = {
    "on": ("As of this day; today when left out.", DAY),
    "need": ("Kind of help.", {"enum": list(NEEDS)}),
    "status": ("For people without the protection of a state.", {"enum": list(get_args(PersonStatus))}),
    "region": (
        "First-order region of the place, as GeoNames numbers it; distances are from its largest city.",
        {"type": "string", "pattern": "^[A-Z]{2}[.][A-Z0-9]{1,6}$"},
    ),
    "city": ("GeoNames identifier of a city of the place.", {"type": "string", "pattern": "^[0-9]{1,11}$"}),
}
ON_FIND: Final[dict[str, tuple[str, Described]]] = {
    "citizen": ("Whose citizen, in words.", {"type": "string", "maxLength": 100}),
    "place": ("Where, in words.", {"type": "string", "maxLength": 100}),
    "q": ("Or both in one: dutch in moscow.", {"type": "string", "maxLength": 200}),
}
ON_OEMBED: Final[dict[str, tuple[str, Described]]] = {
    "url": ("Address of the page of a place.", {"type": "string"}),
    "format": ("Only json.", {"enum": ["json"]}),
}
OPERATIONS: Final[
    tuple[tuple[str, str, str, type[msgspec.Struct], dict[str, tuple[str, Described]]], ...]
] = (
    ("/{language}/{place}/{who}.json", "answer", "Who can help a citizen in a place.", Answer, ON_ANSWER),
    ("/{language}/{place}.json", "place", "A place: its situation and the posts there.", PlaceData, {}),
    ("/{language}/{state}/abroad.json", "abroad", "A state's posts abroad.", AbroadData, {}),
    ("/{language}/post/{post}.json", "post", "A post and who says what of it.", PostData, {}),
    ("/{language}/places.json", "places", "All places with their names.", PlacesData, {}),
    ("/{language}/changes.json", "changes", "What changed lately.", ChangesData, {}),
    ("/{language}/sources.json", "sources", "Sources and licences.", SourcesData, {}),
    ("/banner/{language}/{place}.json", "banner", "The words of the notice on a place.", Banner, {}),
    ("/oembed", "oembed", "The notice for editors (oEmbed).", OEmbed, ON_OEMBED),
)


@cache
def openapi(origin: str) -> bytes:
    """The description, as JSON."""
    kinds = [Refusal, *(kind for _, _, _, kind, _ in OPERATIONS)]
    shapes, definitions = msgspec.json.schema_components(kinds, ref_template="#/components/schemas/{name}")
    refusal, *answers = shapes
    paths = {
        path: {"get": operation(path, name, summary, shape, refusal, parameters)}
        for (path, name, summary, _, parameters), shape in zip(OPERATIONS, answers, strict=True)
    }
    paths["/{language}/find.json"] = {"get": finding(refusal)}
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


def operation(
    path: str,
    name: str,
    summary: str,
    shape: Described,
    refusal: Described,
    parameters: dict[str, tuple[str, Described]],
) -> Described:
    """One path: what may be asked, what comes back."""
    return {
        "operationId": name,
        "summary": summary,
        "parameters": [*in_path(path), *in_query(parameters)],
        "responses": {
            "200": said("The data.", shape),
            "400": said("A parameter cannot be used.", refusal),
            "404": said("There is no such thing.", refusal),
            "414": {"description": "The address is too long."},
        },
    }


def finding(refusal: Described) -> Described:
    """The search in words, which sends on to an answer."""
    return {
        "operationId": "find",
        "summary": "From words to the address of the answer.",
        "parameters": [*in_path("/{language}/find.json"), *in_query(ON_FIND)],
        "responses": {
            "303": {
                "description": "The answer is there.",
                "headers": {"location": {"schema": {"type": "string"}, "description": "Its path."}},
            },
            "400": said("The words are unknown or ambiguous; the candidates are named.", refusal),
            "404": said("There is no such thing.", refusal),
            "414": {"description": "The address is too long."},
        },
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


def in_query(parameters: dict[str, tuple[str, Described]]) -> list[Described]:
    """The parameters of a path."""
    return [
        {"name": name, "in": "query", "required": False, "description": text, "schema": shape}
        for name, (text, shape) in parameters.items()
    ]


def said(text: str, shape: Described) -> Described:
    """A response with JSON in it."""
    return {"description": text, "content": {"application/json": {"schema": shape}}}
