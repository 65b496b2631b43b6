"""The site as files: whole files or none, only what changed, and what a killed export leaves."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from legation.errors import UnwritableStore
from legation.site.edition import Edition
from legation.site.export import LIST, UNFINISHED, Chunk, Done, Plan, export
from legation.site.view import Setting

CHUNKS = [("en", ""), ("en", "SM"), ("en", "NU")]


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """What belongs to no place, and two small places."""

    def chunks_of(_: Plan, __: Edition) -> list[Chunk]:
        return CHUNKS

    monkeypatch.setattr("legation.site.export.chunks_of", chunks_of)


def written(target: Path, *, origin: str = "") -> Done:
    setting = Setting(origin=origin, live=False, languages=("en",))
    plan = Plan(str(target), ("en",), "2026-11-23", setting)
    *_, (number, total, done) = export(plan, workers=1)
    assert number == total == len(CHUNKS)
    return done


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
    assert sorted(listed) == sorted(name for name in on_disk if name != LIST)
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
