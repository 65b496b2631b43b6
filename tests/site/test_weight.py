"""An answer arrives with its styles in one round trip: 14 kB, on the heaviest pages that there are."""

from collections import Counter

import pytest

from legation.model.situation import LANGUAGES
from legation.site.assets import asset
from legation.site.parcel import POLICY
from legation.site.site import Site

ONE_ROUND_TRIP = 14_000
"""Bytes: ten segments of TCP's first window (RFC 6928), less the headers."""


def heaviest(site: Site) -> list[str]:
    """The pairs with the most posts to show: of one state in one place, and in the places with the most helpers."""
    edition = site.edition
    pairs = Counter(
        (post.receiving.lower(), code.lower()) for code in edition.citizenships for post in edition.sent(code)
    )
    crowded = sorted(edition.inhabited, key=lambda code: -len(edition.standing(code)))[:10]
    own = [f"{place}/{who}" for (place, who), _ in pairs.most_common(30) if place != who]
    return own + [f"{place.lower()}/{who}" for place in crowded for who in ("mt", "ee", "li", "nr+ws")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_with_its_styles_is_one_round_trip(site: Site, language: str) -> None:
    styles = site.page(asset("site.css")).packed
    assert styles
    weights = {
        pair: len(site.page(f"/{language}/{pair}/").packed or b"") + len(styles) for pair in heaviest(site)
    }
    assert len(weights) > 60
    assert max(weights.values()) <= ONE_ROUND_TRIP, max(weights.items(), key=lambda item: item[1])
    assert min(weights.values()) > len(styles) + 1_000


def test_no_font_and_no_third_party(site: Site) -> None:
    styles = site.page(asset("site.css")).body.decode()
    assert "@font-face" not in styles
    assert "url(" not in styles
    assert "font-src" not in POLICY
    assert "http" not in POLICY
