"""Corpora: every record once, whoever dies on the way."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from legation.errors import UnreadableInput
from legation.news.bulk import ProcessCrew, read_corpus
from legation.news.bulk.chunk import Chunk, chunks_of, items_of
from legation.news.bulk.crew import TRIES, count_try
from legation.news.bulk.work import Counts, Way, work
from tests.news.bulk.corpus import page, record, write_warc

WAY = Way(statements=False)


def here(chunks: Iterator[Chunk], way: Way, folder: str) -> Iterator[tuple[Chunk, Counts]]:
    """A crew of one, in this process."""
    for chunk in chunks:
        yield chunk, work(chunk, way, folder)


def lines(out: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


def urls(out: Path) -> list[object]:
    return [line.get("url") for line in lines(out)]


def expected(numbers: range) -> list[str]:
    return [f"https://news.example.org/{number}" for number in numbers]


def test_a_warc_becomes_lines_in_its_order(tmp_path: Path) -> None:
    warc = write_warc(tmp_path / "a.warc.gz", range(25))
    out = tmp_path / "out.jsonl"
    summary = read_corpus([warc], out, here, WAY, records=10)
    assert (summary.read, summary.failed, summary.kept, summary.torn) == (25, 0, 0, ())
    assert urls(out) == expected(range(25))
    first = lines(out)[1]
    assert first["article"]["countries"][0]["code"] == "KE"  # type: ignore[index]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.warc.gz", "out.jsonl"]


def test_several_sources_and_folders(tmp_path: Path) -> None:
    one, other = write_warc(tmp_path / "b.warc.gz", range(3)), write_warc(tmp_path / "a.warc.gz", range(3, 6))
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "7.html").write_bytes(page(7))
    (pages / ".hidden").write_bytes(page(8))
    out = tmp_path / "out.jsonl"
    read_corpus([one, other, pages], out, here, WAY, records=2)
    assert urls(out) == [*expected(range(6)), None]
    assert lines(out)[-1]["record"] == "7.html"


def test_what_is_no_page_is_passed_over_and_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    warc = tmp_path / "a.warc.gz"
    warc.write_bytes(
        record(0)
        + record(1, kind="image/png")
        + record(2, status="404 Not Found")
        + record(3, body=b"\x00\x01\x02\x03" * 100)
        + record(4)
    )
    out = tmp_path / "out.jsonl"
    summary = read_corpus([warc], out, here, WAY)
    assert (summary.read, summary.failed) == (2, 1)
    assert [("error" in line, line["url"]) for line in lines(out)] == [
        (False, "https://news.example.org/0"),
        (True, "https://news.example.org/3"),
        (False, "https://news.example.org/4"),
    ]


def test_a_second_start_reads_only_what_is_left(tmp_path: Path) -> None:
    warc = write_warc(tmp_path / "a.warc.gz", range(30))
    out = tmp_path / "out.jsonl"

    def dies(chunks: Iterator[Chunk], way: Way, folder: str) -> Iterator[tuple[Chunk, Counts]]:
        for number, done in enumerate(here(chunks, way, folder)):
            if number == 2:
                raise KeyboardInterrupt
            yield done

    with pytest.raises(KeyboardInterrupt):
        read_corpus([warc], out, dies, WAY, records=10)
    assert not out.exists()
    summary = read_corpus([warc], out, here, WAY, records=10)
    assert summary.kept == 3
    assert urls(out) == expected(range(30))


def test_parts_of_another_corpus_and_an_output_that_is_there_are_refused(tmp_path: Path) -> None:
    warc = write_warc(tmp_path / "a.warc.gz", range(2))
    out = tmp_path / "out.jsonl"
    read_corpus([warc], out, here, WAY)
    before = out.read_bytes()
    with pytest.raises(UnreadableInput, match="is there already"):
        read_corpus([warc], out, here, WAY)
    assert out.read_bytes() == before
    parts = tmp_path / "new.jsonl.parts"
    parts.mkdir()
    (parts / "job.json").write_text(
        '{"sources":[["x",1]],"way":{"careful":false,"statements":true,"store":null}}'
    )
    with pytest.raises(UnreadableInput, match="another corpus"):
        read_corpus([warc], tmp_path / "new.jsonl", here, WAY)


@pytest.mark.parametrize("content", [b"", b"not a warc at all", b"\x1f\x8b\x08\x00broken"])
def test_what_is_no_warc_is_refused(tmp_path: Path, content: bytes) -> None:
    warc = tmp_path / "a.warc.gz"
    warc.write_bytes(content)
    with pytest.raises(UnreadableInput, match=r"a\.warc\.gz"):
        read_corpus([warc], tmp_path / "out.jsonl", here, WAY)


def test_of_a_warc_that_breaks_off_what_came_before_is_read(tmp_path: Path) -> None:
    whole = write_warc(tmp_path / "a.warc.gz", range(20)).read_bytes()
    torn = tmp_path / "torn.warc.gz"
    torn.write_bytes(whole[: len(whole) - 200])
    out = tmp_path / "out.jsonl"
    read_corpus([torn], out, here, WAY, records=5)
    assert urls(out)[:19] == expected(range(19))
    assert len(set(map(str, urls(out)))) == len(urls(out))


def test_chunks_do_not_overlap(tmp_path: Path) -> None:
    warc = write_warc(tmp_path / "a.warc.gz", range(11))
    chunks = list(chunks_of(warc, 4))
    assert [chunk.count for chunk in chunks] == [4, 4, 3]
    assert [item.url for chunk in chunks for item in items_of(chunk)] == expected(range(11))
    assert len({chunk.name for chunk in chunks}) == 3
    assert [chunk.name for chunk in chunks] == sorted(chunk.name for chunk in chunks)


def test_a_chunk_that_kills_its_workers_is_given_up() -> None:
    tries: dict[str, int] = {}
    chunk = Chunk("a.warc.gz", 17, 200)
    for _ in range(TRIES - 1):
        count_try(tries, chunk)
    with pytest.raises(UnreadableInput, match="byte 17"):
        count_try(tries, chunk)


def test_two_processes_read_it_too(tmp_path: Path) -> None:
    warc = write_warc(tmp_path / "a.warc.gz", range(40))
    out = tmp_path / "out.jsonl"
    assert read_corpus([warc], out, ProcessCrew(2), WAY, records=10).read == 40
    assert urls(out) == expected(range(40))


@pytest.mark.parametrize("victim", ["worker", "driver"])
def test_whoever_is_killed_nothing_is_lost_or_doubled(tmp_path: Path, victim: str) -> None:
    warc = write_warc(tmp_path / "a.warc.gz", range(6_000))
    out = tmp_path / "out.jsonl"
    run = [sys.executable, "-m", "legation", "read", str(warc), "--out", str(out), "--workers", "2"]
    with subprocess.Popen(run, stderr=subprocess.DEVNULL, start_new_session=True) as driver:
        parts = tmp_path / "out.jsonl.parts"
        patience = time.monotonic() + 60
        while len(list(parts.glob("[0-9a-f]*.jsonl"))) < 3:
            assert driver.poll() is None
            assert time.monotonic() < patience
            time.sleep(0.01)
        if victim == "driver":
            os.killpg(driver.pid, signal.SIGKILL)
        else:
            os.kill(worker_of(driver.pid), signal.SIGKILL)
        status = driver.wait(120)
    assert (status == 0) == (victim == "worker")
    if victim == "driver":
        assert not out.exists()
        done = subprocess.run(run, stderr=subprocess.PIPE, text=True, check=True)
        assert "chunks were done before" in done.stderr
    assert urls(out) == expected(range(6_000))


def worker_of(driver: int) -> int:
    """The youngest process below the driver that reads pages."""
    children = [int(pid) for pid in Path(f"/proc/{driver}/task/{driver}/children").read_text().split()]
    reading = [pid for pid in children if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]
    return reading[-1]
