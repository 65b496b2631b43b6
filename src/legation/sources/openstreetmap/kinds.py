"""What kind of post the tags of an element say it is; https://wiki.openstreetmap.org/wiki/Tag:office%3Ddiplomatic."""

from typing import Final

from legation.model.codes import PostKind

EMBASSIES: Final[dict[str, PostKind]] = {
    "": "embassy",
    "yes": "embassy",
    "embassy": "embassy",
    "high_commission": "high commission",
    "nunciature": "nunciature",
    "interests_section": "interests section",
    "branch_embassy": "office",
}
CONSULATES: Final[dict[str, PostKind]] = {
    "": "consulate",
    "yes": "consulate",
    "consulate": "consulate",
    "consulate_general": "consulate general",
    "consular_agency": "consulate",
    "consular_office": "consulate",
    "honorary_consul": "honorary consulate",
    "honorary_consulate": "honorary consulate",
}


def find_kind(diplomatic: str, embassy: str, consulate: str) -> PostKind | None:
    """The kind of a post by the values of these tags, empty where there is none.

    None for residences, missions to organisations, liaison offices.
    """
    if diplomatic in ("embassy", "") and (embassy or not consulate):
        return EMBASSIES.get(embassy)
    if diplomatic in ("consulate", "embassy", ""):
        return CONSULATES.get(consulate)
    if diplomatic in ("honorary_consulate", "honorary_consul"):
        return "honorary consulate"
    return None
