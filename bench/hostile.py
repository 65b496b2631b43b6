"""What bad input costs: each kind read by the command itself, in a process of its own, with its time and memory.

`python -m bench.hostile`. Asked: a clear error or an honest partial result within two seconds of processor time and
500 MB. The first row is what any page costs: the start of the command, and the names.
"""

import gzip
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.news.bulk.corpus import record
from tests.news.test_hostile import FOOD, SENTENCE

from legation.news.article import open_index

SECONDS, MEGABYTES = 2.0, 500.0
WATCH = (
    "import resource, subprocess, sys; done = subprocess.run(sys.argv[1:], capture_output=True); "
    "spent = resource.getrusage(resource.RUSAGE_CHILDREN); "
    "print(done.returncode, spent.ru_utime + spent.ru_stime, spent.ru_maxrss); "
    "says = (done.stderr or done.stdout)[:70].decode(errors='replace').splitlines(); print(says[0] if says else '')"
)


def inputs() -> dict[str, bytes]:
    """Bytes by the name of their kind."""
    warc = b"".join(map(record, range(50)))
    bomb = gzip.compress(gunzip(record(0)).replace(b"Content-Length: ", b"Content-Length: 9", 1), 1)
    return {
        "a plain page, for the start's sake": f"<html><body><p>{SENTENCE * 4}".encode(),
        **{name: food.encode() for name, food in FOOD.items()},
        "an empty file": b"",
        "binary": bytes(range(256)) * 4000,
        "the wrong charset": ("<meta charset=utf-8><p>" + SENTENCE * 20).encode("utf-16-le"),
        "a paywall stub": f"<html><body><article><h1>Nairobi</h1><p>{SENTENCE}</p><p>Subscribe to read on".encode(),
        "a language we do not read": (
            "Rząd powiedział, że most na rzece został otwarty w czwartek. " * 30
        ).encode(),
        "a torn archive.warc.gz": warc[:-100],
        "a lying length.warc.gz": bomb,
        "no archive.warc.gz": b"\x1f\x8b\x08\x00" + b"x" * 1000,
    }


def gunzip(content: bytes) -> bytes:
    return gzip.decompress(content)


def main() -> int:
    """Print the table; 1 when anything costs more than is asked."""
    open_index()  # compiles the store, where it is not yet
    failed = 0
    print(f"{'input':36}{'exit':>5}{'seconds':>9}{'MB':>7}  says")
    with tempfile.TemporaryDirectory() as scratch:
        for name, content in inputs().items():
            path = Path(scratch) / (name if name.endswith(".warc.gz") else "input.html")
            path.write_bytes(content)
            command = [sys.executable, "-m", "legation", "read", str(path), "--json"]
            if name.endswith(".warc.gz"):
                command += ["--workers", "1"]
            done = subprocess.run(
                [sys.executable, "-c", WATCH, *command], capture_output=True, text=True, check=True
            )
            first, _, says = done.stdout.partition("\n")
            code, seconds, memory = first.split()
            over = float(seconds) > SECONDS or float(memory) / 1000 > MEGABYTES
            failed += over
            shown = says.strip().replace(scratch, "…")
            row = f"{name:36}{code:>5}{float(seconds):>9.2f}{float(memory) / 1000:>7.0f}  {shown}"
            print(f"{row}  OVER" if over else row)
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
