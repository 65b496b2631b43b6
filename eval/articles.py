"""How much of an article do we read, and how little else? The 91 pages of the article-extraction-benchmark.

`python -m eval.articles [CAPTURES]` prints body precision, recall and F1 by the benchmark's own measure: HTML with care
and fast, and the same pages flattened to text in two ways (a line for each block, a line for each piece of text).
"""

import gzip
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

from eval.shingles import body_scores
from legation.news.decode import decode
from legation.news.pages import flatten, read_page
from legation.news.text import read_text

FLOORS = {"with care": 0.955, "fast": 0.93, "text by blocks": 0.92, "text by pieces": 0.90}
_TAG = re.compile(r"<[/!?a-zA-Z][^<>]{0,2000}>")
_HIDDEN = re.compile(r"(?is)<(script|style|noscript|template|svg|head)\b.*?</\1\s*>|<!--.*?-->")


def by_pieces(page: str) -> str:
    """Each piece of text between two tags on a line of its own, so that links tear sentences apart."""
    import html

    return html.unescape(_TAG.sub("\n", _HIDDEN.sub(" ", page)))


WAYS: dict[str, Callable[[str], str]] = {
    "with care": lambda page: read_page(page).text,
    "fast": lambda page: read_page(page, careful=False).text,
    "text by blocks": lambda page: read_text(flatten(page)).text,
    "text by pieces": lambda page: read_text(by_pieces(page)).text,
}


def main() -> None:
    """Print the table; exit with 1 when a figure is under its floor."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data") / "news/pages"
    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    pages = {name: decode(gzip.decompress((folder / f"{name}.html.gz").read_bytes()))[0] for name in truth}
    print(f"{len(pages)} pages{'':12}precision  recall      F1   floor")
    failed = False
    for way, reading in WAYS.items():
        scores = body_scores((truth[name]["articleBody"], reading(page)) for name, page in pages.items())
        print(f"{way:20}" + "".join(f"{score:8.4f}" for score in scores) + f"{FLOORS[way]:8.3f}")
        failed |= scores[2] < FLOORS[way]
    sys.exit(failed)


if __name__ == "__main__":
    main()
