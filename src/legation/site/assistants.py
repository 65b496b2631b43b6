"""An MCP server: assistants answer from our data, with its dates and caveats."""

from collections.abc import Callable
from typing import Final

import msgspec
from mcp.server import MCPServer

from legation.errors import LegationError, UnknownInput
from legation.find.ask import ask
from legation.render.json import render_error
from legation.site.data import PostData
from legation.site.edition import Edition
from legation.situation.ask import parse_day

INSTRUCTIONS: Final = (
    "Who can help a citizen abroad, from dated open data. Repeat caveats, dates and sources to the person; say when "
    "nobody is in place; never add a phone number that is not in the answer. In danger the local emergency number "
    "comes first."
)


def make_server(edition: Edition) -> MCPServer:
    """A server with the tools find, situation and post, over one edition of the data."""
    server = MCPServer("legation", instructions=INSTRUCTIONS)

    @server.tool()
    def find(citizen: list[str], place: str, on: str | None = None, status: str | None = None) -> str:
        """Who can help a citizen (codes, names or demonyms) in a place, as of a day (YYYY-MM-DD); status is refugee,
        stateless or non-citizen. JSON with options best first, their caveats, the gap if nobody is in place."""  # noqa: D205, D209
        return answered(
            lambda: edition.finder.find(ask(edition.gazetteer, citizen, place, on=on, status=status))
        )

    @server.tool()
    def situation(place: str, on: str | None = None) -> str:
        """What is going on in a place, as of a day: conflicts, advice of governments, alerts, what is unknown. JSON."""
        return answered(
            lambda: edition.situation(edition.gazetteer.parse_place(place).place.code, parse_day(on), "en")
        )

    @server.tool()
    def post(identifier: str) -> str:
        """Everything known of one post (its id from find): contacts, and who said what of it when. JSON."""
        return answered(lambda: known_post(edition, identifier))

    return server


def known_post(edition: Edition, identifier: str) -> PostData:
    """A post with everything anyone said of it.

    Raises:
        UnknownInput: no such post.
    """
    found, record = edition.post(identifier), edition.record(identifier)
    if found is None or record is None:
        message = f"There is no post {identifier[:40]}: take the id from find."
        raise UnknownInput("unknown-post", message, identifier)
    day = parse_day(None)
    return PostData(found, edition.state(found, day).door, day, record)


def answered(question: Callable[[], msgspec.Struct]) -> str:
    """The answer as JSON, or what is wrong with the question, so that the assistant can mend it."""
    try:
        return msgspec.json.encode(question()).decode()
    except LegationError as error:
        return render_error(error)
