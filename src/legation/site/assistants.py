"""An MCP server: assistants answer from our data, with its dates, sources and caveats."""

from collections.abc import Callable
from typing import Any, Final

import msgspec
from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ResourceNotFoundError, ToolError

from legation.errors import InputError, LegationError, UnknownInput
from legation.find.ask import ask
from legation.render.json import render_error
from legation.site.data import PostData, SourcesData
from legation.site.edition import Edition
from legation.site.view import Credit
from legation.situation.ask import parse_day

Data = dict[str, Any]
INSTRUCTIONS: Final = (
    "Who can help a citizen abroad, from dated open data. Repeat caveats, dates and sources to the person; say when "
    "nobody is in place; never add a phone number that is not in the answer. In danger the local emergency number "
    "comes first."
)


def make_server(edition: Edition, credits_: tuple[Credit, ...] = ()) -> MCPServer:
    """A server with the tools find, situation and post, and posts and sources as resources.

    Args:
        edition: the data.
        credits_: its sources.
    """
    # At INFO the library writes refused questions down, and with them who asked for what.
    server = MCPServer("legation", instructions=INSTRUCTIONS, log_level="ERROR")

    @server.tool()
    def find(
        citizen: list[str],
        place: str,
        on: str | None = None,
        status: str | None = None,
        need: str | None = None,
    ) -> Data:
        """Who can help a citizen (codes, names or demonyms) in a place, as of a day (YYYY-MM-DD).

        `status` is refugee, stateless or non-citizen (then `citizen` may be empty); `need` is travel-document, arrest,
        illness, death, repatriation, notary or evacuation. Gives the options, best first, each with caveats, day
        and sources; `gap` when nobody is in place; warnings, the ministry's lines, local emergency numbers.
        """
        return answered(
            lambda: edition.finder.find(
                ask(edition.gazetteer, citizen, place, on=on, status=status, need=need)
            )
        )

    @server.tool()
    def situation(place: str, on: str | None = None) -> Data:
        """What is going on in a place, as of a day (YYYY-MM-DD).

        Gives armed conflicts, the advice of governments in their own words, alerts, each with its dates and source, and
        what is unknown.
        """
        return answered(
            lambda: edition.situation(edition.gazetteer.parse_place(place).place.code, parse_day(on), "en")
        )

    @server.tool()
    def post(identifier: str) -> Data:
        """Everything known of one post (its id from find): contacts, and who said what of it when."""
        return answered(lambda: known_post(edition, identifier))

    @server.resource("legation://post/{identifier}", mime_type="application/json")
    def post_record(identifier: str) -> str:
        """One post, as the tool of that name gives it."""
        try:
            return msgspec.json.encode(known_post(edition, identifier)).decode()
        except InputError as error:
            raise ResourceNotFoundError(error.message) from error

    @server.resource("legation://sources", mime_type="application/json")
    def sources() -> str:
        """Whose data this is, and on what terms."""
        return msgspec.json.encode(SourcesData(credits_)).decode()

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


def answered(question: Callable[[], msgspec.Struct]) -> Data:
    """The answer as data.

    Raises:
        ToolError: what is wrong with the question, as JSON, so that the assistant can mend it.
    """
    try:
        answer: Data = msgspec.to_builtins(question())
    except LegationError as error:
        raise ToolError(render_error(error)) from error
    return answer
