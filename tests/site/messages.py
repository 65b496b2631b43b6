"""Every message that the site may say, found in its templates and its code."""

import ast
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment

import legation

ROOT = Path(legation.__file__).parent
NAMES = frozenset({"_", "gettext", "said"})


def messages() -> set[str]:
    """All messages."""
    return {*in_templates(), *in_code()}


def in_templates() -> Iterator[str]:
    """Messages between `_(` and `)` in templates."""
    templates = Environment(extensions=["jinja2.ext.i18n"])  # noqa: S701 (nothing is rendered)
    for path in sorted((*ROOT.glob("site/templates/*"), *ROOT.glob("render/components/*/template.html"))):
        for _, _, message in templates.extract_translations(path.read_text(encoding="utf-8")):  # type: ignore[attr-defined]
            yield message if isinstance(message, str) else message[0]


def in_code() -> Iterator[str]:
    """Texts handed to `_` or `gettext` in the code of the site."""
    for path in sorted(ROOT.glob("site/*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and called(node) in NAMES
                and isinstance(node.args[0], ast.Constant)
            ):
                yield str(node.args[0].value)


def called(node: ast.Call) -> str:
    """The name of what is called."""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""
