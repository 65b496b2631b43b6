"""How long the whole build takes and how much memory: `python -m bench.build [CAPTURES]` prints both and their limits.

The build runs as its user runs it, in a process of its own, on a copy of the text. Beside it stands the least that any
builder must do: the same captures only read from disk and decoded, with the standard library.
"""

import csv
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from legation.store.locate import data_folder

CAPTURES = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
SECONDS, MEGABYTES = 60, 1_000
COMMAND = "import sys; from legation.cli import main; main(sys.argv[1:])"


def main() -> None:
    """Print the figures."""
    if not (CAPTURES / "missions").is_dir():
        print(f"no captures in {CAPTURES}: nothing to build from")
        return
    decoding = decode_all()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        shutil.copytree(data_folder(), data)
        before = time.perf_counter()
        run = [sys.executable, "-c", COMMAND, "build", "--from", str(CAPTURES), "--data", str(data)]
        subprocess.run(run, check=True, capture_output=True)
        seconds = time.perf_counter() - before
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
    print(f"whole build          {seconds:8.1f} s    of {SECONDS} allowed")
    print(f"peak memory          {peak:8.0f} MB   of {MEGABYTES:,} allowed")
    print(f"decoding alone       {decoding:8.1f} s    the build takes {seconds / decoding:.1f} times as long")


def decode_all() -> float:
    """Seconds to read and decode every capture with the standard library."""
    before = time.perf_counter()
    for path in sorted(CAPTURES.rglob("*")):
        if path.suffix == ".csv":
            with path.open(encoding="utf-8-sig", newline="", errors="replace") as file:
                for _ in csv.reader(file):
                    pass
        elif path.suffix == ".json":
            json.loads(path.read_bytes())
        elif path.is_file():
            path.read_bytes()
    return time.perf_counter() - before


if __name__ == "__main__":
    main()
