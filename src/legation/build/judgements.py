"""What people decided of pairs of records that the rules cannot tell apart: `data/judgements.csv`.

One line a pair: `source,record,other_source,other_record,verdict,who,why,date`. A line wins over every rule: `same`
joins the two, `different` keeps them apart whatever speaks for it, `unsure` keeps them apart and is not asked again.
"""

import csv
import io
import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final, get_args

import msgspec

from legation.build.dossier import Dossier
from legation.build.judge import Judgement, Verdict
from legation.errors import StopSource, TornData

FILE: Final = "judgements.csv"
FORMULA = re.compile(r"'*[=+@\t\r-]")
"""How a cell begins that a spreadsheet runs, behind the apostrophes that keep it from doing so."""
Name = tuple[str, str]
"""Source and record."""


class Decision(msgspec.Struct, frozen=True):
    """A line of the file; the two records in the order of their names.

    Attributes:
        source, record, other_source, other_record: the pair.
        verdict: same, different or unsure. who: whose decision. why: their words. date: ISO.
    """

    source: str
    record: str
    other_source: str
    other_record: str
    verdict: Verdict
    who: str
    why: str
    date: str

    @property
    def pair(self) -> tuple[Name, Name]:
        """The names of the two."""
        return (self.source, self.record), (self.other_source, self.other_record)


class Ledger:
    """The decisions, by pair."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self._verdicts = {decision.pair: decision for decision in decisions}

    def find(self, one: Dossier, other: Dossier) -> Judgement | None:
        """What was decided on two dossiers, None when nobody has."""
        decision = self._verdicts.get(pair_of(one, other))
        return Judgement(decision.verdict, f"decided: {decision.why}") if decision else None

    def part(self, one: Iterable[Dossier], other: Iterable[Dossier]) -> bool:
        """Whether anybody decided that members of two groups are different posts, or could not tell."""
        others = list(other)
        return any(
            found.verdict != "same"
            for left in one
            for right in others
            if (found := self.find(left, right)) is not None
        )


def pair_of(one: Dossier, other: Dossier) -> tuple[Name, Name]:
    """The names of two dossiers, in order."""
    left, right = sorted([(one.source, one.record), (other.source, other.record)])
    return left, right


def read_decisions(data: Path) -> list[Decision]:
    """The decisions of a data folder; none when there is no file.

    Raises:
        TornData: a line that cannot be read, a verdict that is none, a pair decided twice; names the line.
    """
    path = data / FILE
    if not path.is_file():
        return []
    decisions: list[Decision] = []
    seen: set[tuple[Name, Name]] = set()
    rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8")), strict=True)
    try:
        for number, cells in enumerate(rows, start=1):
            if number == 1:
                _expect(
                    cells == list(Decision.__struct_fields__), number, "the heading is not that of this file"
                )
                continue
            _expect(len(cells) == len(Decision.__struct_fields__), number, "eight cells are expected")
            said = [cell.removeprefix("'") if FORMULA.match(cell) else cell for cell in cells]
            decision = msgspec.convert(dict(zip(Decision.__struct_fields__, said, strict=True)), Decision)
            _expect(decision.pair[0] < decision.pair[1], number, "the two records are not in order")
            _expect(decision.pair not in seen, number, "the pair is decided twice")
            seen.add(decision.pair)
            decisions.append(decision)
    except (csv.Error, msgspec.ValidationError) as error:
        message = (
            f"{FILE}, line {len(decisions) + 2}: {error}; a verdict is one of {', '.join(get_args(Verdict))}."
        )
        raise TornData("torn-data", message, str(path)) from None
    return decisions


def disarmed(cell: str) -> str:
    """A cell that a spreadsheet would run as a formula, as the text that it is: with an apostrophe in front."""
    return f"'{cell}" if FORMULA.match(cell) else cell


def _expect(holds: bool, number: int, what: str) -> None:
    if not holds:
        raise TornData("torn-data", f"{FILE}, line {number}: {what}; mend the line.", FILE)


def write_decisions(data: Path, decisions: Iterable[Decision]) -> None:
    """Write all decisions, sorted, in one move: a kill leaves the old file or the new one.

    Raises:
        StopSource: the folder cannot be written; the old file stays.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(Decision.__struct_fields__)
    for decision in sorted(decisions, key=lambda one: one.pair):
        writer.writerow([disarmed(cell) for cell in msgspec.structs.astuple(decision)])
    try:
        handle, staging = tempfile.mkstemp(prefix=".judgements-", dir=data)
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text.getvalue())
        Path(staging).chmod(0o644)
        Path(staging).replace(data / FILE)
    except OSError as error:
        message = f"Cannot write {data / FILE} ({error}); the decisions stay as they were."
        raise StopSource("unwritable-text", message, "match", str(data)) from error
