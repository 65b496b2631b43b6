"""Posts as GeoJSON points (RFC 7946)."""

from collections.abc import Sequence

from legation.model.directory import Post
from legation.render.json import render_json


def points(posts: Sequence[Post]) -> str:
    """A FeatureCollection; a post whose door is not known has a null geometry. Coordinates are lon, lat."""
    return render_json({"type": "FeatureCollection", "features": [feature(post) for post in posts]})


def feature(post: Post) -> dict[str, object]:
    """One post with what a map says of it."""
    known = post.latitude is not None and post.longitude is not None
    return {
        "type": "Feature",
        "id": post.id,
        "geometry": {"type": "Point", "coordinates": [post.longitude, post.latitude]} if known else None,
        "properties": {
            "name": post.name,
            "kind": post.kind,
            "sending": post.sending,
            "receiving": post.receiving,
            "city": post.city,
            "as_of": post.last_seen,
        },
    }
