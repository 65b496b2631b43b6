"""What people decided wins over the rules; the file is refused when it cannot be read, and never lost."""

from itertools import permutations
from pathlib import Path

import msgspec
import pytest

from legation.build.dossier import Dossier
from legation.build.judge import Verdict
from legation.build.judgements import FILE, Decision, Ledger, read_decisions, write_decisions
from legation.build.match import match
from legation.errors import StopSource, TornData
from tests.build.invented import dossier, said_by

HEADING = "source,record,other_source,other_record,verdict,who,why,date"


def decision(one: str, other: str, verdict: Verdict) -> Decision:
    return Decision("wikidata", one, "wikidata", other, verdict, "A. Tester", "read, both", "2026-01-01")


def ids(ledger: Ledger, *dossiers: Dossier) -> list[list[str]]:
    return [[one.record for one in group.dossiers] for group in match(dossiers, ledger).groups]


def test_a_decision_joins_and_parts_against_the_rules() -> None:
    embassy, twin = dossier("Q1"), dossier("Q2")
    consulate = dossier("Q3", kind="consulate", city="Perm")
    assert ids(Ledger(), embassy, twin, consulate) == [["Q1", "Q2"], ["Q3"]]
    assert ids(Ledger([decision("Q1", "Q2", "different")]), embassy, twin, consulate) == [
        ["Q1"],
        ["Q2"],
        ["Q3"],
    ]
    assert ids(Ledger([decision("Q1", "Q3", "same")]), embassy, twin, consulate) == [["Q1", "Q2", "Q3"]]


def test_what_was_decided_apart_does_not_come_together_through_a_third() -> None:
    ledger = Ledger([decision("Q1", "Q2", "different")])
    groups = ids(ledger, dossier("Q1"), dossier("Q2"), dossier("Q3", city=""))
    assert not any({"Q1", "Q2"} <= set(group) for group in groups)


def test_consulates_decided_apart_are_not_paired_by_their_city() -> None:
    one = dossier("Q1", kind="consulate", city="Perm")
    other = said_by("factbook", dossier("Q2", kind="consulate", city="Perm"))
    apart = Ledger(
        [Decision("factbook", "Q2", "wikidata", "Q1", "different", "A. Tester", "two", "2026-01-01")]
    )
    assert len(ids(Ledger(), one, other)) == 1
    assert len(ids(apart, one, other)) == 2


def test_the_order_of_dossiers_does_not_matter_to_decisions() -> None:
    ledger = Ledger([decision("Q1", "Q2", "different"), decision("Q3", "Q4", "same")])
    dossiers = [dossier("Q1"), dossier("Q2"), dossier("Q3", city=""), dossier("Q4", kind="consulate")]
    assert len({str(match(order, ledger)) for order in permutations(dossiers)}) == 1


def test_consulates_of_two_sources_in_a_city_and_its_suburb_are_one_when_alone() -> None:
    boston = dossier("Q1", receiving="US", kind="consulate", city="Boston", near="42.35843,-71.05977")
    cambridge = said_by(
        "factbook",
        dossier("Q2", receiving="US", kind="consulate", city="Cambridge", near="42.37510,-71.10561"),
    )
    beside = said_by(
        "factbook", dossier("Q3", receiving="US", kind="consulate", city="Quincy", near="42.25288,-71.00227")
    )
    assert len(ids(Ledger(), boston, cambridge)) == 1
    assert len(ids(Ledger(), boston, cambridge, beside)) == 3


def test_what_is_written_is_read_again_sorted(tmp_path: Path) -> None:
    decisions = [decision("Q5", "Q6", "same"), decision("Q1", "Q2", "unsure")]
    write_decisions(tmp_path, decisions)
    assert read_decisions(tmp_path) == decisions[::-1]
    assert (tmp_path / FILE).read_text(encoding="utf-8").splitlines()[0] == HEADING
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a,b\n", "heading"),
        (f"{HEADING}\nwikidata,Q1\n", "eight cells"),
        (f"{HEADING}\nwikidata,Q1,wikidata,Q2,perhaps,me,so,2026-01-01\n", "verdict"),
        (f"{HEADING}\nwikidata,Q2,wikidata,Q1,same,me,so,2026-01-01\n", "order"),
        (f"{HEADING}\n" + "wikidata,Q1,wikidata,Q2,same,me,so,2026-01-01\n" * 2, "twice"),
        (f'{HEADING}\nwikidata,"Q1\n', "line 2"),
    ],
)
def test_a_torn_file_is_refused_with_its_line(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(TornData, match=says):
        read_decisions(tmp_path)


def test_a_folder_that_cannot_be_written_keeps_its_file(tmp_path: Path) -> None:
    with pytest.raises(StopSource, match="stay as they were"):
        write_decisions(tmp_path / "missing", [decision("Q1", "Q2", "same")])


@pytest.mark.parametrize("cell", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "'=1", "'", "=", ""])
def test_no_cell_is_a_formula_and_none_is_changed(tmp_path: Path, cell: str) -> None:
    said = msgspec.structs.replace(decision("Q1", "Q2", "same"), why=cell)
    write_decisions(tmp_path, [said])
    assert read_decisions(tmp_path) == [said]
    written = (tmp_path / FILE).read_text(encoding="utf-8").splitlines()[1]
    assert not any(part.startswith(("=", "+", "-", "@")) for part in written.replace('"', "").split(","))
