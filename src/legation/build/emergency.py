"""Settle what the sources say of local emergency numbers, and write it: one place a line."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

import msgspec

from legation.build.settle import settle
from legation.errors import StopSource
from legation.model.claims import Claim
from legation.model.emergency import SERVICES, EmergencyRecord
from legation.sources.row import Row

FILE: Final = "numbers.jsonl"


def settle_numbers(rows: Iterable[Row], places: frozenset[str]) -> list[EmergencyRecord]:
    """For each place what was said of each service, the newest word first.

    Args:
        rows: of all sources.
        places: the codes of the register.

    Raises:
        StopSource: a claim on a place that is not on the register.
    """
    claims: dict[str, list[Claim]] = defaultdict(list)
    for row in rows:
        if row.about == "place":
            claims[row.record] += [claim for claim in row.claims if claim.field in SERVICES]
    if strangers := sorted(set(claims) - places):
        message = (
            f"Emergency numbers are claimed of {strangers[0]}, which is not on the register. Mend the reader."
        )
        raise StopSource("unfit-directory", message, "build", strangers[0])
    records = []
    for place in sorted(claims):
        said = settle(claims[place], place)
        if said:
            records.append(EmergencyRecord(place, {one: said[one] for one in SERVICES if one in said}))
    return records


def pack_numbers(records: Iterable[EmergencyRecord]) -> dict[str, bytes]:
    """Give the file by its name; nothing when nobody says any number."""
    lines = [msgspec.json.encode(record) for record in records]
    return {FILE: b"\n".join(lines) + b"\n"} if lines else {}
