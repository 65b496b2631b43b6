"""Closed vocabularies and the small types that everything else is made of.

Places are ISO 3166-1 alpha-2 codes, or user-assigned codes that `data/places/register.toml` defines openly
(XK and the de facto territories). Dates are inclusive ISO 8601 dates; languages BCP 47; phones E.164.
"""

from typing import Final, Literal

PostKind = Literal[
    "embassy",
    "high commission",
    "nunciature",
    "consulate general",
    "consulate",
    "honorary consulate",
    "interests section",
    "de facto embassy",
    "de facto consulate",
    "office",
]
POST_KINDS: Final[tuple[PostKind, ...]] = (
    "embassy",
    "high commission",
    "nunciature",
    "consulate general",
    "consulate",
    "honorary consulate",
    "interests section",
    "de facto embassy",
    "de facto consulate",
    "office",
)
MISSION_HEADS: Final[frozenset[str]] = frozenset(
    {"embassy", "high commission", "nunciature", "de facto embassy"}
)
"""Kinds that head a mission: the post a whole receiving state falls to when no consulate is nearer."""

Ground = Literal["own-post", "own-honorary", "own-nonresident", "own-remote", "arrangement"]
GapCode = Literal["host-is-home", "no-help", "refugee-unhcr", "nobody-in-place"]
PersonStatus = Literal["refugee", "stateless", "non-citizen"]
Need = Literal["travel-document", "arrest", "illness", "death", "repatriation", "notary", "evacuation"]
NEEDS: Final[tuple[Need, ...]] = (
    "travel-document",
    "arrest",
    "illness",
    "death",
    "repatriation",
    "notary",
    "evacuation",
)
"""Kinds of help, after VCCR art. 5 and Directive (EU) 2015/637 art. 9."""

StatusKind = Literal[
    "opened",
    "seen-open",
    "closed",
    "suspended",
    "resumed",
    "moved",
    "relocated",
    "services-limited",
    "relations-broken",
    "relations-restored",
    "upgraded",
    "unconfirmed",
]
ArrangementKind = Literal[
    "protecting-power",
    "treaty",
    "burden-sharing",
    "association",
    "regional-duty",
    "own-remote",
    "accreditation",
    "unilateral-policy",
    "practice",
    "no-help",
    "nationality",
    "principle",
]
PlaceKind = Literal["state", "territory", "de-facto", "disputed", "organisation"]
