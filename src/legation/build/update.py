"""Fetch a source anew and keep it among the captures, when it is healthy."""

from pathlib import Path
from urllib.parse import urlsplit

from legation.build.fetch import Fetcher, Limits
from legation.build.health import check_rows, check_size
from legation.errors import StopSource
from legation.places import Gazetteer
from legation.sources import get_capture, get_declaration, get_reader
from legation.sources.snapshot import Snapshot


def update(
    source: str,
    captures: Path,
    seen: str,
    gazetteer: Gazetteer,
    endpoint: str | None = None,
    contact: str | None = None,
    loopback: bool = False,
    limits: Limits | None = None,
) -> Snapshot:
    """Fetch a source and file it below the captures folder under its date.

    Args:
        source: its id.
        captures: the folder that `legation build --from` reads.
        seen: ISO date of today.
        gazetteer: the places, for reading what came.
        endpoint: another address than the declared one.
        contact: who asks, sent with every question.
        loopback: the endpoint is on this machine, on purpose.
        limits: what an answer may cost.

    Raises:
        UnknownInput: there is no such source.
        StopSource: it cannot be fetched here, or what came is not healthy; nothing is kept.
    """
    declaration = get_declaration(source)
    if declaration.live is None:
        raise StopSource(
            "not-live", f"{source} has no live form; put its files below the captures folder.", source
        )
    url = endpoint or declaration.live.url
    parts = urlsplit(url)
    fetcher = Fetcher(source, contact, f"{parts.scheme}://{parts.netloc}" if loopback else None, limits)
    target = captures / declaration.snapshots.replace("{date}", seen)
    fresh = target.with_name(f".{target.name}.part")
    body = get_capture(source)(fetcher, url)
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        fresh.write_bytes(body)
        snapshot = Snapshot(source, seen, (fresh,))
        check_size(declaration, snapshot)
        check_rows(declaration, snapshot, get_reader(source)(snapshot, gazetteer))
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
    return Snapshot(source, seen, (target,))
