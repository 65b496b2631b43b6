"""Fetch a source anew and keep it among the captures, when it is healthy."""

from pathlib import Path
from urllib.parse import urlsplit

from legation.build.fetch import Fetcher, Limits
from legation.build.health import check_rows, check_size
from legation.errors import StopSource
from legation.places import Gazetteer
from legation.sources import get_capture, get_reader
from legation.sources.declaration import Declaration
from legation.sources.snapshot import Snapshot


def update(
    declaration: Declaration,
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
        declaration: what the source says of itself.
        captures: the folder that `legation build --from` reads.
        seen: ISO date of today.
        gazetteer: the places, for reading what came.
        endpoint: another address than the declared one.
        contact: who asks, sent with every question.
        loopback: the endpoint is on this machine, on purpose.
        limits: what an answer may cost.

    Raises:
        StopSource: it cannot be fetched here, or what came is not healthy; nothing is kept.
    """
    source = declaration.id
    if declaration.live is None or declaration.snapshots is None:
        raise StopSource(
            "not-live", f"{source} has no live form; put its files below the captures folder.", source
        )
    url = endpoint or declaration.live.url
    parts = urlsplit(url)
    fetcher = Fetcher(source, contact, f"{parts.scheme}://{parts.netloc}" if loopback else None, limits)
    target = captures / (declaration.live.snapshots or declaration.snapshots).replace("{date}", seen)
    body = get_capture(source)(fetcher, url)
    try:
        keep(body, target, seen, declaration, gazetteer)
    except OSError as error:
        message = f"Cannot write {target} ({error}); nothing was kept. Free some space, or give --into."
        raise StopSource("unwritable-captures", message, source, str(target)) from error
    return Snapshot(source, seen, (target,))


def keep(body: bytes, target: Path, seen: str, declaration: Declaration, gazetteer: Gazetteer) -> None:
    """File what came under its name, whole and only when it is healthy."""
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f".{target.name}.part")
    snapshot = Snapshot(declaration.id, seen, (fresh,))
    try:
        fresh.write_bytes(body)
        check_size(declaration, snapshot)
        check_rows(declaration, snapshot, get_reader(declaration.id)(snapshot, gazetteer))
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
