"""The site as files: whole files or none, only what changed, never a stale page, and what a killed export leaves."""

import gzip
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from legation.errors import UnwritableStore
from legation.model.directory import Post, StatusEvent
from legation.site.edition import Edition
from legation.site.export import LIST, UNFINISHED, Chunk, Done, Plan, Writer, export
from legation.site.made import MEMORY
from legation.site.page import Page
from legation.site.view import Credit, Setting

CHUNKS = [("en", ""), ("en", "SM"), ("en", "NU")]
DAY = "2026-11-23"


def few_chunks(_: Plan, __: Edition) -> list[Chunk]:
    """What belongs to no place, and two small places."""
    return CHUNKS


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("legation.site.export.chunks_of", few_chunks)


class SameProcess:
    """A pool that works here: nothing to start, and what it does can be watched."""

    def __init__(self, _: int, __: object, begin: Callable[..., None], given: tuple[Any, ...]) -> None:
        begin(*given)
        self.map = map

    def __enter__(self) -> "SameProcess":
        return self

    def __exit__(self, *_: object) -> None:
        pass


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files whose pages are made."""
    found: list[str] = []
    make = Writer.page

    def page(writer: Writer, path: str, file: str) -> Page | None:
        found.append(file)
        return make(writer, path, file)

    monkeypatch.setattr(Writer, "page", page)
    monkeypatch.setattr("legation.site.export.ProcessPoolExecutor", SameProcess)
    return found


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole export."""
    target = tmp_path_factory.mktemp("export") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("legation.site.export.chunks_of", few_chunks)
        patch.setattr("legation.site.export.ProcessPoolExecutor", SameProcess)
        written(target)
    return target


@pytest.fixture
def target(exported: Path, tmp_path: Path) -> Path:
    """The same, to export into again."""
    shutil.copytree(exported, tmp_path / "site")
    return tmp_path / "site"


def written(target: Path, *, origin: str = "", **more: Any) -> Done:
    setting = Setting(origin=origin, live=False, languages=("en",))
    plan = msgspec.structs.replace(Plan(str(target), ("en",), DAY, setting), **more)
    *_, (number, total, done) = export(plan, workers=1)
    assert number == total == len(CHUNKS)
    return done


