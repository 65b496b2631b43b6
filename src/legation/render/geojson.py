"""An answer as GeoJSON (RFC 7946): one feature an option, in the order of the answer."""

from typing import Any

import msgspec

from legation.model.answer import Answer, Option
from legation.render.json import render_json


def render_geojson(answer: Answer) -> str:
    """A FeatureCollection; an option whose door is not known has a null geometry. Coordinates are lon, lat."""
    return render_json(
        {"type": "FeatureCollection", "features": [feature(option) for option in answer.options]}
    )


def feature(option: Option) -> dict[str, Any]:
    """One option: the post as properties, with its rank, ground and caveats."""
    post = option.post
    known = post.latitude is not None and post.longitude is not None
    properties = msgspec.to_builtins(post)
    for name in ("latitude", "longitude", "id"):
        del properties[name]
    properties |= {
        "rank": option.rank,
        "ground": option.ground,
        "arrangement": option.arrangement,
        "in_place": option.in_place,
        "distance_km": option.distance_km,
        "as_of": option.as_of,
        "caveats": [caveat.text for caveat in option.caveats],
    }
    return {
        "type": "Feature",
        "id": post.id,
        "geometry": {"type": "Point", "coordinates": [post.longitude, post.latitude]} if known else None,
        "properties": properties,
    }
