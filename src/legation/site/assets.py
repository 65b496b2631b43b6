"""Files that pages load: styles, scripts, icons, outlines. Each name carries a hash, so it may be kept for ever."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Final

from legation.render.components import styles
from legation.site.page import MEDIA_TYPES, Page

FOLDER: Final = Path(__file__).parent / "static"
AT_THE_ROOT: Final = frozenset({"banner.js", "sw.js"})
"""Files that others name, or that must lie at the root, so without a hash."""


@cache
def files() -> dict[str, bytes]:
    """Every file by name; the styles of the components follow those of the site."""
    found = {path.name: path.read_bytes() for path in sorted(FOLDER.iterdir()) if path.is_file()}
    found["site.css"] += styles().encode()
    return found


@cache
def asset(name: str) -> str:
    """The path of a file."""
    if name in AT_THE_ROOT:
        return f"/{name}"
    stem, _, ending = name.rpartition(".")
    return f"/static/{stem}-{hashlib.blake2b(files()[name], digest_size=5).hexdigest()}.{ending}"


@cache
def assets() -> dict[str, Page]:
    """Every file by its path."""
    return {
        asset(name): Page(
            body,
            MEDIA_TYPES[name.rpartition(".")[2]],
            max_age=3600 if name in AT_THE_ROOT else 31_536_000,
            immutable=name not in AT_THE_ROOT,
        )
        for name, body in files().items()
    }
