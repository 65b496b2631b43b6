"""Templates with their fixed messages already in the language: they are looked up once, not on every page."""

import gettext
import re
from collections.abc import Callable, Sequence
from typing import Any, Final

from jinja2 import BaseLoader, ChoiceLoader, Environment, Template
from markupsafe import escape

FIXED: Final = re.compile(r"""\{\{ _\((?:"([^"]*)"|'([^']*)')\) \}\}""")
Source = tuple[str, str | None, Callable[[], bool] | None]


class Spoken(ChoiceLoader):
    """Loads templates and fills in `{{ _("…") }}`; messages with parts to fill stay for the page.

    Args:
        loaders: where templates lie. translations: the catalogue.
    """

    def __init__(self, loaders: Sequence[BaseLoader], translations: gettext.NullTranslations) -> None:
        super().__init__(loaders)
        self._translations = translations

    def get_source(self, environment: Environment, template: str) -> Source:
        """A template's text, translated."""
        text, path, current = super().get_source(environment, template)
        return FIXED.sub(self._said, text), path, current

    def load(self, environment: Environment, name: str, globals: Any = None) -> Template:  # noqa: A002
        """Compile the translated text (the class above would hand on to the loaders, untranslated)."""
        return BaseLoader.load(self, environment, name, globals)

    def _said(self, found: re.Match[str]) -> str:
        return str(escape(self._translations.gettext(found[1] or found[2])))
