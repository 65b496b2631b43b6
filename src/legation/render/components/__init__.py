"""What pages are put together from. One folder each: the parameters as a type, a template, styles, examples.

A component is shown by its parameters: `{{ show(card) }}` in a template finds the template by the type of `card`.
"""

import gettext
import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

if TYPE_CHECKING:
    from jinja2 import BaseLoader, Environment
    from markupsafe import Markup

FOLDER: Final = Path(__file__).parent
DATE: Final = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
MOST_SHOWN: Final = 1_000
"""Components kept in each language, a megabyte or two; they are forgotten all at once."""

ENCODE: Final = msgspec.msgpack.Encoder().encode
NAMES: Final = tuple(sorted(path.parent.name for path in FOLDER.glob("*/template.html")))


def environment(
    translations: gettext.NullTranslations, loaders: Iterable["BaseLoader"] = (), **names: Any
) -> "Environment":
    """The templates of all components, in one language.

    Args:
        translations: the catalogue of that language.
        loaders: where pages have their own templates.
        names: what every template may use besides.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    from legation.render.components.spoken import Spoken

    class Templates(Environment):
        """Jinja's, but names for all templates lie in one dictionary: its chain of two is copied for every part."""

        def make_globals(self, more: Any) -> Any:
            return {**self.globals, **more} if more else self.globals

    templates = Templates(
        loader=Spoken([FileSystemLoader(FOLDER), *loaders], translations),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=["jinja2.ext.i18n"],
    )
    templates.install_gettext_translations(translations, newstyle=True)  # type: ignore[attr-defined]

    shown: dict[bytes, Markup] = {}
    made_of = cache(template_of)

    def show(parameters: msgspec.Struct) -> Markup:
        """A component; the same parameters give the same bytes, and pages have many parts in common."""
        template = made_of(type(parameters))
        key = template.encode() + ENCODE(parameters)
        known = shown.get(key)
        if known is None:
            if len(shown) >= MOST_SHOWN:
                shown.clear()
            html = templates.get_template(template).render(this=parameters)
            known = shown[key] = Markup(html)  # noqa: S704
        return known

    templates.globals.update(show=show, **names)
    templates.filters["dated"] = dated
    return templates


@lru_cache(maxsize=4_000)
def dated(text: str) -> "Markup":
    """Text with its ISO dates as `<time>`, so that they are read as dates and never broken at a line's end."""
    from markupsafe import Markup, escape

    return Markup(DATE.sub(r"<time>\g<0></time>", str(escape(text))))  # noqa: S704


def template_of(kind: type[msgspec.Struct]) -> str:
    """The template of a component: it lies in the folder of the type."""
    return f"{kind.__module__.rpartition('.')[2]}/template.html"


def parameters_of(name: str) -> type[msgspec.Struct]:
    """The type of a component's parameters: the first that its module exports."""
    module = import_module(f"{__name__}.{name}")
    kind: type[msgspec.Struct] = getattr(module, module.__all__[0])
    return kind


def examples(name: str) -> list[msgspec.Struct]:
    """The examples of a component, as its parameters."""
    kind = parameters_of(name)
    decode: Callable[[bytes], list[msgspec.Struct]] = msgspec.json.Decoder(list[kind]).decode  # type: ignore[valid-type]
    return decode((FOLDER / name / "examples.json").read_bytes())


def styles() -> str:
    """The styles of all components, by name."""
    return "".join((FOLDER / name / "style.css").read_text(encoding="utf-8") for name in NAMES)
