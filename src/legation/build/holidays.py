"""Write `data/holidays.tsv`, the public holidays of each place, from the library `holidays` (MIT).

`python -m legation.build.holidays 2026 2029`, when a year runs out or the library has news. Only days that are free in
the whole place; those of a single region are left out. A place for which the library has no calendar, or an empty one
(Ukraine under martial law), has no line: its holidays are unknown.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from legation.store.gazetteer import read_register

ROOT = Path(__file__).resolve().parents[3]


def lines(places: Iterable[str], years: Iterable[int]) -> Iterator[str]:
    """The lines of the file, by place and year."""
    import holidays

    span = list(years)
    known = holidays.list_supported_countries()
    for place in sorted(set(places) & known.keys()):
        for year in span:
            days = sorted(day for day in holidays.country_holidays(place, years=year) if day.year == year)
            if days:
                yield f"{place}\t{year}\t{' '.join(f'{day:%m-%d}' for day in days)}\n"


def main() -> None:
    """Write the file for the years from the first to the last argument."""
    first, last = (int(argument) for argument in sys.argv[1:3])
    places = [place.code for place in read_register(ROOT / "data/places/register.toml")]
    text = "place\tyear\tdays\n" + "".join(lines(places, range(first, last + 1)))
    (ROOT / "data/holidays.tsv").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
