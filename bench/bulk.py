"""Corpora: pages a second on one and two processors, memory by size, the reading alone beside its peer.

`python -m bench.bulk [CAPTURES]`. The corpus is made of the 91 pages of the captures, repeated under other addresses,
in a WARC file. The peer is resiliparse's own extraction of main text: the least that any reader on it must do.
"""

import gzip
import io
import itertools
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from fastwarc.warc import WarcRecord, WarcRecordType
from resiliparse.extract.html2text import extract_plain_text

from legation.news.article import open_index, read
from legation.news.decode import decode

PEER = 1_040
"""Pages a second of the peer where 250 and 70 were asked of us: what we may take is that many times its time here."""
SMALL, LARGE = 910, 7_280


def pages_of(captures: Path) -> list[bytes]:
    return [gzip.decompress(path.read_bytes()) for path in sorted((captures / "news/pages").rglob("*.gz"))]


def write(path: Path, pages: list[bytes], count: int) -> Path:
    with path.open("wb") as file:
        for number, page in zip(range(count), itertools.cycle(pages), strict=False):
            record = WarcRecord()
            record.init_headers(record_type=WarcRecordType.response)
            record.headers["Content-Type"] = "application/http; msgtype=response"
            record.headers["WARC-Target-URI"] = f"https://news.example.org/{number}"
            record.set_bytes_content(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page)
            written = io.BytesIO()
            record.write(written, checksum_data=False)
            file.write(gzip.compress(written.getvalue(), 1))
    return path


def one_core(pages: list[bytes]) -> None:
    """Reading in this process, in turns with the peer, by its own processor time."""
    index = open_index()
    ways = {
        "resiliparse's text alone": lambda page: extract_plain_text(
            decode(page, "page")[0], main_content=True
        ),
        "whole, without statements": lambda page: read(page, careful=False, statements=False, index=index),
        "whole, with statements": lambda page: read(page, careful=False, index=index),
    }
    spent: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(3):
        for name, way in ways.items():
            begun = time.process_time()
            for page in pages:
                way(page)
            spent[name].append(time.process_time() - begun)
    peer = min(spent["resiliparse's text alone"])
    print(f"{'one core':28}{'pages/s':>9}{'times the peer':>16}{'at most':>9}")
    for name, asked in zip(ways, (PEER, 250, 70), strict=True):
        best = min(spent[name])
        print(f"{name:28}{len(pages) / best:>9.0f}{best / peer:>16.2f}{PEER / asked:>9.2f}")


def run(warc: Path, out: Path, *options: str) -> tuple[float, int]:
    """Seconds, and the largest process in kB, of one command."""
    program = (
        "import resource, subprocess, sys; done = subprocess.run(sys.argv[1:], capture_output=True, check=True); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    command = [sys.executable, "-m", "legation", "read", str(warc), "--out", str(out), *options]
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", program, *command], capture_output=True, text=True, check=True
    )
    seconds = time.monotonic() - begun
    records = [json.loads(line)["record"] for line in out.read_text(encoding="utf-8").splitlines()]
    if len(records) != len(set(records)):
        raise SystemExit("a record came twice")
    out.unlink()
    return seconds, int(done.stdout)


def main() -> None:
    captures = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    pages = pages_of(captures)
    if not pages:
        print(f"no pages in {captures}: nothing measured")
        return
    one_core(pages)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        small, large = (write(folder / f"{count}.warc.gz", pages, count) for count in (SMALL, LARGE))
        out = folder / "out.jsonl"
        print(f"\n{'the command, without statements':44}{'pages/s':>9}{'largest process MB':>20}")
        figures = {}
        for name, warc, count, workers in (
            (f"{SMALL} pages, 1 process", small, SMALL, "1"),
            (f"{LARGE} pages, 1 process", large, LARGE, "1"),
            (f"{LARGE} pages, 2 processes", large, LARGE, "2"),
        ):
            seconds, memory = run(warc, out, "--no-statements", "--workers", workers)
            figures[name] = count / seconds
            print(f"{name:44}{count / seconds:>9.0f}{memory / 1000:>20.0f}")
        one, two = list(figures.values())[1:]
        print(f"two processes are {two / one:.2f} times one (1.8 asked)")


if __name__ == "__main__":
    main()
