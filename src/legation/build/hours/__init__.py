"""From what a source says about opening hours to the opening_hours syntax of OpenStreetMap, or to nothing.

`docs/reference/hours.md` says what is understood. A sentence that holds one word too many is not understood: the hours
are then kept as said, never guessed.
"""

from legation.build.hours.understand import plain_hours, understand_hours

__all__ = ["plain_hours", "understand_hours"]
