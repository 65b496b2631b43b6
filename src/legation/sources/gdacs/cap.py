"""CAP 1.2 documents, as GDACS publishes one for each event: read to the same alerts as its list."""

from typing import Final

from lxml import etree

from legation.model.situation import Alert, AlertLevel
from legation.sources.codes import PlaceCodes
from legation.sources.contact import clean
from legation.sources.gdacs.read import LONGEST, SOURCE
from legation.sources.reading import Reading, Remark, parse_day, parse_url, parse_xml, unfit

CAP: Final = "{urn:oasis:names:tc:emergency:cap:1.2}"
LEVELS: Final[dict[str, AlertLevel]] = {"Severe": "orange", "Extreme": "red"}


def read_cap(body: bytes, codes: PlaceCodes, seen: str) -> Reading:
    """Read one alert; a cancellation is an alert that no longer goes on.

    Raises:
        StopSource: not a CAP 1.2 document.
    """
    root = parse_xml(body, SOURCE)
    info = root.find(f"{CAP}info")
    if root.tag != f"{CAP}alert" or info is None:
        raise unfit(SOURCE, "is not a CAP 1.2 alert with its info")
    identifier = clean(root.findtext(f"{CAP}identifier") or "")[:LONGEST]
    level, day = (
        LEVELS.get(str(info.findtext(f"{CAP}severity"))),
        parse_day(root.findtext(f"{CAP}sent"), seen),
    )
    if level is None or day is None or not identifier:
        return Reading(remarks=(Remark("green" if day else "future", identifier),))
    alert = Alert(
        id=identifier,
        kind="other",
        level=level,
        places=find_places(info, codes),
        since=(info.findtext(f"{CAP}onset") or day)[:10],
        until=(info.findtext(f"{CAP}expires") or day)[:10],
        current=root.findtext(f"{CAP}msgType") != "Cancel",
        updated=f"{day}T00:00:00Z",
        url=parse_url(info.findtext(f"{CAP}web")) or "https://www.gdacs.org/",
        name=clean(info.findtext(f"{CAP}event") or "")[:LONGEST] or None,
    )
    return Reading(alerts=(alert,))


def find_places(info: etree._Element, codes: PlaceCodes) -> tuple[str, ...]:
    """The places that the areas name by an ISO code, or by their exact name."""
    found: set[str] = set()
    for area in info.iterfind(f"{CAP}area"):
        found |= set(codes.get_named(area.findtext(f"{CAP}areaDesc") or "") or ())
        for value in area.iterfind(f"{CAP}geocode/{CAP}value"):
            code = codes.get_code(value.text)
            found |= {code} if code else set()
    return tuple(sorted(found))
