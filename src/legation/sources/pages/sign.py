"""What is written over a post's door: "U.S. Consulate General Barcelona" is whose it is, what it is, and where."""

import re
from typing import Final

import msgspec

from legation.model.codes import PostKind
from legation.places import Gazetteer

KINDS: Final[tuple[tuple[str, PostKind], ...]] = (
    (r"honorary (?:british )?(?:vice[- ])?consul(?:ate)?(?:[- ]general)?", "honorary consulate"),
    (r"consulate[- ]general", "consulate general"),
    (r"deputy high commission", "consulate general"),
    (r"high commission", "high commission"),
    (r"embassy (?:branch |liaison )?office", "office"),
    (r"embassy", "embassy"),
    (r"vice[- ]consulate", "consulate"),
    (r"consular agen(?:cy|t)", "consulate"),
    (r"consulate", "consulate"),
    (r"(?:liaison|representative|trade and cultural|branch|main) office", "office"),
    (r"office", "office"),
)
"""Longest first. Deputy high commissions head nothing: they are the consulates general of the Commonwealth."""

KIND: Final = "(?P<kind>" + "|".join(pattern for pattern, _ in KINDS) + ")"
SIGNS: Final = tuple(
    re.compile(rf"(?:the )?{whose}{KIND}\b(?P<rest>.{{0,80}})", re.IGNORECASE)
    for whose in ("", r"(?P<whose>[^\W\d_][\w.’' -]{0,40}?) ")
)
"""First without a word before the kind: an "Embassy Branch Office" is not the branch of a state called Embassy."""
OF = re.compile(r" of (?:the )?(?P<rest>.+)", re.IGNORECASE)
WHERE = re.compile(
    r"(?P<joint>,| [-–]| in| to)? (?:the )?(?P<where>[^\W\d_][\w’'&().,/ ʻ‘–-]*?)(?: ?:.*)?", re.IGNORECASE
)
OFFICE_OF = re.compile(
    r"(?:the )?(?:office|consular section) of the (?=(?:british )?(?:embassy|consulate|high))", re.IGNORECASE
)
BRANCH = re.compile(r".*\bbranch office\b,? ?", re.IGNORECASE)
DESK = re.compile(
    r"\b(?:desk|team|enquir\w+|network|council|visa|passport|trade|press|defence|virtual|district|section)\b",
    re.IGNORECASE,
)


AGENCY = re.compile(r"consular agen(?:cy|t)", re.IGNORECASE)
"""The one kind that is called by its city first: "Manaus Consular Agency"."""
PARTICLES: Final = frozenset(
    {"of", "the", "to", "in", "and", "de", "da", "do", "del", "la", "el", "al", "es", "ad", "branch"}
)
SENTENCE: Final = 6


class Sign(msgspec.Struct, frozen=True):
    """A post as it is named.

    Attributes:
        sending: whose it is.
        kind: what it is.
        where: words on where it stands, a city or a place; None when it says nothing.
        accredited: "to the Holy See": words on the state it is accredited to.
    """

    sending: str
    kind: PostKind
    where: str | None
    accredited: str | None = None


def read_sign(text: str, gazetteer: Gazetteer, sending: str | None = None) -> Sign | None:
    """Read a name; None when it is not one of a post.

    Args:
        text: the name alone.
        gazetteer: for whose it is.
        sending: whose it is when the name does not say.
    """
    bare = OFFICE_OF.sub("", text.strip(" .:"))
    if DESK.search(bare) or _is_sentence(text):
        return None
    match = next((found for sign in SIGNS if (found := sign.fullmatch(bare))), None)
    if match is None:
        return None
    whose, rest = match.groupdict().get("whose"), match["rest"]
    state = find_state(whose, gazetteer) if whose else None
    if of := OF.fullmatch(rest):
        state, rest = (state, "") if state else _owner(of["rest"], gazetteer)
        if state is None:
            return None
    tail = WHERE.fullmatch(rest) if rest else None
    if rest and not tail:
        return None
    where, joint = (tail["where"], tail["joint"] or "") if tail else (None, "")
    if state is None and whose:
        if where or not AGENCY.fullmatch(match["kind"]):
            return None
        where = whose
    state = state or sending
    if state is None:
        return None
    kind = next(kind for pattern, kind in KINDS if re.fullmatch(pattern, match["kind"], re.IGNORECASE))
    if where and BRANCH.match(where):
        kind, where = "office", BRANCH.sub("", where) or None
    return Sign(state, kind, None, where) if joint.strip() == "to" else Sign(state, kind, where)


def _is_sentence(text: str) -> bool:
    """Whether a line says something, where a name has capitals and no full stop."""
    words = [word for word in re.findall(r"[^\W\d_][\w.’'-]*", text) if word not in PARTICLES]
    small = [word for word in words if word[0].islower() and not re.fullmatch(KIND, word, re.IGNORECASE)]
    return len(small) > 0 or (text.endswith(".") and len(words) > SENTENCE)


def _owner(words: str, gazetteer: Gazetteer) -> tuple[str | None, str]:
    """The state that a name begins with, and what follows: "Canada to Nicaragua", "Sweden Pyongyang"."""
    name = re.split(r",| in | to | [-–] ", words)[0]
    ends = [match.start() for match in re.finditer(" |$", name)]
    for end in reversed(ends):
        if state := find_state(words[:end], gazetteer):
            return state, words[end:]
    return None, ""


def find_state(words: str, gazetteer: Gazetteer) -> str | None:
    """The state of an adjective or a name: "Canadian", "U.S.", "Canada"; None for any other word."""
    place = gazetteer.find_nationality(words)
    return place.code if place else None
