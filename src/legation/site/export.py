"""The site as files, for any web server, CDN or disk: the same pages, written only where they changed.

Each file appears whole or not at all. A killed export leaves a folder that says so, and the next one completes it.
"""

import os
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from pathlib import Path
from typing import Final

import msgspec

from legation.errors import UnwritableStore
from legation.site.address import FORMS, Address, Form, Kind, write_address
from legation.site.assets import assets
from legation.site.edition import Edition, open_edition
from legation.site.site import Site, as_is
from legation.site.view import Link, Setting

LIST: Final = "export.txt"
"""Beside the pages: every file written, so that the next export can take away what is no longer there."""

UNFINISHED: Final = "unfinished"
"""What stands in the list until an export is done."""

FRESH: Final = ".new"
"""The ending of a file that is being written."""


class Plan(msgspec.Struct, frozen=True):
    """What to export.

    Attributes:
        target: folder. languages: which of the site's. day: ISO date. setting: how the site is run.
        relative: whether links work from a disk and from a subfolder. data: whether answers are written as JSON too.
        store: a store to use instead of the packaged one.
    """

    target: str
    languages: tuple[str, ...]
    day: str
    setting: Setting
    relative: bool = False
    data: bool = False
    store: str | None = None


class Done(msgspec.Struct):
    """How an export went: files made, written (new or changed), removed."""

    made: int = 0
    written: int = 0
    removed: int = 0


Chunk = tuple[str, str]
"""A language, and a code of which everything is written; the code is empty for what belongs to no place."""


def export(plan: Plan, workers: int) -> Iterator[tuple[int, int, Done]]:
    """Write everything; yields chunks done, chunks in all, and the tally so far, and at last the whole.

    Raises:
        UnwritableStore: the folder cannot be written, or holds something else.
    """
    target = Path(plan.target)
    before = written_before(target)
    (target / LIST).write_text(f"{UNFINISHED}\n", encoding="utf-8")
    edition = open_edition(Path(plan.store) if plan.store else None)
    chunks = chunks_of(plan, edition)
    done, paths = Done(), set[str]()
    # Not forked: a process of the pool must see when the one that started it is gone, and then leave.
    with ProcessPoolExecutor(workers, get_context("spawn"), begin, (plan,)) as pool:
        for number, (made, written) in enumerate(pool.map(write_chunk, chunks), start=1):
            paths |= set(made)
            done = Done(done.made + len(made), done.written + written)
            yield number, len(chunks), done
    for path in sorted(before - paths):
        (target / path).unlink(missing_ok=True)
        done.removed += 1
    listed = "".join(f"{path}\n" for path in sorted(paths))
    put(str(target / LIST), listed.encode())
    yield len(chunks), len(chunks), done


def chunks_of(plan: Plan, edition: Edition) -> list[Chunk]:
    """Everything to write, in pieces that take about as long."""
    return [(language, code) for language in plan.languages for code in ("", *edition.places)]


def written_before(target: Path) -> set[str]:
    """The files of the last export, all there are when it was killed; refuses a folder that holds something else."""
    listed = target / LIST
    try:
        target.mkdir(parents=True, exist_ok=True)
        if not listed.exists() and any(target.iterdir()):
            message = f"{target} is not empty and holds no export: name an empty folder."
            raise UnwritableStore("not-an-export", message, str(target))
        found = set(listed.read_text(encoding="utf-8").splitlines()) if listed.exists() else set()
        return all_files(target) if UNFINISHED in found else found
    except OSError as error:
        message = f"Cannot write to {target} ({error}): name a folder you may write to."
        raise UnwritableStore("unwritable-folder", message, str(target)) from error


def all_files(target: Path) -> set[str]:
    """Every file in the folder, the list itself aside."""
    found = (path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file())
    return {path for path in found if path != LIST}


class Writer:
    """Writes the pages of one plan; one in each process.

    Args:
        plan: what to export. edition: the data.
    """

    def __init__(self, plan: Plan, edition: Edition) -> None:
        self.plan, self.edition = plan, edition

    def write(self, chunk: Chunk) -> tuple[list[str], int]:
        """Write one chunk; gives the files and how many of them changed."""
        made, written = [], 0
        for path in self.paths(*chunk):
            file = file_of(path)
            page = Site(self.edition, self.plan.day, self.plan.setting, self.link(file)).page(path)
            if page.status == 200:
                made.append(file)
                written += put(f"{self.plan.target}/{file}", page.body)
        return made, written

    def link(self, file: str) -> Link:
        """How paths are written in a file."""
        return upward("../" * file.count("/")) if self.plan.relative else as_is

    def paths(self, language: str, code: str) -> Iterator[str]:
        """Every path of a chunk."""
        if not code:
            yield from self._general(language)
            return
        if code in self.edition.inhabited:
            yield from (f"/banner/{language}/{code.lower()}.{form}" for form in ("json", "html"))
            if self.plan.setting.origin:
                yield f"/sitemap-{language}-{code.lower()}.xml"
            for kind in ("place", "pocket"):
                yield from every_form(Address(kind, language, code))
            for who in (*map(str.lower, self.edition.citizenships), "refugee", "stateless"):
                yield write_address(Address("answer", language, code, who))
                if self.plan.data:
                    yield write_address(Address("answer", language, code, who, form="json"))
        if code in self.edition.citizenships:
            yield from every_form(Address("abroad", language, code))
        for post in self.edition.sent(code):
            yield from every_form(Address("post", language, post=post.id))

    def _general(self, language: str) -> Iterator[str]:
        kinds: tuple[Kind, ...] = ("home", "places", "changes", "sources", "about")
        for kind in kinds:
            yield from every_form(Address(kind, language))
        yield from assets()
        if self.plan.setting.origin:
            yield from ("/robots.txt", "/sitemap.xml", f"/sitemap-{language}.xml")


def every_form(address: Address) -> Iterator[str]:
    """The page and its data."""
    left_out: tuple[Form, ...] = ("atom",)
    for form in FORMS[address.kind]:
        if form not in left_out:
            yield write_address(msgspec.structs.replace(address, form=form))


def file_of(path: str) -> str:
    """The file of a path."""
    return path[1:] + "index.html" if path.endswith("/") else path[1:]


def upward(up: str) -> Link:
    """How paths are written in a file so many folders down."""
    return lambda path: up + file_of(path)


def put(file: str, body: bytes) -> bool:
    """Write a file if its bytes are new; it appears whole or stays as it was."""
    try:
        with open(file, "rb") as known:  # noqa: PTH123
            if known.read() == body:
                return False
    except FileNotFoundError:
        os.makedirs(file.rpartition("/")[0], exist_ok=True)  # noqa: PTH103
    fresh = file + FRESH
    with open(fresh, "wb") as written:  # noqa: PTH123
        written.write(body)
    os.replace(fresh, file)  # noqa: PTH105
    return True


_writer: Writer | None = None


def begin(plan: Plan) -> None:
    """Open the edition in a process of the pool."""
    global _writer
    threading.Thread(target=leave_with_parent, daemon=True).start()
    _writer = Writer(plan, open_edition(Path(plan.store) if plan.store else None))


def write_chunk(chunk: Chunk) -> tuple[list[str], int]:
    """Write one chunk in a process of the pool."""
    if _writer is None:
        raise RuntimeError("begin() first")
    return _writer.write(chunk)


def leave_with_parent() -> None:
    """End this process when the one that started it was killed: nobody would wait for its pages."""
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)
