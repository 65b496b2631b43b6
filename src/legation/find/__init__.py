"""Who can help: the ladder, the rules of each ground, and the answer.

The room can be called: `legation.find(["NL"], "Moscow")` is `legation.find.ask.find` (docs/decisions/0003).
"""

import sys
from types import ModuleType
from typing import Any


class CallableRoom(ModuleType):
    """A package that is also the function it is named for."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """See `legation.find.ask.find`."""
        from legation.find.ask import find

        return find(*args, **kwargs)


sys.modules[__name__].__class__ = CallableRoom
