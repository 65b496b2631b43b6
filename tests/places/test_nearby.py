import sqlite3

import pytest

from legation.places.nearby import Nearby, cells


@pytest.mark.parametrize(
    ("latitude", "longitude", "name"),
    [
        (52.52, 13.40, "Berlin"),
        (50.80, 4.34, "Brussels"),
        (51.50, -0.13, "London"),
        (-12.12, -77.03, "Lima"),
        (28.59, 77.18, "New Delhi"),
        (52.08, 4.31, "The Hague"),
        (52.01, 4.357, "Delft"),
        (51.92, 4.48, "Rotterdam"),
        (-22.51, -43.18, "Petrópolis"),
        (40.72, -74.05, "Jersey City"),
        (35.44, 139.64, "Yokohama"),
        (52.39, 13.06, "Potsdam"),
        (47.14, 9.52, "Vaduz"),
        (-33.86, 151.2, "Sydney"),
    ],
)
def test_known_city(latitude: float, longitude: float, name: str, connection: sqlite3.Connection) -> None:
    city = Nearby(connection).known_city(latitude, longitude)
    assert city
    assert city.name == name


def test_known_city_stays_in_the_place(connection: sqlite3.Connection) -> None:
    nearby = Nearby(connection)
    names = [
        city and city.name for city in (nearby.known_city(47.57, 7.6, code) for code in ("CH", "DE", "FR"))
    ]
    assert names[0] == "Basel"
    assert len(set(names)) == 3


def test_far_from_every_city_there_is_none(connection: sqlite3.Connection) -> None:
    assert Nearby(connection).known_city(-80.0, 0.0) is None


def test_cells_go_round_the_globe() -> None:
    assert set(cells(0.5, 179.9, 0.4)) == {90 * 360 + 359, 90 * 360}
    assert len(list(cells(90.0, 0.0, 5.0))) == len(set(cells(90.0, 0.0, 5.0)))
