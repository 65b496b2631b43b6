"""Read what lies on a disk: one page or text, a feed, or a folder of them."""

import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from legation.errors import InputError, UnknownInput, UnreadableInput
from legation.model.news import Article
from legation.news.article import add_countries, read
from legation.news.decode import LARGEST, decode
from legation.news.feeds import is_feed, read_feed
from legation.news.index import Index

Fail = Callable[[InputError], None]


def read_path(
    path: Path, index: Index, *, careful: bool = True, fail: Fail | None = None
) -> Iterator[Article]:
    """The articles of a file, or of every file under a folder, in the order of their names.

    Args:
        path: a file or a folder.
        index: the names to find.
        careful: as in `article.read`.
        fail: is told of each file of a folder that cannot be read; left out, the first one is raised.

    Raises:
        UnknownInput: no such file. UnreadableInput: not a page, a text or a feed.
    """
    if not path.is_dir():
        yield from read_content(load(path), str(path), index, careful=careful)
        return
    for inner in sorted(path.rglob("*")):
        if inner.name.startswith(".") or not inner.is_file():
            continue
        try:
            yield from read_content(load(inner), str(inner), index, careful=careful)
        except InputError as error:
            if fail is None:
                raise
            fail(error)


def load(path: Path) -> bytes:
    """The first bytes of a file, one more than is read of it.

    Raises:
        UnknownInput: no such file. UnreadableInput: not a plain file, or not ours to read.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode) and not stat.S_ISFIFO(path.stat().st_mode):
            raise UnreadableInput(
                "not-a-file", f"{path} is not a file: give a page, a text or a feed.", str(path)
            )
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise UnknownInput("no-file", f"There is no file {path}: check the name.", str(path)) from None
    except OSError as error:
        message = f"{path} cannot be read ({error.strerror}): check the name and its permissions."
        raise UnreadableInput("unreadable-file", message, str(path)) from None
    except ValueError:
        raise UnreadableInput(
            "unreadable-file", f"{str(path)!r} is not the name of a file.", str(path)
        ) from None


def read_content(
    content: bytes, given: str, index: Index, *, careful: bool = True, url: str | None = None
) -> Iterator[Article]:
    """The article of a page or text, or the entries of a feed; `given` is what to call it in an error."""
    text, _ = decode(content, given)
    if is_feed(text):
        yield from (add_countries(entry, index) for entry in read_feed(text, given))
    else:
        yield read(content, url, careful=careful, index=index)
