"""Invented events on invented posts; states and cities are real."""

from pathlib import Path

from legation.build.events import Attached, attach, read_events, with_cities
from legation.build.match import Group
from legation.model.codes import PostKind
from legation.model.directory import Source, StatusEvent
from legation.places import Gazetteer
from tests.build.invented import dossier


def event(
    number: int, city: str = "Moscow", kind: PostKind = "embassy", post: str = "", seen: str = "2022-04-01"
) -> StatusEvent:
    source = Source("Invented notice", "https://example.org/", seen)
    return StatusEvent(f"S{number:03}", "NL", "RU", city, kind, "suspended", "2022-03-01", source, post)


def group(record: str = "Q1", **fields: str) -> Group:
    return Group(record, "NL", "RU", (dossier(record, "2022-11-16", **fields),))


def owners(attached: Attached) -> dict[str, list[str]]:
    return attached.events


def test_an_event_goes_to_its_item(gazetteer: Gazetteer) -> None:
    attached = attach([group("Q1"), group("Q2", city="Perm")], [event(1, post="Q2")], gazetteer)
    assert owners(attached) == {"Q2": ["S001"]}


def test_an_event_goes_to_the_item_that_its_item_was_merged_into(gazetteer: Gazetteer) -> None:
    merged = Group("Q1", "NL", "RU", (dossier("Q1"), dossier("Q2")))
    assert owners(attach([merged], [event(1, post="Q2")], gazetteer)) == {"Q1": ["S001"]}


def test_without_an_item_city_and_rank_of_kind_decide(gazetteer: Gazetteer) -> None:
    groups = [
        group("Q1"),
        group("Q2", kind="consulate"),
        group("Q3", city="Saint Petersburg", kind="consulate general"),
    ]
    events = [event(1, kind="high commission"), event(2, "St. Petersburg", "consulate")]
    assert owners(attach(groups, events, gazetteer)) == {"Q1": ["S001"], "Q3": ["S002"]}


def test_an_embassy_without_a_city_will_do_when_it_is_the_only_one(gazetteer: Gazetteer) -> None:
    assert owners(attach([group(city="")], [event(1)], gazetteer)) == {"Q1": ["S001"]}


def test_an_event_for_every_post_makes_none(gazetteer: Gazetteer) -> None:
    attached = attach([group("Q1"), group("Q2", city="Perm", kind="consulate")], [event(1, "*")], gazetteer)
    assert owners(attached) == {"Q1": ["S001"], "Q2": ["S001"]}
    assert not attached.founded


def test_events_without_a_post_found_one(gazetteer: Gazetteer) -> None:
    attached = attach(
        [],
        [
            event(1, "St. Petersburg", "consulate", seen="2020-05"),
            event(2, "Saint Petersburg", "consulate general"),
        ],
        gazetteer,
    )
    (founded,) = attached.founded
    assert founded.id == "nl-ru-saint-petersburg-consulate-general"
    assert owners(attached) == {founded.id: ["S001", "S002"]}
    assert founded.get("city") == "Saint Petersburg"
    assert founded.get("kind") == "consulate general"
    seen = founded.dossiers[0].seen
    assert (seen.source, seen.first, seen.last) == ("status", "2020-05", "2022-04-01")


def test_events_of_low_confidence_are_not_read(tmp_path: Path) -> None:
    folder = tmp_path / "status"
    folder.mkdir()
    line = '[[event]]\nid = "{}"\nsending = "NL"\nreceiving = "RU"\ncity = "Perm"\nkind = "consulate"\n'
    line += 'event = "closed"\ndate = "2022"\nconfidence = "{}"\nsource = {{ title = "Invented" }}\n'
    (folder / "RU.toml").write_text(
        line.format("S2", "medium") + line.format("S1", "high") + line.format("S3", "low")
    )
    assert [one.id for one in read_events(tmp_path)] == ["S1", "S2"]


def test_an_event_tells_the_city_of_its_item_when_no_list_does(gazetteer: Gazetteer) -> None:
    lost, known, other = dossier("Q1", city=""), dossier("Q2", city="Perm"), dossier("Q3", city="")
    events = [event(1, "St. Petersburg", post="Q1"), event(2, post="Q2"), event(3, "*", post="Q3")]
    placed = with_cities([lost, known, other], events, gazetteer)
    assert [one.get("city") for one in placed] == ["Saint Petersburg", "Perm", None]
    assert placed[1:] == [known, other]
