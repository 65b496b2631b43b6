"""Distances against geographiclib."""

import pytest
from geographiclib.geodesic import Geodesic
from hypothesis import given
from hypothesis import strategies as st

from legation.find.distance import Point, kilometres, roughly

points = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@given(points, points)
def test_kilometres_agree_with_geographiclib(a: Point, b: Point) -> None:
    exact = Geodesic.WGS84.Inverse(*a, *b)["s12"] / 1000
    # Near the antipode Lambert's formula has no answer and the sphere stands in: off by at most 0.6 %.
    allowed = 0.05 + exact * 1e-4 if exact < 19_000 else exact * 6e-3
    assert kilometres(a, b) == pytest.approx(exact, abs=allowed)


@given(points, points)
def test_roughly_is_within_six_per_mille(a: Point, b: Point) -> None:
    exact = Geodesic.WGS84.Inverse(*a, *b)["s12"] / 1000
    assert roughly(a, b) == pytest.approx(exact, rel=6e-3, abs=0.01)
