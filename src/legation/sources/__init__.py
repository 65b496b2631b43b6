"""Sources: one folder each, with a `source.toml` and a `read.py`; README.md says how to add one."""

from importlib import import_module

from legation.sources.captured import Table
from legation.sources.reading import Read


def get_forms(source: str) -> dict[str, Read | Table]:
    """The forms that a source of the situation reads, by the name its `source.toml` uses."""
    forms: dict[str, Read | Table] = import_module(f"legation.sources.{source}.read").FORMS
    return forms
