"""How many of the hours that sources say are understood, and a random sample to be read by a person.

`python -m eval.hours [CAPTURES] [--sample N] [--seed N] [--source NAME]` counts by source over everything the captures
say about hours, compares with what a reader
found right, then prints N random texts with what was understood. Every result must be accepted by
opening-hours-py; one that is not ends the run.
"""

import argparse
import csv
import hashlib
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

from opening_hours import OpeningHours

from legation.build.hours import understand_hours
from legation.build.hours.lines import fold, lines

HOURS_SAID = re.compile(
    r"\d\s*(?:[ap]\.?m|hrs|hs)?\.?\s*(?:-|to|a|until|till|and)\s*(?:[01]?\d|2[0-4])(?:[.:,]\d\d|\d\d\b|\s*[ap]\.?m|\s*hs)"
    r"|by appointment only"
)
"""A text that states hours, loosely: the British field also holds lists of holidays and ramps for wheelchairs."""

JUDGED = Path(__file__).with_name("hours.tsv")
Said = tuple[str, str, str]
"""Source, record, words."""


def argentina(folder: Path) -> Iterator[Said]:
    """Days, hours and comment of each post of both lists, as one text."""
    for year in ("2025", "2022"):
        path = folder / f"argentina/lista-sedes-datos-{year}.csv"
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                yield f"argentina-{year}", row["sede_id"], argentine_text(row)


def argentine_text(row: dict[str, str]) -> str:
    """`Lunes a Viernes 09:00 a 17:00` and the comment on a line of its own; midnight to midnight is an empty form."""
    since, until = row["atencion_hora_desde"].strip(), row["atencion_hora_hasta"].strip()
    days = " a ".join(filter(None, (row["atencion_dia_desde"].strip(), row["atencion_dia_hasta"].strip())))
    hours = f"{since[:5]} a {until[:5]}" if since and until and since != until else ""
    return "\n".join(filter(None, (f"{days} {hours}".strip(), " ".join(row["atencion_comentario"].split()))))


def united_kingdom(folder: Path) -> Iterator[Said]:
    """Access and opening times of each office."""
    for path in sorted((folder / "unitedkingdom-posts-2018").glob("*.json")):
        for organisation in json.loads(path.read_bytes())["results"]:
            offices = organisation["offices"]
            for office in filter(None, [offices.get("main"), *offices.get("other", [])]):
                text = office["details"].get("access_and_opening_times") or ""
                if HOURS_SAID.search(fold(text)):
                    yield "unitedkingdom-2018", office["title"], text


def markdown(folder: Path) -> Iterator[Said]:
    """Lines about opening hours on the Australian and American pages."""
    for country in ("australia", "unitedstates"):
        for path in sorted((folder / country).glob("*.md")):
            for line in path.read_text(encoding="utf-8").splitlines():
                plain = line.replace("*", "").strip()
                if re.search(r"hours\W|operates|counter|open ", plain, re.I) and re.search(
                    r"\d ?[ap]\.?m", plain
                ):
                    yield country, path.stem, plain


def all_said(captures: Path) -> list[Said]:
    """Everything said about hours, each text of a source once."""
    missions = captures / "missions"
    found = [*argentina(missions), *united_kingdom(missions), *markdown(missions)]
    return list(
        {
            (source, words): (source, record, words) for source, record, words in found if words.strip()
        }.values()
    )


def read_by_hand(said: list[Said]) -> list[tuple[str, str | None, str, str]]:
    """What a person who read a text said of the hours written for it, with the hours written now.

    A line of `eval/hours.tsv` names a text by source and hash, the hours, and `right` or `wrong`.
    """
    judged = {}
    for line in JUDGED.read_text(encoding="utf-8").splitlines()[1:]:
        source, key, hours, verdict = line.split("\t")
        judged[source, key] = (hours, verdict)
    found = [(one, judged[one[0], key_of(one[2])]) for one in said if (one[0], key_of(one[2])) in judged]
    return [(one[1], understand_hours(one[2]), hours, verdict) for one, (hours, verdict) in found]


def key_of(words: str) -> str:
    """Name a text without repeating it: other people's prose is not ours to keep."""
    return hashlib.sha256(words.encode()).hexdigest()[:12]


def main() -> None:
    """Print the tables and the sample."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("captures", nargs="?", default="../shared/data", type=Path)
    parser.add_argument("--sample", type=int, default=20)
    parser.add_argument("--seed", type=int, default=20261124)
    parser.add_argument("--source", default="")
    parser.add_argument("--kind", choices=("understood", "not", "all"), default="understood")
    asked = parser.parse_args()
    said = [one for one in all_said(asked.captures) if one[0].startswith(asked.source)]
    results = [(one, understand_hours(one[2])) for one in said]
    for source in dict.fromkeys(one[0] for one in said):
        own = [result for one, result in results if one[0] == source]
        known = [result for result in own if result is not None]
        for result in known:
            assert str(OpeningHours(result))  # noqa: S101
        print(f"{source:22}{len(own):5} said{len(known):5} understood  {len(known) / len(own):6.1%}")
    read = read_by_hand(said)
    right = sum(now == hours and verdict == "right" for _, now, hours, verdict in read)
    changed = [record for record, now, hours, _ in read if now != hours]
    print(
        f"read by hand: {len(read)} texts, {right} right: {right / max(1, len(read)):.1%}; written anew: {changed}"
    )
    wanted = [r for r in results if asked.kind == "all" or (r[1] is not None) == (asked.kind == "understood")]
    chance = random.Random(asked.seed)  # noqa: S311
    for (source, record, words), hours in chance.sample(wanted, min(asked.sample, len(wanted))):
        shown = " / ".join(line.text for line in lines(words))
        print(f"\n[{source} {record}] {shown[:700]}\n    => {hours}")


if __name__ == "__main__":
    main()
