"""Every component, by its examples."""

import gettext
from html.parser import HTMLParser

import msgspec
import pytest

from legation.render.components import FOLDER, NAMES, environment, examples, parameters_of, styles

VOID = {"input", "br", "option", "meta", "link", "img"}
HOSTILE = '"><script>alert(1)</script>'


class Balance(HTMLParser):
    """Checks that elements close in the order they open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert "style" not in dict(attrs), "the policy forbids inline styles"
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag


def shown(parameters: msgspec.Struct) -> str:
    templates = environment(gettext.NullTranslations())
    return templates.from_string("{{ show(it) }}").render(it=parameters)


@pytest.mark.parametrize("name", NAMES)
def test_every_example_is_whole(name: str) -> None:
    for example in examples(name):
        balance = Balance()
        balance.feed(shown(example))
        assert balance.open == []


@pytest.mark.parametrize("name", NAMES)
def test_every_component_is_complete(name: str) -> None:
    assert {path.name for path in (FOLDER / name).iterdir() if path.suffix} == {
        "__init__.py",
        "template.html",
        "style.css",
        "examples.json",
    }
    assert parameters_of(name).__doc__
    assert examples(name)


@pytest.mark.parametrize("name", NAMES)
def test_hostile_text_stays_text(name: str) -> None:
    for example in examples(name):
        words = msgspec.json.encode(example).decode()
        hostile = msgspec.json.decode(poisoned(msgspec.json.decode(words)), type=type(example))
        assert "<script>" not in shown(hostile)


def poisoned(value: object) -> bytes:
    """The example with every text replaced."""

    def poison(part: object) -> object:
        if isinstance(part, str):
            return HOSTILE
        if isinstance(part, list):
            return [poison(one) for one in part]
        if isinstance(part, dict):
            return {key: poison(one) for key, one in part.items()}
        return part

    return msgspec.json.encode(poison(value))


def test_the_styles_load_nothing() -> None:
    assert "url(" not in styles()
    assert "@import" not in styles()
