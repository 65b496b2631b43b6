"""Country focus and page reading beside their peers, in one run on one core.

`python -m bench.news [CAPTURES]`. The peers are geotext, flashgeotext and the regular expressions of country_converter
(its own classes do not start under pandas 3); each is asked for the country its answer counts most often. They are
never installed with legation.
"""

import csv
import gzip
import importlib.resources
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

from eval.focus import Labelled, read_labelled
from eval.shingles import body_scores

from legation.news.article import country_focus, open_index, read
from legation.news.decode import decode
from legation.news.pages import read_page

Guess = Callable[[Labelled], str | None]
SETS = ("LGL", "TR-News", "GeoVirus", "Reuters")
SLOW = 60
"""A peer under some hundred articles a second is measured on every sixtieth article."""
ROUNDS = 3


def ours() -> Guess:
    index = open_index()

    def guess(article: Labelled) -> str | None:
        found = country_focus(article.text, article.title, index=index)
        return found[0].code if found else None

    return guess


def geotext() -> Guess:
    from geotext import GeoText

    def guess(article: Labelled) -> str | None:
        mentions = GeoText(f"{article.title}\n{article.text}").country_mentions
        return next(iter(mentions), None)

    return guess


def flashgeotext() -> Guess:
    from flashgeotext.geotext import GeoText
    from loguru import logger

    logger.remove()
    reader = GeoText()
    codes = {name: code for code, name in _country_names().items()}

    def guess(article: Labelled) -> str | None:
        try:
            found = reader.extract(f"{article.title}\n{article.text}")["countries"]
        except Exception:
            return None
        best = max(found, key=lambda name: found[name]["count"], default=None)
        return codes.get(best) if best else None

    return guess


def country_converter() -> Guess:
    patterns = {row["ISO2"]: re.compile(row["regex"], re.IGNORECASE) for row in _coco() if row["regex"]}

    def guess(article: Labelled) -> str | None:
        text = f"{article.title}\n{article.text}"
        counts = Counter({code: len(pattern.findall(text)) for code, pattern in patterns.items()})
        return max(counts, key=lambda code: counts[code]) if counts.total() else None

    return guess


def _coco() -> list[dict[str, str]]:
    data = importlib.resources.files("country_converter") / "country_data.tsv"
    return list(csv.DictReader(data.read_text("utf-8").splitlines(), delimiter="\t"))


def _country_names() -> Mapping[str, str]:
    return {row["ISO2"]: row["name_short"] for row in _coco()}


def measure_focus(captures: Path) -> None:
    """Top-1 on each set, and articles a second (the best of three rounds)."""
    articles = read_labelled(captures)
    print(f"{'country focus':20}" + "".join(f"{name:>10}" for name in SETS) + f"{'a second':>12}")
    for make in (ours, geotext, flashgeotext, country_converter):
        try:
            guess = make()
        except ModuleNotFoundError as missing:
            print(f"{make.__name__:20}left out: {missing.name} is not installed (make bench)")
            continue
        sample = articles[::SLOW] if make is country_converter else articles
        best = min(_time(guess, sample) for _ in range(ROUNDS))
        hits = {name: [guess(a) in a.gold for a in sample if a.set == name] for name in SETS}
        rates = "".join(f"{sum(hits[name]) / len(hits[name]):>10.3f}" for name in SETS)
        print(f"{make.__name__:20}{rates}{len(sample) / best:>12,.0f}")


def _time(guess: Guess, articles: list[Labelled]) -> float:
    started = time.process_time()
    for article in articles:
        guess(article)
    return time.process_time() - started


def measure_pages(captures: Path) -> None:
    """Body F1 and pages a second: ours, and the libraries it stands on, alone."""
    import trafilatura
    from resiliparse.extract.html2text import extract_plain_text

    folder = captures / "news/pages"
    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    pages = {name: gzip.decompress((folder / f"{name}.html.gz").read_bytes()) for name in truth}
    index = open_index()
    ways: dict[str, Callable[[bytes], str]] = {
        "ours, whole, fast": lambda page: read(page, careful=False, index=index).text,
        "ours, whole, care": lambda page: read(page, index=index).text,
        "ours, body, fast": lambda page: read_page(decode(page)[0], careful=False).text,
        "trafilatura": lambda page: trafilatura.extract(page, include_comments=False) or "",
        "resiliparse": lambda page: extract_plain_text(decode(page)[0], main_content=True),
    }
    print(f"\n{'pages':20}{'body F1':>10}{'a second':>12}")
    for way, reading in ways.items():
        started = time.process_time()
        bodies = {name: reading(page) for name, page in pages.items()}
        spent = time.process_time() - started
        f1 = body_scores((truth[name]["articleBody"], body) for name, body in bodies.items())[2]
        print(f"{way:20}{f1:>10.3f}{len(pages) / spent:>12,.0f}")


def main() -> None:
    """Print both tables."""
    captures = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    measure_focus(captures)
    measure_pages(captures)


if __name__ == "__main__":
    main()
