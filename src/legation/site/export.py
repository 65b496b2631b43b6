"""The site as files, for any web server, CDN or disk: the same pages, made again only where they may have changed.

Each file appears whole or not at all. A killed export leaves a folder that says so, and the next one completes it.
What was made of what is noted (`noted`) and remembered (`made`).
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
from legation.site.address import FORMS, Address, Form, Kind, parse_address, write_address
from legation.site.assets import assets
from legation.site.edition import Edition, open_edition
from legation.site.made import MEMORY, Made, Memory, content, facts, made, made_by, packed, read_memory
from legation.site.noted import Notes, Sources, digest
from legation.site.page import Page
from legation.site.site import Site, as_is
from legation.site.view import Link, Setting

LIST: Final = "export.txt"
"""Beside the pages: every file written, so that the next export can take away what is no longer there."""

UNFINISHED: Final = "unfinished"
"""What stands in the list until an export is done."""

FRESH: Final = ".new"
"""The ending of a file that is being written."""

TIMELESS: Final = frozenset({("answer", "html"), ("post", "html"), ("post", "vcf")})
"""Pages that do not write down their day, kind and form; they are most. The tests hold them against other days."""


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

Files = dict[str, Made]
"""What is remembered of the files of a chunk, by name."""


def export(plan: Plan, workers: int) -> Iterator[tuple[int, int, Done]]:
    """Write everything that is not there yet as it must be; yields chunks done, chunks in all, the tally so far.

    Raises:
        UnwritableStore: the folder cannot be written, or holds something else.
    """
    target = Path(plan.target)
    before, memory = left_by_the_last(target)
    (target / LIST).write_text(f"{UNFINISHED}\n", encoding="utf-8")
    edition = open_edition(Path(plan.store) if plan.store else None)
    chunks = chunks_of(plan, edition)
    fresh = Memory(whole(plan, edition), passed_over(memory, whole(plan, edition), chunks, plan.target))
    done = Done(made=sum(map(len, fresh.chunks.values())))
    yield len(fresh.chunks), len(chunks), done
    rest = [chunk for chunk in chunks if named(chunk) not in fresh.chunks]
    # Not forked: a process of the pool must see when the one that started it is gone, and then leave.
    with ProcessPoolExecutor(workers, get_context("spawn"), begin, (plan, made_by())) as pool:
        known = (memory.chunks.get(named(chunk), {}) for chunk in rest)
        for chunk, (files, written) in zip(rest, pool.map(write_chunk, rest, known), strict=True):
            fresh.chunks[named(chunk)] = files
            done = Done(done.made + len(files), done.written + written)
            yield len(fresh.chunks), len(chunks), done
    paths = {path for files in fresh.chunks.values() for path in files}
    for path in sorted(before - paths):
        (target / path).unlink(missing_ok=True)
        done.removed += 1
    finish(target, fresh, paths)
    yield len(chunks), len(chunks), done


def finish(target: Path, fresh: Memory, paths: set[str]) -> None:
    """Say that the export is done; the memory counts from then on."""
    put(str(target / MEMORY), packed(fresh))
    put(str(target / LIST), "".join(f"{path}\n" for path in sorted(paths)).encode())


def chunks_of(plan: Plan, edition: Edition) -> list[Chunk]:
    """Everything to write, in pieces that take about as long."""
    return [(language, code) for language in plan.languages for code in ("", *edition.places)]


def named(chunk: Chunk) -> str:
    """A chunk in one word."""
    return "/".join(chunk)


def whole(plan: Plan, edition: Edition) -> str:
    """A fingerprint of all that any page is made of; empty when it cannot be told."""
    data, articles = facts(edition), plan.setting.articles
    said = msgspec.json.encode(msgspec.structs.replace(plan, target="", store=None), enc_hook=str)
    return digest(made_by(), said, data, content(articles) if articles else b"") if data else ""


def passed_over(memory: Memory, whole: str, chunks: list[Chunk], target: str) -> dict[str, Files]:
    """The chunks with nothing to do: all is made of the same as the last time, and every file is there."""
    if not whole or memory.whole != whole:
        return {}
    found = ((named(chunk), memory.chunks.get(named(chunk), {})) for chunk in chunks)
    return {
        name: files
        for name, files in found
        if files and all(known.is_there(f"{target}/{file}") for file, known in files.items())
    }


def left_by_the_last(target: Path) -> tuple[set[str], Memory]:
    """The files of the last export and what it remembered of them.

    One that was killed remembers nothing, and all files that there are may be its own.

    Raises:
        UnwritableStore: the folder cannot be written, or holds something else.
    """
    listed = target / LIST
    try:
        target.mkdir(parents=True, exist_ok=True)
        if not listed.exists() and any(target.iterdir()):
            message = f"{target} is not empty and holds no export: name an empty folder."
            raise UnwritableStore("not-an-export", message, str(target))
        found = set(listed.read_text(encoding="utf-8").splitlines()) if listed.exists() else set()
        return (all_files(target), Memory()) if UNFINISHED in found else (found, read_memory(target))
    except OSError as error:
        message = f"Cannot write to {target} ({error}): name a folder you may write to."
        raise UnwritableStore("unwritable-folder", message, str(target)) from error


def all_files(target: Path) -> set[str]:
    """Every file in the folder, the export's own notes aside."""
    found = (path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file())
    return {path for path in found if path not in (LIST, MEMORY)}


