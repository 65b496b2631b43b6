"""Which country is an article about? Four sets with known answers.

`python -m eval.focus [CAPTURES]` prints top-1 for the half the weights were chosen on (even positions), for the other
half, and for all; `-US` leaves out the articles about the United States. Then how many articles would get a notice,
and how many of these the right one. Measuring only: nothing of it is shipped.
"""

import sys
from collections import defaultdict
from pathlib import Path

import msgspec

from legation.model.news import Article
from legation.news.article import country_focus, open_index
from legation.news.notice import notice_place

FLOORS = {"LGL": 0.84, "TR-News": 0.84, "GeoVirus": 0.91, "Reuters": 0.94, "Reuters -US": 0.95}
NOTICES = 0.95
"""Of the notices that are given, how many must be for the right place, on the half not developed on."""


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
    notices: list[list[bool | None]] = [[], []]
    for article in read_labelled(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")):
        found = country_focus(article.text, article.title, index=index)
        hit = bool(found) and found[0].code in article.gold
        half = seen[article.set] % 2
        sure = notice_place(Article(countries=tuple(found)))
        notices[half].append(sure.code in article.gold if sure else None)
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
    for name, half in zip(("chosen on", "other half"), notices, strict=True):
        given = [right for right in half if right is not None]
        right = sum(given) / len(given)
        print(
            f"notices, {name}: on {len(given) / len(half):.3f} of the articles, for the right place {right:.3f}"
        )
    failed |= right < NOTICES
    sys.exit(failed)


if __name__ == "__main__":
    main()
