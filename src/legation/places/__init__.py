"""A name, a code or a point to a place of the register."""

from legation.places.gazetteer import Gazetteer

__all__ = ["Gazetteer"]
