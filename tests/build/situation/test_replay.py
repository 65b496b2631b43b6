"""Tables a month apart and a list of changes between them become one table for each change."""

from legation.build.situation.replay import replay
from legation.sources.captured import Edit, Rows, Table, parse_changes
from legation.sources.codes import PlaceCodes
from legation.sources.reading import Reading


def unread(rows: Rows, codes: PlaceCodes, seen: str) -> Reading:
    return Reading()


TABLE = Table(unread)
CARRIED = Table(unread, carried=True)


def rows(**levels: str) -> Rows:
    return [
        {"destination": name, "risk_level": level, "last_updated": "2026-01-01"}
        for name, level in levels.items()
    ]


def levels(table: Rows) -> dict[str, str]:
    return {row["destination"]: row["risk_level"] for row in table}


def test_changes_between_tables_are_applied_at_their_moment() -> None:
    edits = [
        Edit("02", "France", "1", "2"),
        Edit("03", "Chad", "", "4"),
        Edit("04", "Peru", "2", "", removed=True),
    ]
    bases = [("01", rows(France="1", Peru="2")), ("05", rows(France="2", Chad="4"))]
    found = list(replay(TABLE, bases, edits))
    assert [(seen, levels(table)) for seen, table in found] == [
        ("01", {"France": "1", "Peru": "2"}),
        ("02", {"France": "2", "Peru": "2"}),
        ("03", {"France": "2", "Peru": "2", "Chad": "4"}),
        ("04", {"France": "2", "Chad": "4"}),
        ("05", {"France": "2", "Chad": "4"}),
    ]
    assert found[1][1][0]["last_updated"] is None


def test_a_change_to_nothing_is_a_flaw_of_the_capture() -> None:
    found = dict(replay(TABLE, [("01", rows(France="1"))], [Edit("02", "France", "1", "")]))
    assert levels(found["02"]) == {"France": "1"}


def test_where_nothing_is_a_state_it_is_kept() -> None:
    base = [{"destination": "France"}]
    edits = [Edit("01", "France", "", "parts"), Edit("02", "France", "parts", "")]
    found = dict(replay(CARRIED, [("01", base), ("03", base)], edits))
    assert [levels(found[seen])["France"] for seen in ("01", "02", "03")] == ["parts", "", ""]


def test_changes_before_the_first_table_are_undone_from_it() -> None:
    edits = [Edit("01", "France", "1", "2"), Edit("02", "Chad", "", "4")]
    found = dict(replay(TABLE, [("03", rows(France="2", Chad="4"))], edits))
    assert levels(found["01"]) == {"France": "2"}
    assert levels(found["02"]) == {"France": "2", "Chad": "4"}


def test_lists_of_changes_are_read_with_names_or_codes() -> None:
    named = b"captured,destination,from,to,kind\n2026-01-02T00:00:00+01:00,A_B,1,2,changed\n"
    coded = b"captured,iso2,from,to\n2026-01-02,FR,,2\n"
    assert parse_changes(named, "x") == [Edit("2026-01-01T23:00:00Z", "A/B", "1", "2")]
    assert parse_changes(coded, "x") == [Edit("2026-01-02T00:00:00Z", "FR", "", "2")]
