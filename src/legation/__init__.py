"""legation: who can help a citizen of X in Y, how to reach them, and what is going on there.

>>> import legation
>>> answer = legation.find(["NL"], "Moscow")  # doctest: +SKIP
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from legation.find.ask import find as find
    from legation.news.article import read as read
    from legation.situation.ask import situation as situation

__all__ = ["find", "news", "read", "situation"]


def __getattr__(name: str) -> Any:
    """Load a room when it is first spoken of: `import legation` itself costs nothing."""
    if name == "read":
        return importlib.import_module("legation.news.article").read
    if name in __all__:
        return importlib.import_module(f"legation.{name}")
    raise AttributeError(f"module 'legation' has no attribute {name!r}")
