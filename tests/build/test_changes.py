"""What differs between two directories: invented posts, real states and cities."""

from pathlib import Path

import msgspec

from legation.build.changes import find_changes, log_changes
from legation.build.pack import pack, swap
from legation.model.changes import PostChange
from legation.model.claims import Said, Value
from legation.model.directory import PostRecord, Seen, Source, StatusEvent

OLD, NEW, TODAY = "2022-11-16", "2026-11-24", "2026-11-25"
EVENT = StatusEvent(
    "S1", "NL", "RU", "Moscow", "embassy", "closed", "2026-03", Source("Invented", date="2026-03-02")
)


def post(post: str, seen: str = OLD, **fields: Value) -> PostRecord:
    stated = {"name": "Embassy of the Netherlands in Moscow", "kind": "embassy", "city": "Moscow", **fields}
    claims: dict[str, tuple[Said, ...]] = {
        field: (Said(value, "wikidata", seen),) for field, value in stated.items() if value
    }
    return PostRecord(post, "NL", "RU", (Seen("wikidata", OLD, seen),), claims)


def between(old: PostRecord | None, new: PostRecord | None) -> list[PostChange]:
    olds, news = ({one.id: one for one in (record,) if one} for record in (old, new))
    return list(find_changes(olds, news, {"S1": EVENT}, TODAY))


def test_a_change_names_both_values_its_source_and_its_day() -> None:
    (change,) = between(post("Q1", phones=["+12025550101"]), post("Q1", NEW, phones=["+12025550102"]))
    assert change == PostChange(
        TODAY, "Q1", "NL", "RU", "Embassy of the Netherlands in Moscow", "phones",
        ("+12025550101",), ("+12025550102",), "wikidata", NEW,
    )  # fmt: skip


def test_what_its_source_did_not_say_anew_is_a_correction() -> None:
    (change,) = between(post("Q1", hours="9 to 5"), post("Q1", hours="Mo-Fr 09:00-17:00"))
    assert change.correction


def test_numbers_in_another_order_are_no_change() -> None:
    numbers = ["+12025550101", "+12025550102"]
    assert not between(post("Q1", phones=list(numbers)), post("Q1", NEW, phones=numbers[::-1]))


def test_a_door_moves_beyond_its_doorstep_only() -> None:
    old = post("Q1", position="55.75000,37.60000")
    assert not between(old, post("Q1", NEW, position="55.75050,37.60000"))
    (change,) = between(old, post("Q1", NEW, position="55.76000,37.60000"))
    assert (change.what, change.after) == ("moved", ("55.76000,37.60000",))
    (change,) = between(old, post("Q1", NEW, city="Perm", position="58.00000,56.20000"))
    assert (change.what, change.before, change.after) == ("moved", ("Moscow",), ("Perm",))


def test_posts_come_go_and_merge() -> None:
    assert [one.what for one in between(None, post("Q1", NEW))] == ["listed"]
    assert [one.what for one in between(post("Q1"), None)] == ["gone"]
    olds = {"Q1": post("Q1"), "Q2": post("Q2")}
    (merged,) = find_changes(olds, {"Q1": post("Q1", NEW, also=["Q2"])}, {}, TODAY)
    assert (merged.post, merged.what, merged.after) == ("Q2", "merged", ("Q1",))


def test_a_status_event_that_was_learnt_is_a_change() -> None:
    (change,) = between(post("Q1"), post("Q1", events=["S1"]))
    assert (change.what, change.after, change.seen) == ("closed", ("2026-03",), "2026-03-02")
    assert not between(post("Q1", events=["S1"]), post("Q1", events=["S1"]))


def test_the_first_directory_has_nothing_to_compare_with(tmp_path: Path) -> None:
    assert log_changes([post("Q1")], [], tmp_path, TODAY) == {}


def test_a_change_noticed_twice_is_logged_once(tmp_path: Path) -> None:
    swap(pack([post("Q1", phones=["+12025550101"])]), tmp_path / "posts")
    new = [post("Q1", NEW, phones=["+12025550102"])]
    swap(log_changes(new, [], tmp_path, TODAY), tmp_path / "changes")
    # Killed here: the text is still the old one, and the next build notices the same.
    again = log_changes(new, [], tmp_path, "2026-11-26")
    (line,) = again["2026.jsonl"].splitlines()
    assert msgspec.json.decode(line, type=PostChange).on == TODAY
