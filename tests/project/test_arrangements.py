"""The arrangements and groups of `data/arrangements/` hold together, and leave out no fact that was found."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from tests.project.conftest import DATA, FindCopies, FindUnknown, ReadRows

from legation.find.ladder import RUNG_OF_KIND
from legation.find.state import begins_on, ends_on
from legation.model.codes import NEEDS
from legation.model.directory import Arrangement, Group, Member, Source
from legation.store.arrangements import ArrangementFile, decode

FILES = sorted((DATA / "arrangements").glob("*.toml"))
ARRANGEMENTS = [a for path in FILES for a in decode(path, ArrangementFile).arrangement]
GROUPS = [g for path in FILES for g in decode(path, ArrangementFile).group]
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
POST = re.compile(r"([A-Z]{2}) \S.*, ([A-Z]{2})")
each_arrangement = pytest.mark.parametrize("one", ARRANGEMENTS, ids=lambda one: str(one.id))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.name))
def test_no_field_is_unknown(path: Path, unknown_fields: FindUnknown) -> None:
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    for record in raw.get("arrangement", []):
        assert not unknown_fields(record, Arrangement), record["id"]
        assert not unknown_fields(record["source"], Source), record["id"]
    for record in raw.get("group", []):
        assert not unknown_fields(record, Group), record["id"]
        assert not any(unknown_fields(member, Member) for member in record["members"]), record["id"]


def test_identifiers_are_unique() -> None:
    assert [i for i, count in Counter(one.id for one in ARRANGEMENTS).items() if count > 1] == []
    assert [i for i, count in Counter(group.id for group in GROUPS).items() if count > 1] == []


@each_arrangement
def test_codes_resolve(one: Arrangement, places: set[str]) -> None:
    known = {f"@{group.id}" for group in GROUPS} | places | {"*", "EU"}
    named = (*one.beneficiaries, *one.helpers, *one.receiving, *one.except_receiving)
    assert [code for code in named if code not in known] == []


@each_arrangement
def test_named_posts_have_a_state_a_city_and_a_place(one: Arrangement, places: set[str]) -> None:
    for post in one.posts:
        match = POST.fullmatch(post)
        assert match, post
        assert {*match.groups()} <= places, post


@each_arrangement
def test_dates_are_in_order(one: Arrangement) -> None:
    spans = [(one.since or "", one.until or ""), *one.suspended]
    for first, last in spans:
        assert all(DATE.fullmatch(date) for date in (first, last) if date), (first, last)
        assert not (first and last) or begins_on(first) <= ends_on(last)
    assert one.source.date is None or DATE.fullmatch(one.source.date)


@each_arrangement
def test_vocabularies_hold(one: Arrangement) -> None:
    assert one.requires in ("no-resident-post", "no-post", "none")
    assert one.confidence in ("high", "medium")
    assert set(one.before_own) <= {*NEEDS, "*"}
    assert one.rung is None or 1 <= one.rung <= 6
    assert one.source.url is None or re.match(r"https?://", one.source.url)
    assert one.title == one.title.strip() != ""
    assert one.limits or one.kind not in ("principle", "no-help")


@each_arrangement
def test_what_offers_posts_names_who_helps_whom(one: Arrangement) -> None:
    if one.kind in RUNG_OF_KIND:
        assert one.beneficiaries
        assert one.helpers


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: str(group.id))
def test_groups_have_known_members_in_order(group: Group, places: set[str]) -> None:
    codes = [member.code for member in group.members]
    assert codes == sorted(codes)
    assert set(codes) <= places
    for member in group.members:
        assert not (member.since and member.until) or begins_on(member.since) <= ends_on(member.until)


@pytest.mark.parametrize(
    ("group", "code", "day", "belongs"),
    [
        ("EU", "HR", "2013-06-30", False),
        ("EU", "HR", "2013-07-01", True),
        ("EU", "GB", "2020-01-31", True),
        ("EU", "GB", "2020-02-01", False),
        ("COMMONWEALTH", "GA", "2022-06-24", False),
        ("COMMONWEALTH", "TG", "2022-06-29", True),
        ("COMMONWEALTH", "MV", "2019-06-01", False),
        ("COMMONWEALTH", "MV", "2020-02-01", True),
        ("COMMONWEALTH", "GM", "2015-01-01", False),
        ("COMMONWEALTH", "GM", "2018-02-08", True),
        ("COMMONWEALTH", "IE", "2022-11-16", False),
    ],
)
def test_membership_is_dated(group: str, code: str, day: str, belongs: bool) -> None:
    members = next(one.members for one in GROUPS if one.id == group)
    assert belongs == any(
        member.code == code
        and (member.since is None or begins_on(member.since) <= day)
        and (member.until is None or day <= ends_on(member.until))
        for member in members
    )


def test_every_row_found_is_modelled(capture_rows: ReadRows) -> None:
    have = {one.id for one in ARRANGEMENTS} | {one.rule for one in ARRANGEMENTS}
    rows = capture_rows("arrangements/arrangements.csv")
    assert len(rows) > 80
    assert [row["id"] for row in rows if row["id"] not in have] == []


def test_no_sentence_is_copied(capture_rows: ReadRows, copies: FindCopies) -> None:
    rows = capture_rows("arrangements/arrangements.csv")
    ours = [text for one in ARRANGEMENTS for text in (one.title, one.limits or "")]
    assert copies(ours, [row[field] for row in rows for field in ("help_covered", "limits")]) == []
