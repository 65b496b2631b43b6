"""Compare who helps in a place by the ministries' pages with the arrangements that are kept by hand."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from legation.model.directory import Arrangement
from legation.places.text import fold
from legation.sources import declarations
from legation.sources.row import HELPED_BY, Row
from legation.store.arrangements import ArrangementFile, decode


def read_arrangements(data: Path) -> list[Arrangement]:
    """All arrangements of `data/arrangements`.

    Raises:
        TornData: a file that cannot be read.
    """
    paths = sorted((data / "arrangements").glob("*.toml"))
    return [one for path in paths for one in decode(path, ArrangementFile).arrangement]


def unarranged(rows: Iterable[Row], arrangements: Iterable[Arrangement]) -> dict[str, list[str]]:
    """By source the helpers that its pages name and no arrangement does, as `CU: AU Mexico City, MX`."""
    known: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in arrangements:
        for beneficiary in one.beneficiaries:
            for place in one.receiving:
                known[beneficiary, place] |= {_post(post) for post in one.posts} or set(one.helpers)
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for claim in row.claims:
            if claim.field == HELPED_BY and isinstance(claim.value, list):
                state = declarations()[claim.source].speaks_for or ""
                here = known[state, row.record]
                named = {post for post in claim.value if not {_post(post), post[:2]} & here}
                found[claim.source] |= {f"{row.record}: {post}" for post in named}
    return {source: sorted(found[source]) for source in sorted(found) if found[source]}


def _post(named: str) -> str:
    """A post without the place it stands in, in letters that compare: `AU Mexico City, MX` is `AU mexico city`."""
    return f"{named[:2]} {fold(named[3:].partition(',')[0]).removeprefix('the ')}"
