from pathlib import Path

import pytest

from legation.build.build import open_gazetteer
from legation.places import Gazetteer


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The places of this checkout."""
    return open_gazetteer(Path(__file__).resolve().parents[2] / "data")
