"""A corpus from start to end: what is done is kept, what is not is done, and the output appears when it is whole.

Beside the output lies a folder of parts, one file for each chunk, written whole by one move. A start looks which parts
are there and reads the others; so a killed worker, driver or machine loses at most the chunks in hand, and nothing
is ever read into the output twice. When all parts are there they become the output in one move, and the folder goes.
"""

import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from legation.errors import InputError, UnreadableInput
from legation.news.bulk.chunk import RECORDS, Chunk, chunks_of
from legation.news.bulk.crew import Crew
from legation.news.bulk.work import Counts, Way

Tell = Callable[[int, int], None]
"""Told after each chunk how many pages were read and how many could not be, so far."""


class Job(msgspec.Struct, frozen=True):
    """What the parts in a folder are parts of: sources with their sizes, and how they are read."""

    sources: tuple[tuple[str, int], ...]
    way: Way
    records: int = RECORDS


class Summary(msgspec.Struct, frozen=True):
    """What came of a corpus.

    Attributes:
        read, failed: pages of this run. kept: chunks that an earlier run had done.
        torn: why a source was not read to its end.
    """

    read: int
    failed: int
    kept: int
    torn: tuple[str, ...] = ()


def read_corpus(
    sources: Sequence[Path],
    out: Path,
    crew: Crew,
    way: Way = Way(),  # noqa: B008  frozen
    tell: Tell = lambda *_: None,
    records: int = RECORDS,
) -> Summary:
    """Read WARC files and folders into one file of JSON lines, in their order.

    Args:
        sources: WARC files or folders of pages.
        out: the file to write; it must not be there yet.
        crew: who reads.
        way: how.
        tell: told of progress.
        records: of a chunk.

    Raises:
        UnreadableInput: the output is there already; parts of another job lie beside it; a source holds no record.
    """
    if out.exists():
        raise UnreadableInput(
            "output-exists", f"{out} is there already: name another file, or remove it.", str(out)
        )
    folder = out.with_name(f"{out.name}.parts")
    take_up(folder, Job(tuple((str(path), size_of(path)) for path in sources), way, records))
    torn: list[str] = []
    names: list[str] = []
    kept = 0

    def undone() -> Iterator[Chunk]:
        nonlocal kept
        for chunk in every_chunk(sources, records, torn):
            names.append(chunk.name)
            if (folder / f"{chunk.name}.jsonl").exists():
                kept += 1
            else:
                yield chunk

    read, failed = 0, 0
    for _, counts in crew(undone(), way, str(folder)):
        read, failed = read + counts.read, failed + counts.failed
        tell(read, failed)
    if torn and not names:
        raise UnreadableInput("no-warc", torn[0], str(sources[0]))
    finish(folder, names, out)
    return Summary(read, failed, kept, tuple(torn))


def every_chunk(sources: Sequence[Path], records: int, torn: list[str]) -> Iterator[Chunk]:
    """The chunks of all sources; a source that breaks off is noted, and the next one goes on."""
    for path in sources:
        try:
            yield from chunks_of(path, records)
        except InputError as error:
            torn.append(error.message)


def size_of(path: Path) -> int:
    """Bytes of a file; of a folder the number of its entries.

    Raises:
        UnreadableInput: there is no such file.
    """
    try:
        return len(list(path.iterdir())) if path.is_dir() else path.stat().st_size
    except OSError as error:
        raise UnreadableInput(
            "unreadable-file", f"{path} cannot be read ({error.strerror}).", str(path)
        ) from None


def take_up(folder: Path, job: Job) -> None:
    """Make the folder of parts, or see that the one that is there belongs to this job.

    Raises:
        UnreadableInput: it belongs to another.
    """
    note = folder / "job.json"
    if folder.exists() and note.exists():
        if msgspec.json.decode(note.read_bytes(), type=Job) != job:
            raise UnreadableInput(
                "other-job",
                f"{folder} holds parts of another corpus, or of this one read otherwise: remove it, or name another "
                "output.",
                str(folder),
            )
    else:
        folder.mkdir(exist_ok=True)
        fresh = folder / ".job.json"
        fresh.write_bytes(msgspec.json.encode(job))
        fresh.replace(note)
    for left in folder.glob(".part-*"):
        left.unlink()


def finish(folder: Path, names: Sequence[str], out: Path) -> None:
    """Make the parts the output, in one move, and remove them."""
    whole = folder / ".whole"
    with whole.open("wb") as file:
        for name in names:
            with (folder / f"{name}.jsonl").open("rb") as part:
                shutil.copyfileobj(part, file)
    whole.replace(out)
    shutil.rmtree(folder)


__all__ = ["Counts", "Job", "Summary", "read_corpus"]
