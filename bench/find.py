"""How fast `find` answers, beside the same question asked of the raw rows with pandas and of a Datasette.

`python -m bench.find` prints the figures; the peers need `../shared/data` and the `bench` dependencies.
The peers answer a smaller question (which posts of X stand in Y, or cover it): no ladder, no dates, no arrangements.
"""

import gc
import json
import os
import random
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import legation
from legation.find.ask import open_finder
from legation.store.compile import compile_store
from legation.store.locate import data_folder

PAIRS = 2000
PEER_PAIRS = 200
CAPTURE = Path("../shared/data/missions/wikidata/missions-2022-11-16.csv")
COMMAND = [str(Path(sys.executable).with_name("legation"))]
WATCH = (
    "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True); "
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
)
CODES_OF_PEERS = {"PS": "Palestine", "CN": "People's Republic of China", "US": "United States of America"}


def main() -> None:
    """Print all figures."""
    pairs = random_pairs(PAIRS)
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores")
    in_process(pairs)
    store_size = compile_time()
    whole_process()
    peers(pairs[:PEER_PAIRS], store_size)


def random_pairs(count: int) -> list[tuple[str, str]]:
    """Random (citizen, place) pairs: half the places are whole states, half are cities."""
    gazetteer = open_finder().gazetteer
    states = [place.code for place in gazetteer.places() if place.kind == "state"]
    cities = [
        f"{place.capital}, {place.name}"
        for place in gazetteer.places()
        if place.kind == "state" and place.capital
    ]
    chance = random.Random(20261124)  # noqa: S311
    return [(chance.choice(states), chance.choice(chance.choice([states, cities]))) for _ in range(count)]


def percentiles(times: list[float]) -> str:
    """Median and 99th percentile, microseconds."""
    cut = statistics.quantiles(times, n=100)
    return f"p50 {cut[49] * 1e6:8.0f} µs   p99 {cut[98] * 1e6:8.0f} µs   max {max(times) * 1e6:8.0f} µs"


def timed(call: Callable[[str, str], object], pairs: list[tuple[str, str]]) -> list[float]:
    """Seconds of each call."""
    times = []
    for citizen, place in pairs:
        start = time.perf_counter()
        call(citizen, place)
        times.append(time.perf_counter() - start)
    return times


def ask(citizen: str, place: str) -> object:
    """Our answer."""
    return legation.find(citizen, place, on="2026-11-24")


def in_process(pairs: list[tuple[str, str]]) -> None:
    """Warm answers in one process: names to answer."""
    for citizen, place in pairs:
        ask(citizen, place)
    gc.collect()
    print(
        f"find, warm, {len(pairs)} random pairs    {percentiles(timed(ask, pairs))}   (wanted: p50 150, p99 1000)"
    )


def compile_time() -> int:
    """First use: seconds to compile the store; gives its size in bytes."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "store.sqlite"
        start = time.perf_counter()
        compile_store(data_folder(), target, complete=False)
        took = time.perf_counter() - start
        size = target.stat().st_size
    print(f"compile the store              {took:8.2f} s, {size / 1e6:.1f} MB   (wanted: 2 s)")
    return size


def whole_process() -> None:
    """The command as a process: median of 15 runs after first use, and its peak memory."""
    # Bytecode is cached wherever legation is installed; a machine that forbids it would measure the compiler.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [*COMMAND, "find", "NL", "RU", "--json"]
    subprocess.run(command, check=True, capture_output=True)
    times = []
    for _ in range(15):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    # A small process between: what is forked from this one counts this one's memory as its own.
    watched = [sys.executable, "-c", WATCH, *command]
    peak = int(subprocess.run(watched, check=True, capture_output=True, text=True).stdout) / 1024
    print(f"legation find NL RU --json     {statistics.median(times) * 1e3:8.0f} ms   (wanted: 150)")
    print(f"peak memory of the command     {peak:8.0f} MB   (wanted: 90)")


def peers(pairs: list[tuple[str, str]], _: int) -> None:
    """The same pairs asked of pandas and Datasette, with our own time on them in the same run."""
    if not CAPTURE.is_file():
        print(f"peers: {CAPTURE} is not here")
        return
    names = {place.code: place.name for place in open_finder().gazetteer.places()} | CODES_OF_PEERS
    questions = [(names[c], names.get(p, p.rpartition(", ")[2])) for c, p in pairs]
    ours = statistics.median(timed(ask, pairs))
    for label, peer in (("pandas on the raw CSV", pandas_times), ("Datasette, same rows", datasette_times)):
        try:
            times = peer(questions)
        except ModuleNotFoundError as missing:
            print(f"{label:30} left out: {missing.name} is not installed (make bench)")
            continue
        print(f"{label:30} {percentiles(times)}   {statistics.median(times) / ours:6.1f} times ours")


def pandas_times(questions: list[tuple[str, str]]) -> list[float]:
    """Rows of one operator that stand in a country or name it among their jurisdictions, with pandas."""
    import pandas

    rows = pandas.read_csv(CAPTURE, sep=";", dtype=str, keep_default_na=False)

    def query(operator: str, country: str) -> object:
        own = rows[rows["operator"] == operator]
        listed = own["jurisdictions"].str.split("|").map(lambda names: country in names)
        return own[(own["country"] == country) | listed].to_dict("records")

    return timed(query, questions)


def datasette_times(questions: list[tuple[str, str]]) -> list[float]:
    """The same rows in SQLite with an index, served by Datasette as a canned query, one request each."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "missions.db"
        load_rows(database)
        with served(database, Path(folder)) as address:

            def query(operator: str, country: str) -> object:
                parameters = urllib.parse.urlencode({"op": operator, "host": country, "_shape": "array"})
                with urllib.request.urlopen(f"{address}/missions/find.json?{parameters}") as reply:
                    return json.load(reply)

            return timed(query, questions)


def load_rows(database: Path) -> None:
    """Rows and who covers what, indexed by (operator, place): Datasette's fairest form."""
    import pandas

    rows = pandas.read_csv(CAPTURE, sep=";", dtype=str, keep_default_na=False)
    rows = rows[[column for column in rows.columns if column and not column.startswith("Unnamed")]]
    with sqlite3.connect(database) as connection:
        rows.to_sql("missions", connection, index_label="mid")
        connection.execute("CREATE TABLE cov (op TEXT, host TEXT, mid INTEGER)")
        covers = {
            (r.operator, place, i)
            for i, r in enumerate(rows.itertuples())
            for place in {r.country, *r.jurisdictions.split("|")}
        }
        connection.executemany("INSERT INTO cov VALUES (?, ?, ?)", sorted(covers))
        connection.execute("CREATE INDEX cov_op_host ON cov (op, host)")
    connection.close()


@contextmanager
def served(database: Path, folder: Path) -> Iterator[str]:
    """A Datasette on loopback for as long as the block lasts."""
    query = "select missions.* from cov join missions using (mid) where cov.op = :op and cov.host = :host"
    metadata = folder / "metadata.json"
    metadata.write_text(json.dumps({"databases": {"missions": {"queries": {"find": {"sql": query}}}}}))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "datasette",
            "serve",
            "-i",
            str(database),
            "-m",
            str(metadata),
            "-p",
            str(port),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{port}"
        for _ in range(100):
            try:
                urllib.request.urlopen(f"{address}/-/versions.json").close()
                break
            except OSError:
                time.sleep(0.1)
        yield address
    finally:
        server.terminate()
        server.wait(10)


if __name__ == "__main__":
    main()
