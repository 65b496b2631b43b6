"""The website of a consulate that no source gives one for: that of its mission's head in the same state.

A consular post is under the head of its state's mission there, whose website is where its consulates are listed. It is
not the consulate's own, so it is marked as derived, and answers say whose it is (decision 30).
"""

from collections import defaultdict
from collections.abc import Iterable

from legation.build.judge import elsewhere, rank_of
from legation.build.match import Group
from legation.build.settle import settle
from legation.model.claims import Claim, Said
from legation.model.settled import DERIVED, MISSION_SITE

Sites = dict[tuple[str, str], Said]


def find_sites(groups: Iterable[Group]) -> Sites:
    """The website of the one head of mission of a state in a place, by both codes."""
    heads: dict[tuple[str, str], list[Said | None]] = defaultdict(list)
    for group in groups:
        away = elsewhere(group.get("accredited"), group.receiving)
        if rank_of(group.get("kind")) == "head" and not away and not group.get("closed"):
            claims = [claim for dossier in group.dossiers for claim in dossier.claims]
            said = settle(claims, group.id).get("website")
            heads[group.sending, group.receiving].append(said[0] if said else None)
    return {states: found[0] for states, found in heads.items() if len(found) == 1 and found[0]}


def site_claims(group: Group, sites: Sites) -> list[Claim]:
    """The claim on the website of a post below the head of mission that has none."""
    said = sites.get((group.sending, group.receiving))
    if said is None or rank_of(group.get("kind")) == "head" or group.get("website"):
        return []
    return [Claim(DERIVED, said.seen, MISSION_SITE, group.id, "website", said.value)]
