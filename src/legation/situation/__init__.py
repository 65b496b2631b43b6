"""What is going on at a place, as of a date: conflicts, what governments advise, alerts.

The room can be called: `legation.situation("RU")` is `legation.situation.ask.situation` (docs/decisions/0003).
"""

import sys
from types import ModuleType
from typing import Any


class CallableRoom(ModuleType):
    """A package that is also the function it is named for."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """See `legation.situation.ask.situation`."""
        from legation.situation.ask import situation

        return situation(*args, **kwargs)


sys.modules[__name__].__class__ = CallableRoom
