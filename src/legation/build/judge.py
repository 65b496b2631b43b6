"""Whether two dossiers of one sending state in one receiving state speak of the same post.

A mission has one head (Vienna Convention on Diplomatic Relations, art. 2-4): a second embassy of the same state in
the same city is the same embassy. Consulates are judged by door, contact and city; honorary consulates, of which
there are many, by door or contact only. What cannot be told stays apart and is listed.
"""

from typing import Final, Literal

import msgspec

from legation.build.distance import metres
from legation.build.dossier import Dossier
from legation.model.claims import Value
from legation.model.codes import MISSION_HEADS

Verdict = Literal["same", "different", "unsure"]
SECTION: Final = "interests section"
MINOR: Final = frozenset({"consular", "honorary"})
SUBURBS_METRES: Final = 30_000
"""So far from its centre one source names a door by the city, another by the suburb."""
DOOR_METRES: Final = 150
"""Two readings of one door: coordinates in the sources carry four decimals and an entrance or a rooftop."""


class Judgement(msgspec.Struct, frozen=True):
    """A verdict and its ground in a few words."""

    verdict: Verdict
    ground: str


def rank_of(kind: object) -> str:
    """The kinds that may stand for one another: `head` of a mission, `consular`, `honorary`, `office`."""
    if kind in MISSION_HEADS or kind == SECTION:
        return "head"
    if kind in ("consulate general", "consulate", "de facto consulate"):
        return "consular"
    return "honorary" if kind == "honorary consulate" else "office"


def judge(one: Dossier, other: Dossier, receiving: str) -> Judgement:
    """Decide on two dossiers of the same sending and receiving state; symmetric."""
    rank = rank_of(one.get("kind"))
    if one.source != other.source and {rank, rank_of(other.get("kind"))} <= MINOR:
        return _in_two_sources(one, other)
    if rank != rank_of(other.get("kind")):
        return Judgement("different", "another kind of post")
    if rank == "head" and elsewhere(one.get("accredited"), receiving) != elsewhere(
        other.get("accredited"), receiving
    ):
        return Judgement("different", "accredited to another state")
    if rank == "head" and (one.get("kind") == SECTION) != (other.get("kind") == SECTION):
        return Judgement("same", "a section beside the embassy it has become")
    apart = metres(one.get("position"), other.get("position"))
    if apart is not None and apart <= DOOR_METRES:
        return Judgement("same", "same door")
    if one.get("city") and other.get("city") and one.get("city") != other.get("city"):
        return _in_two_cities(one, other, rank)
    if shared := shared_contact(one, other):
        return Judgement("same", f"same {shared}")
    return _in_one_city(one, other, rank, apart)


def _in_two_sources(one: Dossier, other: Dossier) -> Judgement:
    """Consulates as two sources know them: by door or contact; how many there are in a city, `pairing` weighs."""
    apart = metres(one.get("position"), other.get("position"))
    if apart is not None and apart <= DOOR_METRES:
        return Judgement("same", "same door in two sources")
    if not one.get("city") or one.get("city") != other.get("city"):
        return Judgement("different", "another city")
    if shared := shared_contact(one, other):
        return Judgement("same", f"same {shared} in two sources")
    return Judgement("unsure", "two sources, one city, several consulates")


def elsewhere(accredited: Value | None, receiving: str) -> tuple[str, ...]:
    """The states a mission is accredited to when the one it stands in is not among them, else nothing."""
    if not isinstance(accredited, list) or receiving in accredited:
        return ()
    return tuple(sorted(accredited))


def shared_contact(one: Dossier, other: Dossier) -> str | None:
    """The first way of contact that both state in the same words."""
    for field in ("phones", "emails"):
        left, right = one.get(field), other.get(field)
        if isinstance(left, list) and isinstance(right, list) and set(left) & set(right):
            return field.removesuffix("s")
    left, right = one.get("website"), other.get("website")
    if isinstance(left, str) and isinstance(right, str) and _page(left) == _page(right):
        return "website"
    return None


def _page(address: str) -> str:
    """An address without what does not tell pages apart: scheme, `www.`, a closing slash."""
    return address.partition("://")[2].removeprefix("www.").rstrip("/").lower()


def _in_two_cities(one: Dossier, other: Dossier, rank: str) -> Judgement:
    apart = metres(one.get("near"), other.get("near"))
    if rank == "head" and one.source != other.source and apart is not None and apart <= SUBURBS_METRES:
        return Judgement("same", "one mission, two names for its city")
    if rank == "head" and {one.get("kind"), other.get("kind")}.isdisjoint({"de facto embassy", "office"}):
        return Judgement("unsure", "two heads of mission in two cities")
    return Judgement("different", "another city")


def _in_one_city(one: Dossier, other: Dossier, rank: str, apart: float | None) -> Judgement:
    """Two posts of one rank whose cities do not differ (either may be unknown)."""
    known = bool(one.get("city") and other.get("city"))
    if rank == "head":
        alike = bool(one.get("city")) == bool(other.get("city"))
        return Judgement("same", "one mission, one city") if alike else Judgement("unsure", "city not known")
    if rank == "consular" and known and apart is None:
        return Judgement("same", "consulates in one city, one without a door")
    return Judgement("unsure" if known and rank != "honorary" else "different", "same city, another door")
