"""What an assistant gets, over standard input and output as assistants speak."""

import asyncio
import json
import sys
from typing import Any

import pytest
from mcp import Client, MCPError, StdioServerParameters

from legation.site.assistants import make_server
from legation.site.edition import Edition

COMMAND = StdioServerParameters(command=sys.executable, args=["-m", "legation", "mcp"])


def called(server: Any, tool: str, arguments: dict[str, Any]) -> Any:
    async def call() -> Any:
        async with Client(server) as client:
            return await client.call_tool(tool, arguments)

    return asyncio.run(call())


def data(edition: Edition, tool: str, **arguments: Any) -> dict[str, Any]:
    """The data of a good answer; the text for the model says the same."""
    result = called(make_server(edition), tool, arguments)
    assert not result.is_error
    answer: dict[str, Any] = result.structured_content
    assert json.loads(result.content[0].text) == answer
    return answer


def test_find_gives_days_and_sources(edition: Edition) -> None:
    answer = data(edition, "find", citizen=["dutch"], place="Moscow", on="2022-11-16")
    assert answer["query"]["on"] == "2022-11-16"
    assert answer["options"][0]["post"]["city"] == "Moscow"
    assert all(option["as_of"] and option["sources"] for option in answer["options"])
    assert all(line["as_of"] and line["source"] for line in answer["hotlines"])


def test_find_for_a_need_and_for_those_without_a_state(edition: Edition) -> None:
    answer = data(edition, "find", citizen=["NL"], place="RU", need="arrest")
    assert answer["query"]["need"] == "arrest"
    answer = data(edition, "find", citizen=[], place="Turkey", status="refugee")
    assert (answer["options"], answer["gap"]["code"]) == ([], "refugee-unhcr")


def test_situation(edition: Edition) -> None:
    answer = data(edition, "situation", place="Russia", on="2026-09-15")
    assert answer["headline"] == "Russia is currently at war in Ukraine."
    assert answer["as_of"] == "2026-09-15"
    assert all(one["as_of"] and one["sources"] for one in answer["conflicts"])
    assert all(one["seen"] and one["issuer"] for one in answer["advice"])


def test_post(edition: Edition) -> None:
    found = data(edition, "find", citizen=["NL"], place="RU")["options"][0]["post"]["id"]
    assert data(edition, "post", identifier=found)["record"]["claims"]


@pytest.mark.parametrize(
    ("tool", "arguments", "code"),
    [
        ("find", {"citizen": ["dutch"], "place": "Georgia"}, "ambiguous-place"),
        ("find", {"citizen": ["dutch"], "place": "Moscow", "on": "yesterday"}, "bad-date"),
        ("situation", {"place": "Atlantis"}, "unknown-place"),
        ("post", {"identifier": "Q0"}, "unknown-post"),
    ],
)
def test_what_is_wrong_is_said(edition: Edition, tool: str, arguments: dict[str, Any], code: str) -> None:
    result = called(make_server(edition), tool, arguments)
    assert result.is_error
    error = json.loads(result.content[0].text.partition(": ")[2])["error"]
    assert error["code"] == code
    assert error["message"]


def test_over_standard_input_and_output() -> None:
    async def talk() -> None:
        async with Client(COMMAND) as client:
            tools = (await client.list_tools()).tools
            assert [tool.name for tool in tools] == ["find", "situation", "post"]
            assert all(tool.description for tool in tools)
            answer: Any = await client.call_tool("find", {"citizen": ["brazilian"], "place": "Minsk"})
            first = answer.structured_content["options"][0]
            assert (first["post"]["sending"], first["post"]["city"]) == ("BR", "Minsk")
            wrong: Any = await client.call_tool("find", {"citizen": ["dutch"], "place": "Georgia"})
            assert wrong.is_error
            assert "GE" in wrong.content[0].text
            post: Any = await client.read_resource(f"legation://post/{first['post']['id']}")
            assert json.loads(post.contents[0].text)["post"]["id"] == first["post"]["id"]
            sources: Any = await client.read_resource("legation://sources")
            assert all(one["attribution"] for one in json.loads(sources.contents[0].text)["sources"])
            with pytest.raises(MCPError, match="no post Q0"):
                await client.read_resource("legation://post/Q0")

    asyncio.run(talk())
