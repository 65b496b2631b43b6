"""Who reads the chunks: processes of this machine, or a Ray cluster."""

import logging
import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Final, Protocol

from legation.errors import MissingData, UnreadableInput
from legation.news.bulk.chunk import Chunk
from legation.news.bulk.work import Counts, Way, work

TRIES: Final = 3
"""How often a chunk is given out before it is given up: its workers died each time."""
AHEAD: Final = 4
"""Chunks given out for each worker: enough to keep it busy, few enough to keep memory constant."""


class Crew(Protocol):
    """Reads chunks in any order; yields each with what came of it."""

    def __call__(self, chunks: Iterator[Chunk], way: Way, folder: str) -> Iterator[tuple[Chunk, Counts]]:
        """Read every chunk.

        Raises:
            UnreadableInput: a chunk whose workers died three times.
        """
        ...


class ProcessCrew:
    """Processes of this machine.

    Args:
        workers: how many; one for each processor when left out.
    """

    def __init__(self, workers: int | None = None) -> None:
        self.workers = workers or len(os.sched_getaffinity(0))

    def __call__(self, chunks: Iterator[Chunk], way: Way, folder: str) -> Iterator[tuple[Chunk, Counts]]:
        """Read every chunk; processes that are killed are replaced, and their chunks given out again."""
        tries: dict[str, int] = {}
        again: list[Chunk] = []
        more = True
        while more or again:
            # A pool that lost a process is broken: what it had not finished goes to the next one.
            with ProcessPoolExecutor(self.workers, multiprocessing.get_context("spawn")) as pool:
                waiting: dict[Future[Counts], Chunk] = {}
                try:
                    while True:
                        while len(waiting) < AHEAD * self.workers:
                            chunk = again.pop(0) if again else next(chunks, None)
                            if chunk is None:
                                more = False
                                break
                            waiting[pool.submit(work, chunk, way, folder)] = chunk
                        if not waiting:
                            break
                        done, _ = wait(waiting, return_when=FIRST_COMPLETED)
                        for future in done:
                            counts = future.result()
                            yield waiting.pop(future), counts
                except BrokenProcessPool:
                    again += waiting.values()
                    for chunk in again:
                        count_try(tries, chunk)


def count_try(tries: dict[str, int], chunk: Chunk) -> None:
    """Note that a chunk's worker died.

    Raises:
        UnreadableInput: for the third time.
    """
    tries[chunk.name] = tries.get(chunk.name, 0) + 1
    if tries[chunk.name] >= TRIES:
        where = chunk.files[0] if chunk.files else f"byte {chunk.start:,}"
        raise UnreadableInput(
            "deadly-chunk",
            f"{chunk.path}: the {chunk.count} records from {where} on killed their worker {TRIES} times; what else was "
            "read is kept. Leave them out, or give the workers more memory.",
            chunk.path,
        )


class RayCrew:
    """A Ray cluster; its machines must see the corpus and the folder under the same paths.

    Args:
        address: of the cluster ("auto", "127.0.0.1:6379"); a cluster of this machine alone when left out.

    Raises:
        MissingData: the extra `ray` is not installed.
    """

    def __init__(self, address: str | None = None) -> None:
        try:
            import ray
        except ImportError:
            message = "A cluster needs Ray: pip install 'legation[ray]'."
            raise MissingData("missing-extra", message, "ray") from None
        self._ray: Any = ray
        if not ray.is_initialized():
            ray.init(
                address=address, log_to_driver=False, include_dashboard=False, logging_level=logging.WARNING
            )
        self.workers = max(1, int(self._ray.cluster_resources().get("CPU", 1)))

    def __call__(self, chunks: Iterator[Chunk], way: Way, folder: str) -> Iterator[tuple[Chunk, Counts]]:
        """Read every chunk; Ray gives out again what a dead worker had."""
        remote = self._ray.remote(max_retries=TRIES)(work)
        waiting: dict[Any, Chunk] = {}
        more = True
        while more or waiting:
            while more and len(waiting) < AHEAD * self.workers:
                chunk = next(chunks, None)
                if chunk is None:
                    more = False
                else:
                    waiting[remote.remote(chunk, way, folder)] = chunk
            if waiting:
                done: Sequence[Any]
                done, _ = self._ray.wait(list(waiting))
                for one in done:
                    yield waiting.pop(one), self._ray.get(one)
