"""The reference page of the Python interface, made from its docstrings: `python docs/generate/python_reference.py`."""

import inspect
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_type_hints

import msgspec

from legation import errors
from legation.find.ask import find
from legation.model import answer, news, situation
from legation.news.article import country_focus, read
from legation.situation.ask import situation as situation_of

PAGE = Path(__file__).parents[1] / "reference" / "python.md"
FUNCTIONS: dict[str, Callable[..., Any]] = {
    "legation.find": find,
    "legation.situation": situation_of,
    "legation.read": read,
    "legation.news.country_focus": country_focus,
}
TYPES = (answer, situation, news)
HEAD = """# The Python interface

```python
import legation
```

`import legation` costs nothing: each function is loaded when it is first called. The package is typed (`py.typed`),
everything that comes back is a frozen struct, and nothing here asks the network. `legation.read` wants the extra `news`
for HTML.

This page is made from the docstrings (`make docs`), and a test holds it to them.
"""


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *functions(), *types(), *error_tree()]).rstrip() + "\n"


def functions() -> Iterator[str]:
    """A section for each function."""
    for name, function in FUNCTIONS.items():
        yield f"## {name}\n\n```python\n{signature(name, function)}\n```\n\n{described(function)}\n"


def signature(name: str, function: Callable[..., Any]) -> str:
    """A function's signature, an argument a line."""
    known = inspect.signature(function)
    lines, starred = [], False
    for parameter in known.parameters.values():
        if parameter.kind is parameter.KEYWORD_ONLY and not starred:
            starred = True
            lines.append("    *,")
        lines.append(f"    {plain(str(parameter))},")
    result = plain(inspect.formatannotation(known.return_annotation))
    return "\n".join([f"{name}(", *lines, f") -> {result}"])


def plain(annotation: str) -> str:
    """An annotation without the modules of its names."""
    return re.sub(r"\b(?:[a-z_]+\.)+(?=[A-Za-z])", "", annotation)


def described(thing: Any) -> str:
    """A docstring as Markdown: its sections as headings, their entries as a list."""
    lines = []
    for line in (inspect.getdoc(thing) or "").splitlines():
        if found := re.fullmatch(r"(Args|Raises|Attributes|Example):", line):
            lines.append(f"**{found[1]}**\n")
        elif line.startswith("    >>> ") or (
            line.startswith("    ") and lines and lines[-1].startswith("    >>>")
        ):
            lines.append(line.replace("  # doctest: +SKIP", ""))
        elif found := re.fullmatch(r"    ([\w, ]+): (.*)", line):
            lines.append(f"- `{found[1]}`: {found[2]}")
        else:
            lines.append(f"  {line.strip()}" if line.startswith("     ") else line.strip())
    return "\n".join(lines)


def types() -> Iterator[str]:
    """A section for the types of each module of nouns that answers are made of."""
    for module in TYPES:
        yield f"## {module.__name__}\n\n{described(module)}\n"
        for name, kind in vars(module).items():
            if (
                isinstance(kind, type)
                and issubclass(kind, msgspec.Struct)
                and kind.__module__ == module.__name__
            ):
                yield f"### {name}\n\n{described(kind)}\n\n{fields(kind)}\n"


def fields(kind: type[msgspec.Struct]) -> str:
    """The fields of a struct with their types, as a table."""
    hints = get_type_hints(kind)
    rows = [
        f"| `{field.name}` | `{plain(inspect.formatannotation(hints[field.name]))}` |".replace(
            " | N", " \\| N"
        )
        for field in msgspec.structs.fields(kind)
    ]
    return "\n".join(["| field | type |", "| --- | --- |", *rows])


def error_tree() -> Iterator[str]:
    """The errors, as their module draws them."""
    text = inspect.getdoc(errors) or ""
    head, _, rest = text.partition("::\n\n")
    tree, _, tail = rest.partition("\n\n")
    yield f"## {errors.__name__}\n\n{head.strip()}\n\n```text\n{inspect.cleandoc(tree)}\n```\n\n{tail.strip()}\n"


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(PAGE.read_text(encoding="utf-8") != page())
    PAGE.write_text(page(), encoding="utf-8")
