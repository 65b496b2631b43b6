"""A row while it is read: its cells are popped one by one, so that what nobody took can be seen at the end."""

from legation.model.claims import Claim, Value
from legation.model.settled import DERIVED
from legation.sources.contact import clean
from legation.sources.row import Remark, Row


class Draft:
    """Collects the claims and remarks of one row.

    Args:
        cells: the row's cells by column; emptied as they are read.
        source, seen: whose snapshot of which date. record, locator: as in `Row`.
    """

    def __init__(self, cells: dict[str, str], source: str, seen: str, record: str, locator: str) -> None:
        self.cells = cells
        self.source = source
        self.seen = seen
        self.record = record
        self.locator = locator
        self.claims: list[Claim] = []
        self.remarks: list[Remark] = []

    def pop(self, column: str) -> str:
        """Take a cell, cleaned; empty when the snapshot has no such column."""
        return clean(self.cells.pop(column, ""))

    def pop_all(self, column: str) -> list[str]:
        """Take a cell that may hold several values with bars between."""
        return [clean(part) for part in self.cells.pop(column, "").split("|") if part.strip()]

    def say(self, field: str, value: Value) -> None:
        """Claim what the row states; nothing when it is empty."""
        if value not in ("", []):
            self.claims.append(Claim(self.source, self.seen, None, self.record, field, value))

    def derive(self, field: str, value: Value, ground: str) -> None:
        """Claim what follows from the row by a rule, named in `ground`."""
        self.claims.append(Claim(DERIVED, self.seen, ground, self.record, field, value))

    def remark(self, code: str, value: str) -> None:
        """Note a value that was left out or changed."""
        self.remarks.append(Remark(code, value))

    def mapped(self) -> Row:
        """The row with its claims; a cell that is left and not empty is remarked."""
        for column, cell in self.cells.items():
            if cell.strip():
                self.remark("leftover", column)
        return Row(self.record, self.locator, tuple(self.claims), remarks=tuple(self.remarks))

    def set_aside(self, reason: str) -> Row:
        """The row without claims, and why."""
        return Row(self.record, self.locator, set_aside=reason, remarks=tuple(self.remarks))
