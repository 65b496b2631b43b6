"""Danger information of Japan: `newarrivalL.xml`, the newest items.

The four flags say that some part of a country has that level, so they give the highest region and never the level of
the country. All four off: the danger information was lifted. Only items of type T40 carry them; the list is no
complete list of countries, so an absence means nothing.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from lxml import etree

from legation.model.situation import Statement
from legation.sources.captured import Table
from legation.sources.codes import PlaceCodes
from legation.sources.reading import (
    Read,
    Reading,
    Remark,
    one_a_place,
    parse_day,
    parse_url,
    parse_xml,
    unfit,
)

SOURCE: Final = "advice_jp"
DANGER: Final = "T40"
LEVELS: Final = (4, 3, 2, 1)
WORDINGS: Final = {
    4: "レベル4:退避してください。渡航は止めてください。(退避勧告)",
    3: "レベル3:渡航は止めてください。(渡航中止勧告)",
    2: "レベル2:不要不急の渡航は止めてください。",
    1: "レベル1:十分注意してください。",
}


def read_arrivals(body: bytes, codes: PlaceCodes, seen: str) -> Reading:
    """Read the list of newest items; of two on one country the newer counts."""
    root = parse_xml(body, SOURCE)
    if root.tag != "opendata":
        raise unfit(SOURCE, "is not <opendata>")
    newest: dict[str, Statement] = {}
    remarks: list[Remark] = []
    mails = [mail for mail in root.iterfind("mail") if mail.findtext("infoType") == DANGER]
    for mail in sorted(
        mails, key=lambda mail: (mail.findtext("leaveDate") or "", mail.findtext("keyCd") or "")
    ):
        for part in _read_mail(mail, codes, seen):
            if isinstance(part, Statement):
                newest[part.place] = part
            else:
                remarks.append(part)
    return one_a_place(newest.values(), remarks)


def _read_mail(mail: etree._Element, codes: PlaceCodes, seen: str) -> Iterator[Statement | Remark]:
    flags = {level: mail.findtext(f"riskLevel{level}") for level in LEVELS}
    if not set(flags.values()) <= {"0", "1"}:
        yield Remark("unknown-level", str(mail.findtext("keyCd"))[:40])
        return
    highest = next((level for level in LEVELS if flags[level] == "1"), None)
    updated = parse_day(str(mail.findtext("leaveDate")).replace("/", "-"), seen)
    for number in mail.iterfind("country/cd"):
        places = country_codes().get(str(number.text))
        if places is None or not codes.codes.issuperset(places):
            yield Remark("unknown-place", str(number.text)[:20])
            continue
        url = parse_url(mail.findtext("infoUrl"))
        for place in places:
            wording = WORDINGS[highest] if highest else None
            yield Statement(place, None, highest, wording=wording, updated=updated, url=url)


@cache
def country_codes() -> dict[str, tuple[str, ...]]:
    """The ministry's country numbers to codes of the register."""
    text = Path(__file__).with_name("countries.toml").read_text(encoding="utf-8")
    return {number: tuple(places) for number, places in tomllib.loads(text).items()}


FORMS: Final[dict[str, Read | Table]] = {"arrivals": read_arrivals}
