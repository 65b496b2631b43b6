"""JSON exactly as `docs/reference` describes it: the types of `legation.model`, two spaces of indent."""

from typing import Any

import msgspec

from legation.errors import InputError, LegationError
from legation.model.answer import ErrorShown


def render_json(thing: Any) -> str:
    """Any struct of the model as indented JSON."""
    return msgspec.json.format(msgspec.json.encode(thing), indent=2).decode()


def render_error(error: LegationError) -> str:
    """An error as `{"error": {...}}`."""
    given = error.given if isinstance(error, InputError) else getattr(error, "subject", "")
    candidates = list(error.candidates) if isinstance(error, InputError) else []
    return render_json({"error": ErrorShown(error.code, str(given)[:200], error.message, candidates)})
