"""Read corpora: WARC files and folders of pages, over several processes or machines, each record exactly once."""

from legation.news.bulk.crew import Crew, ProcessCrew, RayCrew
from legation.news.bulk.job import Summary, read_corpus

__all__ = ["Crew", "ProcessCrew", "RayCrew", "Summary", "read_corpus"]
