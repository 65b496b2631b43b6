"""Rises at once, falls and vanished entries when the next snapshot confirms them."""

from hypothesis import given
from hypothesis import strategies as st

from legation.model.situation import Levels, Run, Statement
from legation.situation.history import days_between, find_changes, settle


def day(number: int) -> str:
    return f"2026-01-{number:02}T00:00:00Z"


def runs_of(levels: dict[int, int | None]) -> tuple[list[Run], list[str]]:
    """Runs and snapshots of invented days; None is a day on which the place is missing."""
    runs: list[Run] = []
    before: int | None = None
    for number, level in levels.items():
        if level is None:
            before = None
            continue
        said = Statement("ZZ", level, level)
        if before is not None and runs[-1].said == said:
            runs[-1] = Run("CA", said, runs[-1].first, day(number))
        else:
            runs.append(Run("CA", said, day(number), day(number)))
        before = number
    return runs, [day(number) for number in levels]


def level_on(levels: dict[int, int | None], number: int) -> int | None:
    runs, snapshots = runs_of(levels)
    known = [seen for seen in snapshots if seen <= day(number)]
    held = settle([run for run in runs if run.first <= day(number)], known, day(number)[:10]).held
    return held.level if held else None


def test_a_rise_takes_effect_at_once() -> None:
    assert [level_on({1: 2, 2: 3, 3: 3}, number) for number in (1, 2, 3)] == [2, 3, 3]


def test_a_fall_waits_for_the_next_snapshot() -> None:
    assert [level_on({1: 4, 2: 2, 3: 2}, number) for number in (1, 2, 3)] == [4, 4, 2]


def test_a_fall_that_is_taken_back_never_takes_effect() -> None:
    levels: dict[int, int | None] = {1: 4, 2: 2, 3: 4, 4: 2, 5: 2}
    assert [level_on(levels, number) for number in levels] == [4, 4, 4, 4, 2]


def test_a_deeper_fall_confirms_the_first() -> None:
    assert [level_on({1: 4, 2: 3, 3: 2, 4: 2}, number) for number in (1, 2, 3, 4)] == [4, 4, 3, 2]


def test_a_fall_said_once_is_shown_as_unconfirmed() -> None:
    runs, snapshots = runs_of({1: 4, 2: 2})
    state = settle(runs, snapshots, "2026-01-02")
    assert state.held
    assert state.pending
    assert state.pending.said == Statement("ZZ", 2, 2)
    assert state.held.level == 4


def test_a_missing_entry_stays_until_confirmed_and_seven_days_more() -> None:
    levels: dict[int, int | None] = {1: 3, 2: None, 3: None, **dict.fromkeys(range(4, 15))}
    runs, snapshots = runs_of(levels)
    states = {number: settle(runs, snapshots, day(number)[:10]) for number in levels}
    assert states[2].held
    assert states[2].vanished is None
    assert states[3].vanished == day(3)
    assert states[10].held
    assert states[11].held is None


def test_an_entry_that_is_missing_for_one_day_is_never_marked() -> None:
    runs, snapshots = runs_of({1: 3, 2: None, 3: 3, 4: 3})
    assert settle(runs, snapshots, "2026-01-04").vanished is None


def test_an_incomplete_snapshot_says_nothing_of_what_it_lacks() -> None:
    runs, _ = runs_of({1: 3})
    assert settle(runs, [day(1)], "2026-01-20").vanished is None


def test_the_highest_part_rises_while_the_level_falls() -> None:
    runs = [Run("CA", Statement("ZZ", 3, 3, wording="three"), day(1), day(1))]
    runs.append(Run("CA", Statement("ZZ", 2, 4, wording="two"), day(2), day(2)))
    held = settle(runs, [day(1), day(2)], "2026-01-02").held
    assert held
    assert (held.level, held.regional_max, held.wording) == (3, 4, "three")


def test_changes_name_the_day_first_said_and_the_day_in_effect() -> None:
    runs, snapshots = runs_of({1: 2, 2: 4, 3: 2, 4: 2})
    changes = find_changes("CA", runs, snapshots)
    assert [(one.seen[8:10], one.effective[8:10], one.before, one.after) for one in changes] == [
        ("01", "01", None, Levels(2, 2)),
        ("02", "02", Levels(2, 2), Levels(4, 4)),
        ("03", "04", Levels(4, 4), Levels(2, 2)),
    ]


def test_that_one_capture_lacks_the_levels_of_parts_is_no_change() -> None:
    runs = [
        Run("AU", Statement("ZZ", 2, wording="same"), day(1), day(1)),
        Run("AU", Statement("ZZ", 2, 4, wording="same"), day(2), day(3)),
    ]
    assert len(find_changes("AU", runs, [day(1), day(2), day(3)])) == 1


LEVELS = st.lists(st.one_of(st.none(), st.integers(1, 4)), min_size=1, max_size=12)


@given(LEVELS)
def test_the_level_in_effect_is_never_below_two_snapshots_running(said: list[int | None]) -> None:
    levels = dict(enumerate(said, 1))
    for number in levels:
        pair = [levels.get(number - 1), levels[number]]
        held = level_on(levels, number)
        if levels[number] is not None:
            assert held is not None
            assert held >= levels[number]  # type: ignore[operator]
        if None not in pair:
            assert held == levels[number] or held > levels[number]  # type: ignore[operator]


@given(LEVELS)
def test_what_is_said_twice_running_holds(said: list[int | None]) -> None:
    levels = dict(enumerate([*said, 2, 2], 1))
    assert level_on(levels, len(levels)) == 2


def test_days_are_counted_with_sign() -> None:
    assert days_between("2026-01-01T23:59:00Z", "2026-01-03") == 2
    assert days_between("2026-01-03", "2026-01-01") == -2
