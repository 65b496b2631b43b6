"""What to call a post in English when no source gives its name: its kind, whose it is, where it stands."""

import re
from typing import Final

KINDS: Final[dict[str, str]] = {
    "embassy": "Embassy",
    "high commission": "High Commission",
    "nunciature": "Apostolic Nunciature",
    "consulate general": "Consulate General",
    "consulate": "Consulate",
    "honorary consulate": "Honorary Consulate",
    "interests section": "Interests Section",
    "de facto embassy": "De facto Embassy",
    "de facto consulate": "De facto Consulate",
    "office": "Office",
}
ARTICLE = re.compile(
    r"United |.*(Islands|Republic|Emirates|States|Netherlands)$|.*Republic of |Federated |Sovereign |"
    r"(Bahamas|Comoros|DR Congo|Gambia|Maldives|Philippines|Congo|Holy See)\b"
)
"""Place names that English uses with the article."""


def with_article(place: str) -> str:
    """A place's name as it stands in a sentence: "the Netherlands", "France"."""
    return f"the {place}" if ARTICLE.match(place) else place


def title(kind: str, sending: str, where: str, accredited: str | None) -> str:
    """Name a post.

    Args:
        kind: its kind, see `codes.PostKind`.
        sending: name of the state whose post it is.
        where: name of its city, or of the receiving state when the city is not known.
        accredited: name of the state it is accredited to when it does not stand there.
    """
    whose = "" if kind == "nunciature" else f" of {with_article(sending)}"
    to = f" to {with_article(accredited)}" if accredited else ""
    return f"{KINDS[kind]}{whose}{to} in {with_article(where)}"
