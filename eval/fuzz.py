"""Fuzz the readers, guided by what of them runs: `python -m eval.fuzz [--minutes 10] [READER …]`.

Readers: `page`, `text`, `feed`, `warc`, `opml`. Anything but the errors that readers may raise is a find: atheris
prints the input and leaves it in a file. Needs the group `fuzz` (`uv pip install --group fuzz`); Linux.
"""

import argparse
import contextlib
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

PAGE = b"""<html lang=en><head><title>A</title>
<script type='application/ld+json'>{"datePublished":"2012-05-31"}</script></head>
<body><nav>Home &gt; News</nav><article><h1>Moscow warns</h1><p>"We wait," Peskov said.</p></article>"""
TEXT = b"""Home News Moscow warns

Moscow warns

Published on 31/05/2012

Russia's "position" is known, Putin said."""
RSS = b"<rss version='2.0'><channel><item><title>A</title><link>https://example.org/1</link></item></channel></rss>"
JSON_FEED = b'{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"A"}]}'
WARC = (
    b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:x:1>\r\nContent-Length: 5\r\n\r\nhello\r\n\r\n"
)
OPML = b"<opml version='2.0'><body><outline xmlUrl='https://example.org/feed'/></body></opml>"
SEEDS = {"page": [PAGE], "text": [TEXT], "feed": [RSS, JSON_FEED], "warc": [WARC], "opml": [OPML]}
"""What each reader starts from."""


def reader_of(name: str) -> Callable[[bytes], object]:
    """A function that reads bytes and raises nothing but errors of ours."""
    from legation.build.poll import read_opml
    from legation.errors import LegationError
    from legation.news.article import open_index, read
    from legation.news.bulk.chunk import chunks_of, items_of
    from legation.news.decode import decode
    from legation.news.feeds import read_feed

    index = open_index()
    scratch = Path(tempfile.mkdtemp(prefix="legation-fuzz-")) / "input.warc"

    def warc(content: bytes) -> None:
        scratch.write_bytes(content)
        for chunk in chunks_of(scratch):
            list(items_of(chunk))

    readers: dict[str, Callable[[bytes], object]] = {
        "page": lambda content: read(b"<html>" + content, careful=False, index=index),
        "text": lambda content: read(content, index=index),
        "feed": lambda content: read_feed(decode(content)[0]),
        "warc": warc,
        "opml": lambda content: list(read_opml(content, "list")),
    }
    reader = readers[name]

    def once(content: bytes) -> None:
        with contextlib.suppress(LegationError):
            reader(content)

    return once


def fuzz(name: str, seconds: int, corpus: str) -> None:
    """Fuzz one reader in this process; ends the process."""
    import atheris

    with atheris.instrument_imports(include=["legation"]):
        once = reader_of(name)
    limits = [f"-max_total_time={seconds}", "-timeout=20", "-rss_limit_mb=2000", "-max_len=4096"]
    atheris.Setup([sys.argv[0], corpus, *limits, "-print_final_stats=1"], once)
    atheris.Fuzz()


def main() -> int:
    """Fuzz each reader in a process of its own; 1 when any has a find."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "readers", nargs="*", metavar="READER", help=f"of {', '.join(SEEDS)}; all when left out"
    )
    parser.add_argument("--minutes", type=float, default=10, help="for all readers together")
    parser.add_argument("--only", help=argparse.SUPPRESS)
    given = parser.parse_args()
    chosen = given.readers or list(SEEDS)
    if unknown := set(chosen) - set(SEEDS):
        parser.error(f"no reader {', '.join(sorted(unknown))}: choose from {', '.join(SEEDS)}")
    if given.only:
        with tempfile.TemporaryDirectory() as corpus:
            for number, seed in enumerate(SEEDS[given.only]):
                (Path(corpus) / str(number)).write_bytes(seed)
            fuzz(given.only, int(given.minutes * 60), corpus)
        return 0
    finds = []
    for name in chosen:
        share = str(given.minutes / len(chosen))
        run = [sys.executable, "-m", "eval.fuzz", "--only", name, "--minutes", share]
        done = subprocess.run(run, capture_output=True, text=True, errors="replace", check=False)
        runs = next((line for line in done.stderr.splitlines() if "number_of_executed_units" in line), "")
        found = "a find" if done.returncode else "no find"
        print(f"{name:8} {runs.rpartition(':')[2].strip() or '?':>10} inputs, {found}", flush=True)
        if done.returncode:
            finds.append(name)
            print(done.stderr[-3000:])
    return int(bool(finds))


if __name__ == "__main__":
    sys.exit(main())
