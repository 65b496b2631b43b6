"""The same on a real Ray cluster of two nodes on this machine."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.news.bulk.corpus import write_warc
from tests.news.bulk.test_bulk import expected, urls

pytest.importorskip("ray", reason="Ray is not installed: uv pip install 'legation[ray]'")
pytestmark = [
    pytest.mark.server,
    pytest.mark.enable_socket,
    pytest.mark.filterwarnings(
        "ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::ResourceWarning"
    ),
]
NUMBERS = range(6_000)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    from ray.cluster_utils import Cluster

    cluster: Any = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
    cluster.add_node(num_cpus=1)
    cluster.wait_for_nodes()
    yield cluster.address
    cluster.shutdown()


def reading() -> list[int]:
    """Processes of the cluster that read a chunk now."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                command = (entry / "cmdline").read_bytes()
            except OSError:
                continue
            if command.startswith(b"ray::work"):
                found.append(int(entry.name))
    return found


@pytest.mark.parametrize("victim", ["worker", "driver"])
def test_whoever_is_killed_nothing_is_lost_or_doubled(address: str, tmp_path: Path, victim: str) -> None:
    warc = write_warc(tmp_path / "a.warc.gz", NUMBERS)
    out = tmp_path / "out.jsonl"
    run = [sys.executable, "-m", "legation", "read", str(warc), "--out", str(out), "--ray", address]
    with subprocess.Popen(run, stderr=subprocess.DEVNULL) as driver:
        patience = time.monotonic() + 120
        while not reading() or len(list(tmp_path.glob("out.jsonl.parts/[0-9a-f]*.jsonl"))) < 2:
            assert driver.poll() is None
            assert time.monotonic() < patience
            time.sleep(0.01)
        if victim == "driver":
            driver.kill()
        else:
            os.kill(reading()[0], signal.SIGKILL)
        status = driver.wait(180)
    assert (status == 0) == (victim == "worker")
    if victim == "driver":
        assert not out.exists()
        done = subprocess.run(run, stderr=subprocess.PIPE, text=True, check=True)
        assert "chunks were done before" in done.stderr
    assert urls(out) == expected(NUMBERS)
