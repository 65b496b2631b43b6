"""What an assistant gets."""

import asyncio
import json
from typing import Any

import pytest

from legation.site.assistants import make_server
from legation.site.edition import Edition


def call(edition: Edition, tool: str, **arguments: Any) -> dict[str, Any]:
    result: Any = asyncio.run(make_server(edition).call_tool(tool, arguments))
    content = result.content if hasattr(result, "content") else result[0]
    answer: dict[str, Any] = json.loads(content[0].text)
    return answer


def test_find(edition: Edition) -> None:
    answer = call(edition, "find", citizen=["dutch"], place="Moscow", on="2022-11-16")
    assert answer["options"][0]["post"]["city"] == "Moscow"
    assert answer["hotlines"]


def test_situation(edition: Edition) -> None:
    assert (
        call(edition, "situation", place="Russia", on="2026-09-15")["headline"]
        == "Russia is currently at war in Ukraine."
    )


def test_post(edition: Edition) -> None:
    found = call(edition, "find", citizen=["NL"], place="RU")["options"][0]["post"]["id"]
    assert call(edition, "post", identifier=found)["record"]["claims"]


@pytest.mark.parametrize(
    ("tool", "arguments", "code"),
    [
        ("find", {"citizen": ["dutch"], "place": "Georgia"}, "ambiguous-place"),
        ("situation", {"place": "Atlantis"}, "unknown-place"),
        ("post", {"identifier": "Q0"}, "unknown-post"),
    ],
)
def test_what_is_wrong_is_said(edition: Edition, tool: str, arguments: dict[str, Any], code: str) -> None:
    assert call(edition, tool, **arguments)["error"]["code"] == code
