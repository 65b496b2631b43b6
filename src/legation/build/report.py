"""What became of every row: the account that a build gives."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

import msgspec

from legation.build.audit import audit, render_audit
from legation.build.events import Attached
from legation.build.match import Matched, Pair
from legation.errors import StopSource
from legation.model.directory import PostRecord
from legation.model.emergency import EmergencyRecord
from legation.model.settled import CONTACTS
from legation.sources import declarations
from legation.sources.row import Row
from legation.sources.snapshot import Snapshot


class SnapshotRead(msgspec.Struct, frozen=True):
    """A snapshot and what its rows came to."""

    snapshot: Snapshot
    rows: list[Row]


class Report(msgspec.Struct, frozen=True):
    """The account of a build.

    Attributes:
        reads: each snapshot with its rows.
        refusals: why a source was refused, by its id; of it the text keeps what it had.
        matched: the posts, what was merged, what could not be told apart.
        strays: websites set aside as another post's, by the place that they name.
        attached: where the status events went.
        records: the directory.
        numbers: local emergency numbers.
        unarranged: helpers that pages name and no arrangement does, by source.
        changed: names of the files that changed.
    """

    reads: list[SnapshotRead]
    refusals: dict[str, StopSource]
    matched: Matched
    strays: dict[str, list[str]]
    attached: Attached
    records: list[PostRecord]
    numbers: list[EmergencyRecord]
    unarranged: dict[str, list[str]]
    changed: list[str]


class Section(msgspec.Struct, frozen=True):
    """A heading and under it items by what they have in common."""

    heading: str
    items: dict[str, list[str]]


SHOWN = 3
"""How many items of a group the short form names."""


def render(report: Report, full: bool = False) -> str:
    """The account as text: counts and a few examples, or every item."""
    lines = [*(refusal.message for refusal in report.refusals.values()), *map(_read_line, report.reads)]
    for section in sections(report):
        total = sum(map(len, section.items.values()))
        lines += ["", f"{section.heading}: {total:,}"]
        for name, items in sorted(section.items.items(), key=lambda entry: (-len(entry[1]), entry[0])):
            shown = items if full else items[:SHOWN]
            more = "" if len(shown) == len(items) else " …"
            lines.append(f"  {len(items):>6,}  {name}: {', '.join(shown)}{more}")
    account = render_audit(audit(report.reads, report.records))
    return "\n".join([*lines, "", *account, "", *_totals(report)]) + "\n"


def sections(report: Report) -> list[Section]:
    """Everything that was not simply mapped."""
    return [
        Section("Rows set aside", _by_reason(report)),
        Section("Values left out, kept as said, or changed", _by_remark(report.reads)),
        Section("Merged", _by_ground(report.matched.pairs, "same")),
        Section("Not told apart, kept as two posts", _by_ground(report.matched.pairs, "unsure")),
        Section("Websites set aside, another post's", report.strays),
        Section("Helpers that no arrangement names", report.unarranged),
        *_vanished(report),
        Section(
            "Posts known from status events alone", {"new": [group.id for group in report.attached.founded]}
        ),
    ]


def _read_line(read: SnapshotRead) -> str:
    aside = sum(row.set_aside is not None for row in read.rows)
    mapped = sum(row.set_aside is None for row in read.rows)
    snapshot = read.snapshot
    return (
        f"{snapshot.source} {snapshot.seen}: {len(read.rows):,} rows = {mapped:,} mapped + {aside:,} set aside "
        f"(sha256 {snapshot.digest[:12]})"
    )


def _by_reason(report: Report) -> dict[str, list[str]]:
    reasons: dict[str, list[str]] = defaultdict(list)
    for read in report.reads:
        for row in read.rows:
            if row.set_aside:
                reasons[row.set_aside].append(f"{row.record} ({row.locator})")
    for reason, dossiers in report.matched.aside.items():
        reasons[reason] += [dossier.record for dossier in dossiers]
    return reasons


def _by_remark(reads: Iterable[SnapshotRead]) -> dict[str, list[str]]:
    """What the newest word on each record remarks."""
    remarks: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for read in reads:
        allowed = {one.field for one in declarations()[read.snapshot.source].allowed}
        for row in read.rows:
            for remark in row.remarks:
                if remark.code == "leftover" and remark.value in allowed:
                    continue
                name = f"leftover {remark.value}" if remark.code == "leftover" else remark.code
                remarks[name, row.record][remark.value] = f"{row.record} {remark.value}"
    grouped: dict[str, list[str]] = defaultdict(list)
    for (name, record), values in remarks.items():
        grouped[name] += [record] if name.startswith("leftover") else values.values()
    return grouped


def _by_ground(pairs: Iterable[Pair], verdict: str) -> dict[str, list[str]]:
    grounds: dict[str, list[str]] = defaultdict(list)
    for pair in pairs:
        if pair.judgement.verdict == verdict:
            grounds[pair.judgement.ground].append(f"{pair.one} + {pair.other}")
    return grounds


def _vanished(report: Report) -> Iterator[Section]:
    """Between each two snapshots of a source, what is gone and was not merged into a post that is still listed."""
    leaders = {one.record: group.id for group in report.matched.groups for one in group.dossiers}
    whose = {one.record: group.sending for group in report.matched.groups for one in group.dossiers}
    for older, newer in pairwise(report.reads):
        if older.snapshot.source != newer.snapshot.source:
            continue
        now = {row.record for row in newer.rows}
        gone = sorted({row.record for row in older.rows if row.claims} - now)
        states: dict[str, list[str]] = defaultdict(list)
        for record in gone:
            merged = leaders.get(record, record) != record and leaders[record] in now
            states["merged into a listed post" if merged else whose.get(record, "?")].append(record)
        heading = (
            f"Vanished from {newer.snapshot.source} between {older.snapshot.seen} and {newer.snapshot.seen}"
        )
        yield Section(f"{heading}, to be reviewed", dict(states))


def _totals(report: Report) -> Iterator[str]:
    kinds = Counter(str(record.claims["kind"][0].value) for record in report.records)
    fields = Counter(field for record in report.records for field in record.claims)
    total = len(report.records)
    unlisted = sum(bool(record.missing) for record in report.records)
    yield f"Posts: {total:,}, of which {unlisted:,} are no longer listed"
    yield "  " + ", ".join(f"{kind} {number:,}" for kind, number in kinds.most_common())
    yield "  " + ", ".join(
        f"{field} {fields[field]:,}" for field in ("position", "city", *CONTACTS) if fields[field]
    )
    events = sum(map(len, report.attached.events.values()))
    yield f"Status events: {events:,} on {len(report.attached.events):,} posts"
    yield f"Local emergency numbers: {len(report.numbers):,} places"
    yield f"Files changed: {len(report.changed):,}"
