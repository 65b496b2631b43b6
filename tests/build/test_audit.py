from pathlib import Path

from legation.build.audit import Account, audit, render_audit
from legation.build.report import SnapshotRead
from legation.model.claims import Claim, Said, Value
from legation.model.directory import PostRecord, Seen
from legation.sources.row import Row
from legation.sources.snapshot import Snapshot


def row(record: str, **fields: Value) -> Row:
    claims = [Claim("invented", "2026-01-01", None, record, field, value) for field, value in fields.items()]
    return Row(record, record, tuple(claims))


def test_what_is_offered_kept_and_settled_is_counted() -> None:
    old = SnapshotRead(Snapshot("invented", "2025-01-01", (Path("old"),)), [row("a", hours="9-5")])
    rows = [
        row("a", phones=["+12025550101"]),
        row("b", phones=["+12025550102"]),
        row("c", address="1 Street"),
    ]
    new = SnapshotRead(Snapshot("invented", "2026-01-01", (Path("new"),)), rows)
    phones = (
        Said(["+12025550109"], "other", "2026-02-01"),
        Said(["+12025550101"], "invented", "2026-01-01"),
    )
    address = (Said("1 Street", "invented", "2026-01-01"),)
    claims = {"phones": phones, "address": address}
    record = PostRecord("Q1", "NL", "RU", (Seen("invented", "2025-01-01", "2026-01-01"),), claims)
    accounts = list(audit([old, new], [record]))
    assert accounts == [
        Account("invented", "address", 1, 1, 1),
        Account("invented", "phones", 2, 1, 0),
    ]
    assert "invented            phones                    2        1        0" in "\n".join(
        render_audit(accounts)
    )
