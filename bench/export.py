"""The whole site in English as files, again with nothing new, with one number changed, and the day after.

`python -m bench.export`. Two processes, as the figure asked for is that of two cores. At the end a fresh export of the
last must be the same, file by file.
"""

import datetime as dt
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from legation.site.export import Done, Plan, export
from legation.site.made import MEMORY
from legation.site.view import Setting
from legation.store.compile import compile_store
from legation.store.locate import data_folder

WORKERS = 2
WANTED = 60
QUOTE = '"'
NUMBER = "+15550100001"


def main() -> None:
    """Print every figure.

    Raises:
        SystemExit: passing over what is there has left a page as it should not be.
    """
    today = dt.datetime.now(dt.UTC).date()
    tomorrow = (today + dt.timedelta(days=1)).isoformat()
    with tempfile.TemporaryDirectory() as folder:
        data, target = Path(folder) / "data", Path(folder) / "site"
        shutil.copytree(data_folder(), data)
        store = Path(folder) / "store.sqlite"
        compile_store(data, store, complete=False)
        exported("export in English", target, store, today.isoformat(), f"   (wanted: {WANTED})")
        exported("again, nothing new", target, store, today.isoformat())
        changed = Path(folder) / "changed.sqlite"
        change_number(data)
        compile_store(data, changed, complete=False)
        exported("again, one line changed", target, changed, today.isoformat())
        exported("again, the day after", target, changed, tomorrow)
        raw(target)
        exported("fresh, the day after", Path(folder) / "fresh", changed, tomorrow)
        if differing := stale(target, Path(folder) / "fresh"):
            raise SystemExit(f"{len(differing)} files are not as a fresh export has them: {differing[:5]}")


def exported(label: str, target: Path, store: Path, day: str, wanted: str = "") -> None:
    """Export, and say how it went."""
    plan = Plan(str(target), ("en",), day, Setting(live=False), store=str(store))
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = Done()
    for number, total, done in export(plan, WORKERS):  # noqa: B007
        if sys.stderr.isatty():
            print(f"\r{number}/{total}", end="", file=sys.stderr, flush=True)
    took, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(
        f"{label:28} {took:6.1f} s{wanted}   {done.made:,} files, {done.written:,} written, {done.removed} removed; "
        f"{busy:.0f} s of processor, load {os.getloadavg()[0]:.1f}",
        flush=True,
    )


def stale(target: Path, fresh: Path) -> list[str]:
    """Files of two exports that are not the same."""
    names = {
        path.relative_to(folder) for folder in (target, fresh) for path in folder.rglob("*") if path.is_file()
    }
    return sorted(
        str(name) for name in names if name.name != MEMORY and not same(target / name, fresh / name)
    )


def same(one: Path, other: Path) -> bool:
    return one.is_file() and other.is_file() and one.read_bytes() == other.read_bytes()


def change_number(data: Path) -> None:
    """Give one ministry's line another number (of the range reserved for fiction)."""
    path = data / "hotlines.toml"
    head, mark, tail = path.read_text(encoding="utf-8").partition('phone = "')
    path.write_text(f"{head}{mark}{NUMBER}{tail[tail.index(QUOTE) :]}", encoding="utf-8")


def raw(target: Path) -> None:
    """What the disk alone takes: the same files copied."""
    start = time.perf_counter()
    subprocess.run(["cp", "-r", target, f"{target}-copy"], check=True)
    print(f"{'the same files, copied':28} {time.perf_counter() - start:6.1f} s")


if __name__ == "__main__":
    main()
