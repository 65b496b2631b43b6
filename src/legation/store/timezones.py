"""The time zone of a door, from the nearest town of the same place.

`docs/decisions/0010-opening-hours.md` compares it with the time zones' own borders.
"""

import sqlite3
from math import cos, radians

from legation.model.directory import Post
from legation.store.gazetteer import cell

Town = tuple[str, float, float]


def get_timezone(connection: sqlite3.Connection, post: Post) -> str | None:
    """The IANA name of a post's time zone; None when its place keeps several and the post stands nowhere known."""
    if post.latitude is not None and post.longitude is not None:
        return nearest(connection, post.receiving, post.latitude, post.longitude)
    if post.near is not None:
        return nearest(connection, post.receiving, *post.near)
    named = "SELECT DISTINCT timezone FROM cities WHERE place = ? AND name = ? AND timezone IS NOT NULL"
    every = "SELECT DISTINCT timezone FROM cities WHERE place = ? AND timezone IS NOT NULL LIMIT 2"
    for query, asked in ((named, (post.receiving, post.city)), (every, (post.receiving,))):
        found = connection.execute(query, asked).fetchall()
        if len(found) == 1:
            return str(found[0][0])
    return None


def nearest(connection: sqlite3.Connection, place: str, latitude: float, longitude: float) -> str | None:
    """The zone of the town of that place nearest to a point, WGS84 degrees."""
    around = [
        cell(max(-90.0, min(90.0, latitude + north)), (longitude + east + 180) % 360 - 180)
        for north in (-1, 0, 1)
        for east in (-1, 0, 1)
    ]
    columns = "SELECT timezone, latitude, longitude FROM cities WHERE timezone IS NOT NULL"
    marks = ",".join("?" * len(around))
    towns: list[Town] = (
        connection.execute(f"{columns} AND place = ? AND cell IN ({marks})", (place, *around)).fetchall()
        or connection.execute(f"{columns} AND place = ?", (place,)).fetchall()
    )
    if not towns:
        return None
    narrow = cos(radians(latitude))

    def far(town: Town) -> float:
        east = abs(town[2] - longitude)
        return (town[1] - latitude) ** 2 + (min(east, 360 - east) * narrow) ** 2

    return min(towns, key=far)[0]
