"""The status events of `data/status/` hold together, and leave out no event that was found."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from tests.project.conftest import DATA, FindCopies, FindUnknown, ReadRows

from legation.find.state import begins_on, ends_on
from legation.model.directory import Source, StatusEvent
from legation.store.posts import read_status

FILES = sorted((DATA / "status").glob("*.toml"))
EVENTS = [event for path in FILES for event in read_status(path)]
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
REFUGE = re.compile(r"\S.*, ([A-Z]{2})")
SAME = {
    "services_limited": "services-limited",
    "relocated_temporarily": "relocated",
    "relations_broken": "relations-broken",
}
READ_OTHERWISE = {
    "S014": "seen-open",  # stayed open, or named as open: says nothing of the days before
    "S032": "seen-open",
    "S035": "seen-open",
    "S036": "seen-open",
    "S385": "seen-open",
    "S057": "moved",  # the formal opening of a building; the post had worked before
    "S072": "closed",  # services come from elsewhere: there is no post
    "S229": "closed",
    "S323": "closed",
    "S331": "closed",  # closed since 2012 and still without services
    "S206": "suspended",  # suspended since 2014 and still so
}
each_event = pytest.mark.parametrize("event", EVENTS, ids=lambda event: str(event.id))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.stem))
def test_a_file_is_one_place_in_order(path: Path, places: set[str], unknown_fields: FindUnknown) -> None:
    raw = tomllib.loads(path.read_text(encoding="utf-8"))["event"]
    assert path.stem in places
    assert {record["receiving"] for record in raw} == {path.stem}
    keys = [(r["sending"], r["city"], r["date"], r["id"]) for r in raw]
    assert keys == sorted(keys)
    for record in raw:
        assert not unknown_fields(record, StatusEvent), record["id"]
        assert not unknown_fields(record["source"], Source), record["id"]


def test_identifiers_are_unique() -> None:
    assert [i for i, count in Counter(event.id for event in EVENTS).items() if count > 1] == []


def test_a_post_is_of_one_state_and_place() -> None:
    seen: dict[str, set[tuple[str, str]]] = {}
    for event in EVENTS:
        if event.post:
            seen.setdefault(event.post, set()).add((event.sending, event.receiving))
    assert {post: whose for post, whose in seen.items() if len(whose) > 1} == {}


@each_event
def test_event(event: StatusEvent, places: set[str]) -> None:
    assert event.sending in places | {"EU"}
    assert event.sending != event.receiving
    assert DATE.fullmatch(event.date)
    assert event.until is None or (
        DATE.fullmatch(event.until) and begins_on(event.date) <= ends_on(event.until)
    )
    for refuge in event.operates_from:
        match = REFUGE.fullmatch(refuge)
        assert match, refuge
        assert match[1] in places, refuge
    assert event.confidence in ("high", "medium")
    assert event.source.url is None or re.match(r"https?://", event.source.url)
    assert event.source.date is None or DATE.fullmatch(event.source.date)
    assert event.city != "*" or (event.event in ("relations-broken", "closed") and not event.post)
    assert not event.unconfirmed or (event.event in ("suspended", "relocated") and event.source.date)


def test_every_event_found_is_modelled(capture_rows: ReadRows) -> None:
    ours = {event.id: event for event in EVENTS}
    rows = capture_rows("status/status.csv")
    assert len(rows) == 404
    for row in rows:
        event = ours[row["id"]]
        expected = READ_OTHERWISE.get(row["id"]) or SAME.get(row["event"], row["event"])
        assert (event.event, event.sending, event.receiving) == (expected, row["sending"], row["receiving"])
        assert (event.date, event.until or "") == (row["date"], row["until"])
        assert event.city in (row["city"], "*")
        assert not row["qid"] or event.post == row["qid"] or event.city == "*"
        announced = row["last_known_state"] in ("closing_announced", "opening_announced")
        assert event.announced == announced or row["id"] == "S241", row["id"]


def test_no_sentence_is_copied(capture_rows: ReadRows, copies: FindCopies) -> None:
    theirs = [row["what"] for row in capture_rows("status/status.csv")]
    assert copies([event.note or "" for event in EVENTS], theirs) == []
