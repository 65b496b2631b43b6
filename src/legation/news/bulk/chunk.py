"""A piece of a corpus that one worker reads in one go: some records of a WARC file, or some files of a folder."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import msgspec

from legation.errors import UnreadableInput
from legation.news.decode import LARGEST

RECORDS: Final = 200
"""Records of a chunk: a second or two of work, so that a kill loses little and the driver has little to do."""
PAGES: Final = ("text/html", "application/xhtml+xml", "text/plain")


class Item(msgspec.Struct, frozen=True):
    """A page of a corpus: its name in it (WARC-Record-ID, or path), address, and bytes."""

    record: str
    url: str | None
    body: bytes


class Chunk(msgspec.Struct, frozen=True):
    """Where to read.

    Attributes:
        path: of the WARC file, or of the folder.
        start: byte offset of the first record; 0 for files.
        count: how many records from there on.
        files: instead of records, names below the folder.
    """

    path: str
    start: int
    count: int
    files: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """A name that no other chunk of the corpus has; chunks of one source sort in its order."""
        source = hashlib.blake2b(self.path.encode(), digest_size=6).hexdigest()
        first = (
            hashlib.blake2b("\n".join(self.files).encode(), digest_size=6).hexdigest() if self.files else ""
        )
        return f"{source}-{self.start:015d}{'-' + first if first else ''}"


def chunks_of(path: Path, count: int = RECORDS) -> Iterator[Chunk]:
    """Cut a WARC file or a folder into chunks, in order; reads headers only.

    Raises:
        UnreadableInput: the file is no WARC, or breaks off; what came before was yielded.
    """
    if path.is_dir():
        names = [
            inner.relative_to(path).as_posix()
            for inner in sorted(path.rglob("*"))
            if inner.is_file() and not inner.name.startswith(".")
        ]
        for at in range(0, len(names), count):
            files = tuple(names[at : at + count])
            yield Chunk(str(path), at, len(files), files)
        return
    start, held = None, 0
    for offset in _offsets(path):
        start = offset if start is None else start
        held += 1
        if held == count:
            yield Chunk(str(path), start, held)
            start, held = None, 0
    if start is not None:
        yield Chunk(str(path), start, held)


def _offsets(path: Path) -> Iterator[int]:
    """The byte offset of each record of a WARC file.

    Raises:
        UnreadableInput: nothing in it is a record, or the file ends inside one.
    """
    from fastwarc.warc import ArchiveIterator

    seen, size, last = 0, path.stat().st_size, 0
    with path.open("rb") as file:
        try:
            for record in ArchiveIterator(file, parse_http=False):
                last = record.stream_pos
                seen += 1
                yield last
        except Exception as error:  # fastwarc has no error of its own
            raise UnreadableInput(
                "torn-warc",
                f"{path} breaks off at byte {last:,} of {size:,} ({error}): what came before was read.",
                str(path),
            ) from error
    if not seen:
        raise UnreadableInput(
            "no-warc", f"{path} holds no WARC record: give a .warc or .warc.gz file.", str(path)
        )


def items_of(chunk: Chunk) -> Iterator[Item]:
    """The pages of a chunk; records that are no page (requests, pictures, redirects) are passed over."""
    if chunk.files:
        for name in chunk.files:
            with (Path(chunk.path) / name).open("rb") as file:
                yield Item(name, None, file.read(LARGEST + 1))
        return
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource
    with Path(chunk.path).open("rb") as file:
        file.seek(chunk.start)
        for number, record in enumerate(ArchiveIterator(file, parse_http=True)):
            if number == chunk.count:
                return
            if record.record_type & wanted and _is_page(record):
                body = record.reader.read(LARGEST + 1)
                yield Item(str(record.record_id), record.headers.get("WARC-Target-URI"), body)


def _is_page(record: Any) -> bool:
    http = record.http_headers
    if http is not None and http.status_code not in (None, 200):
        return False
    kind = record.http_content_type if http is not None else record.headers.get("Content-Type", "")
    return not kind or str(kind).lower().startswith(PAGES)
