"""Invented dossiers: states and cities are real, posts and contacts are not."""

import msgspec

from legation.build.dossier import Dossier
from legation.build.settle import settle
from legation.model.claims import Claim, Value
from legation.model.directory import Seen

NEWEST = "2022-11-16"
EMBASSY: dict[str, Value] = {"sending": "NL", "receiving": "RU", "kind": "embassy", "city": "Moscow"}


def dossier(record: str = "Q1", /, seen: str = NEWEST, **fields: Value) -> Dossier:
    """A dossier of one snapshot: the Dutch embassy in Moscow unless told otherwise; an empty value is left out."""
    stated = {field: value for field, value in {**EMBASSY, **fields}.items() if value}
    claims = tuple(Claim("wikidata", seen, None, record, field, value) for field, value in stated.items())
    return Dossier(
        "wikidata", record, claims, Seen("wikidata", seen, seen), seen != NEWEST, settle(claims, record)
    )


def said_by(source: str, one: Dossier) -> Dossier:
    """The same dossier as another source's."""
    claims = tuple(msgspec.structs.replace(claim, source=source) for claim in one.claims)
    seen = msgspec.structs.replace(one.seen, source=source)
    return Dossier(source, one.record, claims, seen, one.missing, settle(claims, one.record))
