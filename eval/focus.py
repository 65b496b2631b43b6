"""Which country is an article about? Four sets with known answers.

`python -m eval.focus [CAPTURES]` prints top-1 for the half the weights were chosen on (even positions), for the other
half, and for all; `-US` leaves out the articles about the United States. Measuring only: nothing of it is shipped.
"""

import sys
from collections import defaultdict
from pathlib import Path

import msgspec

from legation.news.article import country_focus, open_index

FLOORS = {"LGL": 0.84, "TR-News": 0.84, "GeoVirus": 0.91, "Reuters": 0.94, "Reuters -US": 0.95}


class Labelled(msgspec.Struct):
    """One article of `country-focus.jsonl`; `gold` holds all the codes that are right."""

    set: str
    title: str
    text: str
    gold: list[str]


def read_labelled(captures: Path) -> list[Labelled]:
    """All articles, in the order of the file."""
    lines = (captures / "news/country-focus.jsonl").read_bytes().splitlines()
    return [msgspec.json.decode(line, type=Labelled) for line in lines]


def main() -> None:
    """Print the table; exit with 1 when the half not developed on is under a floor."""
    index = open_index()
    hits: dict[str, tuple[list[bool], list[bool]]] = defaultdict(lambda: ([], []))
    seen: dict[str, int] = defaultdict(int)
    for article in read_labelled(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")):
        found = country_focus(article.text, article.title, index=index)
        hit = bool(found) and found[0].code in article.gold
        half = seen[article.set] % 2
        seen[article.set] += 1
        hits[article.set][half].append(hit)
        if "US" not in article.gold:
            hits[f"{article.set} -US"][half].append(hit)
    print(f"{'set':14}{'articles':>9}{'chosen on':>10}{'other':>10}{'all':>10}{'floor':>10}")
    failed = False
    for name, (chosen, other) in sorted(hits.items()):
        both = chosen + other
        rates = [sum(half) / len(half) for half in (chosen, other, both)]
        floor = FLOORS.get(name)
        shown = "".join(f"{rate:>10.3f}" for rate in rates)
        print(f"{name:14}{len(both):>9}{shown}{f'{floor:.2f}' if floor else '':>10}")
        failed |= floor is not None and rates[1] < floor
    sys.exit(failed)


if __name__ == "__main__":
    main()
