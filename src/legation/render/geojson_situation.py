"""Situations as GeoJSON (RFC 7946): one point a place, at its seat of government, with the levels."""

from collections.abc import Iterable
from typing import Any

from legation.model.place import Place
from legation.model.situation import Situation
from legation.render.json import render_json


def render_situation_geojson(found: Iterable[tuple[Place, Situation]]) -> str:
    """A FeatureCollection; a place without a known seat has a null geometry. Coordinates are lon, lat."""
    return render_json(
        {"type": "FeatureCollection", "features": [_feature(place, one) for place, one in found]}
    )


def _feature(place: Place, found: Situation) -> dict[str, Any]:
    known = place.longitude is not None and place.latitude is not None
    levels = {one.issuer: one.level for one in found.advice}
    return {
        "type": "Feature",
        "id": place.code,
        "geometry": {"type": "Point", "coordinates": [place.longitude, place.latitude]} if known else None,
        "properties": {
            "code": place.code,
            "name": found.place.name,
            "as_of": found.as_of,
            "headline": found.headline,
            "levels": levels,
            "regional_max": {one.issuer: one.regional_max for one in found.advice},
            "lowest": found.spread.lowest if found.spread else None,
            "highest": found.spread.highest if found.spread else None,
            "alerts": [alert.id for alert in found.alerts],
        },
    }
