"""Order what was said of one field: the winner first, the losers behind it.

Status events beat sources; newer beats older, but a state's own word on its posts falls only behind a
stranger's that is three years newer; a value derived by rule beats what it was derived from, a record's own
item beats one merged into it. The order depends on the claims alone: not on their sequence, not on earlier settling.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

import msgspec

from legation.model.claims import Claim, Said
from legation.model.settled import DERIVED

STATUS: Final = "status"
"""The source of what only a dated status event says."""


OWN_WORD_YEARS: Final = 3
"""Of two Argentine lists three years apart four numbers in five agree: for so long the own list is the better guess."""


def settle(
    claims: Iterable[Claim], record: str, own: frozenset[str] = frozenset()
) -> dict[str, tuple[Said, ...]]:
    """Settle every field of one record.

    Of equal values by one source the newest stands for all. Fields come in alphabetical order.

    Args:
        claims: everything said of it.
        record: its id.
        own: sources that are the sending state's own word.
    """
    fields: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        fields[claim.field].append(claim)
    return {
        field: tuple(_said(claim, record) for claim in _ranked(fields[field], record, own))
        for field in sorted(fields)
    }


def _ranked(claims: list[Claim], record: str, own: frozenset[str]) -> list[Claim]:
    """The claims on one field, best first, each value once per source and locator."""
    ranked = sorted(claims, key=lambda claim: _weakness(claim, record))
    ranked.sort(key=lambda claim: _freshness(claim, own), reverse=True)
    ranked.sort(key=lambda claim: claim.source != STATUS)
    distinct: dict[tuple[str, bytes], Claim] = {}
    for claim in ranked:
        distinct.setdefault((claim.source, msgspec.json.encode(claim.value)), claim)
    return list(distinct.values())


def _freshness(claim: Claim, own: frozenset[str]) -> str:
    """The date to compare by; a date may be a year or a month."""
    return (
        claim.seen if claim.source not in own else f"{int(claim.seen[:4]) + OWN_WORD_YEARS}{claim.seen[4:]}"
    )


def _weakness(claim: Claim, record: str) -> tuple[bool, bool, str, bytes, str]:
    """Orders claims of one date; smaller wins. The last three only make the order total."""
    value = msgspec.json.encode(claim.value)
    return (
        claim.source != DERIVED,
        claim.record != record,
        claim.source,
        value,
        f"{claim.record} {claim.locator}",
    )


def _said(claim: Claim, record: str) -> Said:
    merged = None if claim.record == record else claim.record
    return Said(claim.value, claim.source, claim.seen, claim.locator or merged)
