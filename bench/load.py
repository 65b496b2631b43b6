"""Load on a server, with wrk: one thread, sixteen connections."""

import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence

import msgspec

ROUNDS = 5
SECONDS = 2
CONNECTIONS = 16


class Asked(msgspec.Struct, frozen=True):
    """A server, and the questions as it takes them."""

    origin: str
    paths: list[str]


class Rate(msgspec.Struct, frozen=True, order=True):
    """Requests a second, the 99th percentile of latency in ms, and answers that were no answers."""

    requests: float
    p99: float
    failed: int


def have_wrk() -> bool:
    """Whether it is here; says so when it is not."""
    if not shutil.which("wrk"):
        print("requests a second: wrk is not here (apt-get install wrk)")
        return False
    return True


def interleaved(asked: Mapping[str, Asked]) -> dict[str, Rate]:
    """Each in turn, several rounds; the median round of each."""
    rounds: dict[str, list[Rate]] = {label: [] for label in asked}
    for _ in range(ROUNDS):
        for label, one in asked.items():
            rounds[label].append(load(one.origin, one.paths))
    return {label: sorted(found)[len(found) // 2] for label, found in rounds.items()}


def load(origin: str, paths: Sequence[str], seconds: int = SECONDS) -> Rate:
    """Ask for the paths in turn, after a second of warming up."""
    listed = ",".join(json.dumps(path) for path in paths)
    script = f"local paths = {{{listed}}}\nlocal asked, n = {{}}, 0\n"
    # Written out before the clock starts: else the measure is of the client.
    script += 'init = function() for i, p in ipairs(paths) do asked[i] = wrk.format("GET", p) end end\n'
    script += "request = function() n = n % #asked + 1 return asked[n] end\n"
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as lua:
        lua.write(script)
        lua.flush()
        command = ["wrk", "-t1", f"-c{CONNECTIONS}", "--latency", "--timeout", "10s", "-s", lua.name]
        subprocess.run([*command, "-d1s", origin], check=True, capture_output=True)
        said = subprocess.run(
            [*command, f"-d{seconds}s", origin], check=True, capture_output=True, text=True
        ).stdout
    rate, tail = re.search(r"Requests/sec:\s+([\d.]+)", said), re.search(r"99%\s+([\d.]+)(us|ms|s)", said)
    if not rate or not tail:
        raise RuntimeError(said)
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    scale = {"us": 1e-3, "ms": 1.0, "s": 1e3}[tail[2]]
    return Rate(float(rate[1]), float(tail[1]) * scale, int(failed[1]) if failed else 0)
