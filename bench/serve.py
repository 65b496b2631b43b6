"""The served site: requests a second beside Datasette on the same questions, weight, memory, start, export.

`python -m bench.serve`. Needs wrk, and the captures for Datasette; says so when they are missing.
"""

import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.find import CAPTURE, CODES_OF_PEERS, load_rows
from bench.find import served as datasette
from bench.server import free_port, wait_for
from legation.site.assets import asset, assets
from legation.site.edition import Edition, open_edition
from legation.site.site import Site

PAIRS = 300
ROUNDS = 3
SECONDS = 3
CONNECTIONS = 16


def main() -> None:
    """Print every figure."""
    edition = open_edition()
    pairs = questions(edition)
    weight(edition)
    made_anew(edition, pairs)
    started = time.perf_counter()
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "legation", "serve", "--port", str(port)], stderr=subprocess.DEVNULL
    )
    try:
        origin = f"http://127.0.0.1:{port}"
        wait_for(f"{origin}/en/ru/nl/")
        print(f"start to first answer            {time.perf_counter() - started:8.2f} s    (wanted: 1)")
        compare(origin, pairs, edition)
        memory = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{process.pid}/status").read_text())
        if memory:
            print(f"memory of the server             {int(memory[1]) / 1024:8.0f} MB   (wanted: 120)")
    finally:
        process.terminate()
        process.wait()
    exported()


def questions(edition: Edition) -> list[tuple[str, str]]:
    """Citizen and place of every question, as codes."""
    chance = random.Random(7)  # noqa: S311
    states = [code for code, place in edition.places.items() if place.kind == "state"]
    return [(chance.choice(states), chance.choice(states)) for _ in range(PAIRS)]


def weight(edition: Edition) -> None:
    """Compressed bytes of an answer with its styles."""
    page, styles = Site(edition, "2026-11-23").page("/en/ru/nl/"), assets()[asset("site.css")]
    size = len(page.packed or b"") + len(styles.packed or b"")
    print(f"answer page with its styles      {size / 1000:8.1f} kB   (wanted: 14)")


def made_anew(edition: Edition, pairs: Sequence[tuple[str, str]]) -> None:
    """How long a page takes that nobody asked for before."""
    site = Site(edition, "2026-11-23")
    for form in (".json", "/"):
        paths = [f"/en/{place.lower()}/{citizen.lower()}{form}" for citizen, place in pairs]
        for path in paths:
            site.page(path)
        start = time.perf_counter()
        for path in paths:
            site.page(path)
        each = (time.perf_counter() - start) / len(paths)
        print(f"answer made anew, {'JSON' if form == '.json' else 'HTML'}           {each * 1e3:8.2f} ms")


def compare(origin: str, pairs: Sequence[tuple[str, str]], edition: Edition) -> None:
    """Requests a second, interleaved rounds, the median."""
    if not shutil.which("wrk"):
        print("requests a second: wrk is not here (apt-get install wrk)")
        return
    paths = {
        "legation JSON": (
            origin,
            [f"/en/{place.lower()}/{citizen.lower()}.json" for citizen, place in pairs],
        ),
        "legation HTML": (origin, [f"/en/{place.lower()}/{citizen.lower()}/" for citizen, place in pairs]),
    }
    if not CAPTURE.is_file():
        print(f"Datasette: {CAPTURE} is not here")
        report(paths)
        return
    names = {code: place.name for code, place in edition.places.items()} | CODES_OF_PEERS
    asked = [urllib.parse.urlencode({"op": names[c], "host": names[p].rpartition(", ")[2]}) for c, p in pairs]
    with tempfile.TemporaryDirectory() as folder:
        load_rows(Path(folder) / "missions.db")
        with datasette(Path(folder) / "missions.db", Path(folder)) as peer:
            paths["Datasette JSON"] = (peer, [f"/missions/find.json?{one}&_shape=array" for one in asked])
            paths["Datasette HTML"] = (peer, [f"/missions/find?{one}" for one in asked])
            agree(paths)
            report(paths)


def agree(paths: dict[str, tuple[str, list[str]]]) -> None:
    """How often both know of somebody in place for the same question."""
    same = 0
    (ours, our_paths), (theirs, their_paths) = paths["legation JSON"], paths["Datasette JSON"]
    for our_path, their_path in zip(our_paths[:60], their_paths[:60], strict=True):
        with urllib.request.urlopen(ours + our_path) as reply:
            options = json.load(reply)["options"]
        with urllib.request.urlopen(theirs + their_path) as reply:
            rows = json.load(reply)
        same += any(
            one["ground"].startswith("own") and one["ground"] != "own-remote" for one in options
        ) == bool(rows)
    print(f"own post found or not, as Datasette {same} of 60 (ours also knows closures and rules)")


def report(paths: dict[str, tuple[str, list[str]]]) -> None:
    """Measure each in turn, several rounds, and print the medians and ratios."""
    found: dict[str, list[tuple[float, float]]] = {label: [] for label in paths}
    for _ in range(ROUNDS):
        for label, (origin, asked) in paths.items():
            found[label].append(load(origin, asked))
    middle = {label: sorted(rounds)[len(rounds) // 2] for label, rounds in found.items()}
    for label, (rate, p99) in middle.items():
        peer = middle.get(f"Datasette {label[-4:]}")
        ratio = (
            f"   {rate / peer[0]:5.1f} times Datasette (wanted: 15)" if peer and "legation" in label else ""
        )
        print(f"{label:28} {rate:12,.0f} requests/s   p99 {p99:6.1f} ms{ratio}")


def load(origin: str, paths: list[str]) -> tuple[float, float]:
    """Requests a second and the 99th percentile of latency in ms, with wrk."""
    listed = ",".join(json.dumps(path) for path in paths)
    script = f"local paths = {{{listed}}}\nlocal asked, n = {{}}, 0\n"
    # Written out before the clock starts: else the measure is of the client.
    script += 'init = function() for i, p in ipairs(paths) do asked[i] = wrk.format("GET", p) end end\n'
    script += "request = function() n = n % #asked + 1 return asked[n] end\n"
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as lua:
        lua.write(script)
        lua.flush()
        command = ["wrk", "-t1", f"-c{CONNECTIONS}", "--latency", "-s", lua.name]
        subprocess.run([*command, "-d1s", origin], check=True, capture_output=True)
        said = subprocess.run(
            [*command, f"-d{SECONDS}s", origin], check=True, capture_output=True, text=True
        ).stdout
    rate, tail = re.search(r"Requests/sec:\s+([\d.]+)", said), re.search(r"99%\s+([\d.]+)(us|ms|s)", said)
    if not rate or not tail:
        raise RuntimeError(said)
    return float(rate[1]), float(tail[1]) * {"us": 1e-3, "ms": 1.0, "s": 1e3}[tail[2]]


def exported() -> None:
    """The whole site in English as files, and again."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "legation", "export", f"{folder}/site", "--language", "en"]
        for label in ("export in English", "export again"):
            seconds, said = clocked(
                lambda: subprocess.run(command, check=True, capture_output=True, text=True).stdout
            )
            print(
                f"{label:32} {seconds:8.0f} s    {said.partition(': ')[2].strip()}, load {os.getloadavg()[0]:.1f}"
            )


def clocked(work: Callable[[], str]) -> tuple[float, str]:
    start = time.perf_counter()
    said = work()
    return time.perf_counter() - start, said


if __name__ == "__main__":
    main()