class Writer:
    """Writes the pages of one plan; one in each process.

    Args:
        plan: what to export. edition: the data. program: what makes the pages, see `made_by`.
    """

    def __init__(self, plan: Plan, edition: Edition, program: str) -> None:
        self.plan, self.edition = plan, edition
        self.notes = Notes(Sources(edition, plan.setting), plan.day)
        self.base = digest(program, "relative" if plan.relative else "")

    def write(self, chunk: Chunk, known: Files) -> tuple[Files, int]:
        """Write of one chunk what is not there as it must be; gives its files and how many of them changed."""
        files: Files = {}
        written = 0
        for path in self.paths(*chunk):
            file = file_of(path)
            before = known.get(file)
            if before and self.stands(path, f"{self.plan.target}/{file}", before):
                files[file] = before
            elif page := self.page(path, file):
                written += put(f"{self.plan.target}/{file}", page.body)
                files[file] = self.remembered(path, file)
        return files, written

    def stands(self, path: str, file: str, before: Made) -> bool:
        """Whether a file is there as the last export left it, and would be made the same."""
        if not before.fingerprint or not before.is_there(file):
            return False
        return self.notes.fingerprint(self.base_of(path), before.readings) == before.fingerprint

    def page(self, path: str, file: str) -> Page | None:
        """Make a page, noting what it reads; None where there is none."""
        self.notes.readings.clear()
        edition, setting = self.notes.noted
        page = Site(edition, self.plan.day, setting, self.link(file)).page(path)
        return page if page.status == 200 else None

    def remembered(self, path: str, file: str) -> Made:
        """The page that was just made, as a file."""
        fingerprint = self.notes.fingerprint(self.base_of(path), self.notes.readings)
        return made(f"{self.plan.target}/{file}", fingerprint, self.notes.readings)

    def base_of(self, path: str) -> str:
        """What a page is made of besides what it reads."""
        return self.base if is_timeless(path) and not self.plan.setting.live else self.base + self.plan.day

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


def is_timeless(path: str) -> bool:
    """Whether a page shows nothing of the day it was made, save by what was read for that day."""
    address = parse_address(path)
    return address is not None and (address.kind, address.form) in TIMELESS


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


def begin(plan: Plan, program: str) -> None:
    """Open the edition in a process of the pool."""
    global _writer
    threading.Thread(target=leave_with_parent, daemon=True).start()
    _writer = Writer(plan, open_edition(Path(plan.store) if plan.store else None), program)


def write_chunk(chunk: Chunk, known: Files) -> tuple[Files, int]:
    """Write one chunk in a process of the pool."""
    if _writer is None:
        raise RuntimeError("begin() first")
    return _writer.write(chunk, known)


def leave_with_parent() -> None:
    """End this process when the one that started it was killed: nobody would wait for its pages."""
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)
