"""How well records of one post are brought together: `python -m eval.match [CAPTURES]`.

Against the pairs of `eval/pairs.tsv`, each labelled by reading both records (guide: docs/how-to/match.md). A pair
counts as merged when both records end in one post. A pair that nobody can tell (`unsure`) must not be merged: merging
it counts against precision. What the rules leave open and people call the same counts against recall.
"""

import csv
import sys
import zlib
from collections import Counter
from pathlib import Path

from legation.build.match import Matched, match
from legation.build.review import read_dossiers

PRECISION, RECALL = 0.99, 0.95
ROOT = Path(__file__).resolve().parent
Name = tuple[str, str]


def main() -> int:
    """Print the figures; 1 when a floor is missed, or when a labelled record is gone."""
    captures = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("../shared/data")
    if not (captures / "missions").is_dir():
        print(f"no captures in {captures}: nothing measured")
        return 0
    dossiers = read_dossiers(captures, ROOT.parent / "data")
    # Without the decisions of people: the rules are measured.
    posts = posts_of(match(dossiers))
    pairs = read_pairs(ROOT / "pairs.tsv")
    gone = sorted({name for one, other, _ in pairs for name in (one, other)} - posts.keys())
    counts: dict[str, Counter[str]] = {}
    for one, other, verdict in pairs:
        if {one, other} & set(gone):
            continue
        merged = posts[one] == posts[other]
        outcome = "hit" if merged and verdict == "same" else "wrong" if merged else verdict
        half = "first half" if zlib.crc32(f"{one}{other}".encode()) % 2 else "other half"
        for part in ("all", half, " + ".join(sorted({one[0], other[0]}))):
            counts.setdefault(part, Counter())[outcome] += 1
        if outcome in ("wrong", "same"):
            print(
                f"{'merged wrongly' if outcome == 'wrong' else 'not merged'}: {' '.join(one)} + {' '.join(other)}"
            )
    print(f"{'pairs':44}{'labelled':>9}{'precision':>11}{'recall':>8}")
    for part in [
        "all",
        "first half",
        "other half",
        *sorted(set(counts) - {"all", "first half", "other half"}),
    ]:
        precision, recall = figures(counts[part])
        print(f"{part:44}{sum(counts[part].values()):>9}{precision:>11.4f}{recall:>8.4f}")
    for name in gone:
        print(f"no longer read: {' '.join(name)}")
    precision, recall = figures(counts["all"])
    print(f"asked: precision {PRECISION}, recall {RECALL}")
    return int(precision < PRECISION or recall < RECALL or len(gone) > len(pairs) // 50)


def figures(outcomes: Counter[str]) -> tuple[float, float]:
    """Precision and recall; 1.0 where there was nothing to get wrong."""
    hits, wrong, missed = outcomes["hit"], outcomes["wrong"], outcomes["same"]
    return (hits / (hits + wrong) if hits + wrong else 1.0), (
        hits / (hits + missed) if hits + missed else 1.0
    )


def posts_of(matched: Matched) -> dict[Name, str]:
    """In which post each record ended; those set aside are posts of none."""
    posts = {(one.source, one.record): group.id for group in matched.groups for one in group.dossiers}
    for dossiers in matched.aside.values():
        posts |= {(one.source, one.record): f"aside {one.source} {one.record}" for one in dossiers}
    return posts


def read_pairs(path: Path) -> list[tuple[Name, Name, str]]:
    """The labelled pairs."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [
        ((row["source"], row["record"]), (row["other_source"], row["other_record"]), row["verdict"])
        for row in rows
    ]


if __name__ == "__main__":
    sys.exit(main())
