"""Notices as CAP 1.2 (OASIS Common Alerting Protocol). Times are written with `+00:00`: CAP forbids `Z`."""

from typing import Final
from xml.etree import ElementTree

from legation.model.situation import Notice

NAMESPACE: Final = "urn:oasis:names:tc:emergency:cap:1.2"
SENDER: Final = "alerts@legation.example"


def render_cap(notice: Notice, sender: str = SENDER, language: str = "en") -> str:
    """One notice as one XML document without line breaks.

    Args:
        notice: what to say.
        sender: who publishes it, the same in every message; without spaces, commas, `<` and `&`.
        language: of its sentences, BCP 47.
    """
    ElementTree.register_namespace("", NAMESPACE)
    alert = ElementTree.Element(_tag("alert"))
    _add(alert, "identifier", notice.identifier)
    _add(alert, "sender", sender)
    _add(alert, "sent", cap_time(notice.sent))
    _add(alert, "status", "Actual")
    _add(alert, "msgType", notice.kind)
    _add(alert, "scope", "Public")
    if notice.replaces:
        references = (f"{sender},{identifier},{cap_time(sent)}" for identifier, sent in notice.replaces)
        _add(alert, "references", " ".join(references))
    alert.append(_info(notice, language))
    return ElementTree.tostring(alert, encoding="unicode")


def _info(notice: Notice, language: str) -> ElementTree.Element:
    info = ElementTree.Element(_tag("info"))
    _add(info, "language", language)
    _add(info, "category", notice.category)
    _add(info, "event", notice.event)
    _add(info, "responseType", "AllClear" if notice.kind == "Cancel" else "Avoid")
    _add(info, "urgency", "Past" if notice.kind == "Cancel" else "Expected")
    _add(info, "severity", notice.severity)
    _add(info, "certainty", notice.certainty)
    _add(info, "headline", notice.headline)
    if notice.url:
        _add(info, "web", notice.url)
    for place in notice.areas:
        area = ElementTree.SubElement(info, _tag("area"))
        _add(area, "areaDesc", place.name)
        geocode = ElementTree.SubElement(area, _tag("geocode"))
        _add(geocode, "valueName", "ISO3166-1")
        _add(geocode, "value", place.code)
    return info


def cap_time(moment: str) -> str:
    """A moment in UTC as CAP writes it."""
    return f"{moment[:19]}+00:00"


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, _tag(name)).text = text