def tree(folder: Path) -> dict[str, bytes]:
    """The pages of an export; its own notes aside."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if name not in (LIST, MEMORY)}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> set[str]:
    return {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}


def test_a_second_time_only_what_changed_is_written(tmp_path: Path) -> None:
    target = tmp_path / "site"
    first = written(target, origin="https://example.org")
    assert first.made == first.written > 400
    assert (target / "en/sm/nl/index.html").read_text().endswith("</html>")
    assert json.loads((target / "en/sm.json").read_text())["place"]["code"] == "SM"
    assert "sitemap-de" not in (target / "sitemap.xml").read_text()
    assert 'href="/de/' not in (target / "en/sm/nl/index.html").read_text()
    assert written(target, origin="https://example.org") == Done(first.made, 0, 0)

    (target / "en/sm/nl/index.html").write_text("torn")
    (target / "en/sm/de/index.html").unlink()
    assert written(target, origin="https://example.org") == Done(first.made, 2, 0)
    assert (target / "en/sm/nl/index.html").read_text().endswith("</html>")

    assert written(target).removed == 5  # robots.txt and the sitemaps need an origin
    assert not (target / "robots.txt").exists()


def another_phone(store: sqlite3.Connection) -> None:
    """A post of Italy in San Marino gets another number."""
    query = "SELECT id, body FROM post WHERE sending = 'IT' AND receiving = 'SM' LIMIT 1"
    identifier, body = store.execute(query).fetchone()
    post = msgspec.structs.replace(msgspec.msgpack.decode(body, type=Post), phones=("+15550100001",))
    store.execute("UPDATE post SET body = ? WHERE id = ?", (msgspec.msgpack.encode(post), identifier))


def another_post(store: sqlite3.Connection) -> None:
    """A post of San Marino is gone, with all that was said of it."""
    (identifier,) = store.execute("SELECT id FROM post WHERE sending = 'SM' ORDER BY id LIMIT 1").fetchone()
    for table in ("post", "record"):
        store.execute(f"DELETE FROM {table} WHERE id = ?", (identifier,))


def another_claim(store: sqlite3.Connection) -> None:
    """Somebody says something else of a post of San Marino."""
    query = "SELECT id, line FROM record WHERE id IN (SELECT id FROM post WHERE sending = 'SM') LIMIT 1"
    identifier, line = store.execute(query).fetchone()
    record = msgspec.json.decode(line)
    record["claims"]["kind"][0][1] = "example"
    store.execute("UPDATE record SET line = ? WHERE id = ?", (msgspec.json.encode(record), identifier))


def another_event(store: sqlite3.Connection) -> None:
    """A post of San Marino closes the day after."""
    (identifier,) = store.execute("SELECT id FROM post WHERE sending = 'SM' ORDER BY id LIMIT 1").fetchone()
    (body,) = store.execute("SELECT body FROM status_event LIMIT 1").fetchone()
    event = msgspec.msgpack.decode(body, type=StatusEvent)
    closed = msgspec.structs.replace(event, event="closed", date=NEXT_DAY, until=None, announced=False)
    row = (identifier, "SM", msgspec.msgpack.encode(closed))
    store.execute("INSERT INTO status_event VALUES (?, ?, ?)", row)


def another_line(store: sqlite3.Connection) -> None:
    """Every ministry's line gets another number."""
    (body,) = store.execute("SELECT body FROM rulebook WHERE kind LIKE 'hotline%'").fetchone()
    lines = msgspec.msgpack.decode(body)
    for line in lines:
        line["phone"] = "+15550100001"
    store.execute("UPDATE rulebook SET body = ? WHERE kind LIKE 'hotline%'", (msgspec.msgpack.encode(lines),))


def another_advice(store: sqlite3.Connection) -> None:
    """All advise against San Marino."""
    store.execute("UPDATE advice_run SET level = 4 WHERE place = 'SM'")


def another_name(store: sqlite3.Connection) -> None:
    """A place is called something else."""
    store.execute("UPDATE places SET name = 'Savage Island' WHERE code = 'NU'")


NEXT_DAY = "2026-11-24"
CHANGES = (
    (another_phone, DAY),
    (another_post, DAY),
    (another_claim, DAY),
    (another_event, NEXT_DAY),
    (another_line, DAY),
    (another_advice, NEXT_DAY),
    (another_name, DAY),
)


@pytest.mark.parametrize(("change", "later"), CHANGES)
def test_what_a_changed_fact_changes_is_written_anew_and_nothing_else(
    change: Callable[[sqlite3.Connection], None],
    later: str,
    target: Path,
    tmp_path: Path,
    pages: list[str],
    edition: Edition,
) -> None:
    store = tmp_path / "store.sqlite"
    shutil.copy(edition.connection.execute("PRAGMA database_list").fetchone()[2], store)
    with sqlite3.connect(store) as connection:
        change(connection)
    connection.close()
    before = tree(target)
    done = written(target, store=str(store), day=later)
    made = set(pages)
    written(tmp_path / "whole", store=str(store), day=later)
    whole = tree(tmp_path / "whole")

    assert tree(target) == whole
    changed = differing(before, whole)
    assert changed
    assert done.written + done.removed == len(changed)
    assert made >= changed & whole.keys()
    if change is not another_name:  # a name may stand anywhere
        assert len(made) < len(whole) - 200


def test_nothing_is_made_when_nothing_is_new(target: Path, pages: list[str]) -> None:
    assert written(target) == Done(len(tree(target)), 0, 0)
    assert pages == []


