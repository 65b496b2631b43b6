"""A post for search engines: schema.org as JSON-LD. A data block, so no script policy is touched."""

from typing import Any, Final

import msgspec

from legation.model.answer import PostShown
from legation.model.codes import PostKind
from legation.model.directory import Post

EMBASSIES: Final[frozenset[PostKind]] = frozenset(
    {"embassy", "high commission", "nunciature", "de facto embassy"}
)


def structured(post: Post | PostShown, as_of: str) -> str:
    """The post as JSON-LD, safe inside a script element."""
    points: list[dict[str, Any]] = [
        {"@type": "ContactPoint", "contactType": kind, "telephone": number}
        for kind, numbers in (("emergency", post.emergency_phones), ("consular", post.phones))
        for number in numbers
    ]
    points += [{"@type": "ContactPoint", "contactType": "consular", "email": mail} for mail in post.emails]
    thing: dict[str, Any] = {
        "@context": "https://schema.org",
        # An Embassy is only a building; what has contact points is an organisation too.
        "@type": ["Embassy", "GovernmentOffice"] if post.kind in EMBASSIES else "GovernmentOffice",
        "name": post.name,
        "address": {"@type": "PostalAddress", "addressCountry": post.receiving}
        | ({"addressLocality": post.city} if post.city else {})
        | ({"streetAddress": post.address} if post.address else {}),
    }
    if points:
        thing["contactPoint"] = points
    if post.website:
        thing["url"] = post.website
    if post.latitude is not None and post.longitude is not None:
        thing["geo"] = {"@type": "GeoCoordinates", "latitude": post.latitude, "longitude": post.longitude}
    return in_script(thing | {"mainEntityOfPage": {"@type": "WebPage", "lastReviewed": as_of}})


def in_script(thing: dict[str, Any]) -> str:
    """JSON that no value can break out of: `<`, `>` and `&` are escaped (HTML, 4.12.1.3)."""
    text = msgspec.json.encode(thing).decode()
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text
