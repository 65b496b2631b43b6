"""Posts as search engines read them."""

import json
import re
from typing import Any

from legation.site.site import Site

PROPERTIES = {
    "Embassy": {"name", "address", "url", "geo", "mainEntityOfPage"},
    "GovernmentOffice": {"name", "address", "contactPoint", "url", "geo", "mainEntityOfPage"},
    "PostalAddress": {"addressCountry", "addressLocality", "streetAddress"},
    "ContactPoint": {"contactType", "telephone", "email"},
    "GeoCoordinates": {"latitude", "longitude"},
    "WebPage": {"lastReviewed"},
}
"""What schema.org (29.0) lets these types have, of what is said here."""


def test_structured_data_keeps_to_the_vocabulary(site: Site) -> None:
    posts = [post for code in ("NL", "US", "VA", "TW") for post in site.edition.sent(code)]
    for post in posts:
        page = site.page(f"/en/post/{post.id}/").body.decode()
        thing = json.loads(page.partition('ld+json">')[2].partition("</script>")[0])
        assert thing.pop("@context") == "https://schema.org"
        check_vocabulary(thing)
        assert {one.get("telephone") for one in thing.get("contactPoint", ())} >= {*post.phones}
    assert len(posts) > 300


def check_vocabulary(thing: dict[str, Any]) -> None:
    kinds = thing.pop("@type")
    allowed = [PROPERTIES[kind] for kind in ([kinds] if isinstance(kinds, str) else kinds)]
    assert thing.keys() <= set.union(*allowed)
    for value in thing.values():
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, dict):
                check_vocabulary(inner)


def test_structured_data_is_json_that_cannot_leave_its_element(site: Site) -> None:
    found = re.search(
        r'<script type="application/ld\+json">(.*?)</script>', site.page("/en/ru/nl/").body.decode(), re.S
    )
    assert found
    assert "<" not in found[1]
    assert json.loads(found[1])["@type"] == ["Embassy", "GovernmentOffice"]
