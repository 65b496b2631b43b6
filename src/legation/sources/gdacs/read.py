"""GDACS: the event list of the API (GeoJSON), and the RSS feed.

`affectedcountries` leaves out countries that `country` names, and the other way round, so both count. The colour is
that of the whole event; `iscurrent` says whether it goes on, and most of the list does not. Green alerts have no
humanitarian impact and are left out.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final

from lxml import etree

from legation.model.situation import Alert, AlertKind, AlertLevel
from legation.sources.captured import Table
from legation.sources.codes import PlaceCodes
from legation.sources.contact import clean
from legation.sources.reading import (
    Read,
    Reading,
    Remark,
    parse_json,
    parse_rows,
    parse_url,
    parse_xml,
    unfit,
)

SOURCE: Final = "gdacs"
KINDS: Final[dict[str, AlertKind]] = {
    "EQ": "earthquake",
    "FL": "flood",
    "TC": "cyclone",
    "VO": "volcano",
    "DR": "drought",
    "WF": "wildfire",
    "TS": "tsunami",
}
LEVELS: Final[dict[str, AlertLevel]] = {"Green": "green", "Orange": "orange", "Red": "red"}
GDACS: Final = "{http://www.gdacs.org}"
POINT: Final = "{http://www.w3.org/2003/01/geo/wgs84_pos#}"
LONGEST: Final = 120


def read_api(body: bytes, codes: PlaceCodes, seen: str) -> Reading:
    """Read the API's FeatureCollection."""
    decoded = parse_json(body, SOURCE)
    if not isinstance(decoded, dict) or decoded.get("type") != "FeatureCollection":
        raise unfit(SOURCE, "is not a FeatureCollection")
    features = parse_rows(decoded.get("features"), SOURCE)
    return _reading(_read_event(_of_feature(feature), codes, seen) for feature in features)


def read_rss(body: bytes, codes: PlaceCodes, seen: str) -> Reading:
    """Read the RSS feed."""
    root = parse_xml(body, SOURCE)
    if root.tag != "rss":
        raise unfit(SOURCE, "is not an RSS feed")
    return _reading(_read_event(_of_item(item), codes, seen) for item in root.iterfind("channel/item"))


def _reading(parts: Iterator[Alert | Remark]) -> Reading:
    found = list(parts)
    alerts = {part.id: part for part in found if isinstance(part, Alert)}
    remarks = (part for part in found if isinstance(part, Remark))
    return Reading(alerts=tuple(alerts[key] for key in sorted(alerts)), remarks=tuple(sorted(remarks)))


def _of_feature(feature: dict[str, Any]) -> dict[str, Any]:
    """The properties of a feature with its point, its page and the codes of the countries it lists."""
    properties = feature.get("properties")
    event: dict[str, Any] = properties if isinstance(properties, dict) else {}
    geometry, url = feature.get("geometry"), event.get("url")
    affected = event.get("affectedcountries")
    severity = event.get("severitydata")
    return event | {
        "point": geometry.get("coordinates") if isinstance(geometry, dict) else None,
        "link": url.get("report") if isinstance(url, dict) else None,
        "codes": [entry.get("iso2") for entry in affected if isinstance(entry, dict)] if affected else [],
        "severity": severity.get("severitytext") if isinstance(severity, dict) else None,
    }


def _of_item(item: etree._Element) -> dict[str, Any]:
    """The same of an item of the feed."""
    said = {
        name: item.findtext(f"{GDACS}{name}")
        for name in (
            "eventtype",
            "eventid",
            "alertlevel",
            "eventname",
            "country",
            "iso3",
            "iscurrent",
            "severity",
        )
    }
    longitude, latitude = (
        item.findtext(f"{POINT}Point/{POINT}long"),
        item.findtext(f"{POINT}Point/{POINT}lat"),
    )
    return said | {
        "point": [longitude, latitude],
        "link": item.findtext("link"),
        "fromdate": _moment(item.findtext(f"{GDACS}fromdate")),
        "todate": _moment(item.findtext(f"{GDACS}todate")),
        "datemodified": _moment(item.findtext(f"{GDACS}datemodified") or item.findtext("pubDate")),
        "codes": [],
    }


def _read_event(event: dict[str, Any], codes: PlaceCodes, seen: str) -> Alert | Remark:
    kind, number = str(event.get("eventtype")), str(event.get("eventid"))
    label = clean(f"{kind}{number}")[:40]
    level = LEVELS.get(str(event.get("alertlevel")))
    since, until, updated = (_iso(event.get(field)) for field in ("fromdate", "todate", "datemodified"))
    if level is None or not number.isdecimal() or not (since and until and updated):
        return Remark("unknown-level" if level is None else "bad-event", label)
    if level == "green":
        return Remark("green", label)
    if updated[:10] > seen[:10]:
        return Remark("future", label)
    longitude, latitude = _point(event.get("point"))
    return Alert(
        id=label,
        kind=KINDS.get(kind, "other"),
        level=level,
        places=find_places(event, codes),
        since=since[:10],
        until=max(since, until)[:10],
        current=str(event.get("iscurrent")).lower() == "true",
        updated=updated,
        url=parse_url(event.get("link"))
        or f"https://www.gdacs.org/report.aspx?eventid={number}&eventtype={kind}",
        name=clean(str(event.get("eventname") or ""))[:LONGEST] or None,
        latitude=latitude,
        longitude=longitude,
        severity=clean(str(event.get("severity") or ""))[:LONGEST] or None,
    )


def find_places(event: dict[str, Any], codes: PlaceCodes) -> tuple[str, ...]:
    """Every place that the event lists as affected, names in its country field or gives as its ISO code."""
    found = {codes.get_code(said) for said in [*event["codes"], event.get("iso3")]}
    whole = str(event.get("country") or "")
    for name in [whole, *whole.split(", ")]:
        found |= set(codes.get_named(name) or ())
    return tuple(sorted(code for code in found if code))


def _point(said: object) -> tuple[float | None, float | None]:
    """Longitude and latitude when they are on the globe."""
    try:
        longitude, latitude = (round(float(number), 5) for number in said)  # type: ignore[attr-defined]
    except (TypeError, ValueError):
        return None, None
    return (longitude, latitude) if abs(longitude) <= 180 and abs(latitude) <= 90 else (None, None)


def _moment(said: str | None) -> str | None:
    """A moment of RFC 822 as ISO text."""
    try:
        return parsedate_to_datetime(said or "").isoformat()
    except ValueError:
        return None


def _iso(said: object) -> str | None:
    """A moment in UTC to the second; the API writes UTC without saying so."""
    try:
        moment = datetime.fromisoformat(str(said))
    except ValueError:
        return None
    return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


FORMS: Final[dict[str, Read | Table]] = {"api": read_api, "rss": read_rss}
