"""Bring one source of the situation up to date: its declaration, the network, the places, the local history."""

from urllib.parse import urlsplit

import msgspec

from legation.build.fetch import Fetcher, Limits
from legation.build.situation.record import open_history
from legation.build.situation.update import update
from legation.model.situation import Taken
from legation.situation.ask import history_path
from legation.sources import get_declaration
from legation.sources.codes import PlaceCodes
from legation.store.locate import open_store


def append_live(
    source: str,
    endpoint: str | None = None,
    contact: str | None = None,
    *,
    loopback: bool = False,
    limits: Limits | None = None,
) -> Taken:
    """Fetch a source and append it to the local history.

    Args:
        source: its id.
        endpoint: another address than the declared one; then nothing is fallen back to.
        contact: who asks, sent with every question.
        loopback: the endpoint is on this machine, on purpose.
        limits: what an answer may cost.

    Raises:
        UnknownInput: there is no such source.
        StopSource: it cannot be fetched, or what came is not healthy; the last good state stays.
    """
    declaration = get_declaration(source)
    if endpoint and declaration.live:
        live = msgspec.structs.replace(declaration.live, url=endpoint, fallback=None)
        declaration = msgspec.structs.replace(declaration, live=live)
    parts = urlsplit(endpoint or "")
    fetcher = Fetcher(source, contact, f"{parts.scheme}://{parts.netloc}" if loopback else None, limits)
    history = open_history(history_path())
    try:
        places = open_store().execute("SELECT code, name, alpha3 FROM places")
        return update(declaration, history, PlaceCodes.of(places), fetcher)
    finally:
        history.close()
