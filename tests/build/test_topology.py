"""Outlines that cross the antimeridian or go round a pole. Invented shapes."""

import numpy as np
import pytest
import shapely

from legation.build.topology import shape, unwrap


def ring(*points: tuple[float, float]) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return np.array([*points, points[0]], dtype=np.float64)


def test_a_plain_ring_stays() -> None:
    square = ring((0, 0), (2, 0), (2, 2), (0, 2))
    assert (unwrap(square) == square).all()
    assert shape([square]).area == 4.0


def test_an_island_across_the_antimeridian_is_cut_in_two() -> None:
    island = shape([ring((179, 0), (-179, 0), (-179, 1), (179, 1))])
    assert island.area == pytest.approx(2.0)
    assert shapely.get_num_geometries(island) == 2
    assert island.bounds == (-180.0, 0.0, 180.0, 1.0)


def test_a_ring_round_the_pole_takes_the_pole_in() -> None:
    cap = shape([ring((-120, -80), (0, -80), (120, -80))])
    assert shapely.contains_xy(cap, 10.0, -85.0)
    assert not shapely.contains_xy(cap, 10.0, -70.0)


def test_a_ring_of_too_few_points_is_nothing() -> None:
    assert shape([np.array([[0.0, 0.0], [1.0, 1.0]])]).is_empty