def test_a_page_that_is_damaged_or_gone_is_made_anew_alone(target: Path, pages: list[str]) -> None:
    before = tree(target)
    (target / "en/sm/nl/index.html").write_text("torn")
    (target / "en/sm/de/index.html").unlink()
    assert written(target) == Done(len(before), 2, 0)
    assert tree(target) == before
    assert set(pages) == {"en/sm/nl/index.html", "en/sm/de/index.html"}


@pytest.mark.parametrize("damage", ["missing", "cut", "garbage", "other"])
def test_without_its_memory_an_export_makes_everything_and_writes_nothing(
    damage: str, target: Path, pages: list[str]
) -> None:
    memory = target / MEMORY
    match damage:
        case "missing":
            memory.unlink()
        case "cut":
            memory.write_bytes(memory.read_bytes()[:-100])
        case "garbage":
            memory.write_bytes(b"\x1f\x8b garbage")
        case "other":
            memory.write_bytes(gzip.compress(msgspec.msgpack.encode({"chunks": ["en/SM"]})))
    before = tree(target)
    assert written(target) == Done(len(before), 0, 0)
    assert set(pages) >= before.keys()


def test_after_a_killed_export_nothing_is_believed(target: Path, pages: list[str]) -> None:
    before = tree(target)
    page = target / "en/sm/nl/index.html"
    status = page.stat()
    page.write_bytes(page.read_bytes().replace(b"the", b"eht"))  # what an export of other data may leave
    os.utime(page, ns=(status.st_atime_ns, status.st_mtime_ns))
    (target / LIST).write_text(f"{UNFINISHED}\n")
    assert written(target) == Done(len(before), 1, 0)
    assert tree(target) == before
    assert set(pages) >= before.keys()


def test_another_program_makes_everything_anew(
    target: Path, pages: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("legation.site.export.made_by", lambda: "another")
    assert written(target).written == 0
    assert set(pages) >= tree(target).keys()


def test_other_links_make_everything_anew(target: Path, pages: list[str]) -> None:
    written(target, relative=True)
    assert set(pages) >= tree(target).keys()
    assert 'href="../../../' in (target / "en/sm/nl/index.html").read_text()


def test_a_page_is_made_anew_for_the_settings_that_it_shows(target: Path, pages: list[str]) -> None:
    credit = Credit("example", "Example Ministry", "List", "", "CC0-1.0", "", "", None, 3)
    written(target, setting=Setting(live=False, languages=("en",), credits=(credit,)))
    assert "Example Ministry" in (target / "en/sources/index.html").read_text()
    assert "en/sm/nl/index.html" not in pages


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(UnwritableStore, match="name an empty folder"):
        written(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.server
def test_what_a_killed_export_leaves_is_whole_and_the_next_completes_it(tmp_path: Path) -> None:
    target = tmp_path / "site"
    command = [sys.executable, "-m", "legation", "export", str(target), "--language", "en"]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)
    session = process.pid
    wait_until(lambda: len(list(target.glob("en/*/*/index.html"))) > 100)
    process.send_signal(signal.SIGKILL)
    process.wait(10)
    wait_until(lambda: not alive(session))

    for path in target.rglob("*.html"):
        assert (
            path.read_bytes()
            .rstrip()
            .endswith((b"</html>", b"</consular-notice>", b"</aside>", b"</section>"))
        )
    for path in target.rglob("*.json"):
        json.loads(path.read_bytes())
    assert (target / LIST).read_text() == f"{UNFINISHED}\n"

    (target / "en/zz.html.new").write_text("half of a p")
    done = written(target)
    listed = (target / LIST).read_text().splitlines()
    on_disk = [path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file()]
    assert sorted(listed) == sorted(name for name in on_disk if name not in (LIST, MEMORY))
    assert len(listed) == done.made
    assert done.removed > 0


def alive(session: int) -> list[str]:
    """Processes of a session; it needs /proc."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, of = status.read_text().rpartition(")")[2].split()[:4]
        except OSError:
            continue
        if int(of) == session and state != "Z":
            found.append(status.parent.name)
    return found


def wait_until(true: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)
