"""How fast do contacts decay? Two Argentine lists of the same posts, three years apart, tell.

`python -m eval.decay [CAPTURES]` prints, for each kind of contact, how many posts have both, how many changed, the
yearly rate that follows, and after how many days one in ten is expected to be wrong: the ages `find` calls stale.
"""

import csv
import math
import re
import sys
from pathlib import Path

YEARS = 3.0
"""From the older list to the newer (2022-23 to 2025), as the publisher dates them."""
TOLERATED = 0.10
FIELDS = {
    "phones": "telefono_principal",
    "emails": "correo_electronico",
    "emergency_phones": "celular_guardia",
    "address": "direccion",
    "hours": "atencion_comentario",
}


def read(path: Path) -> dict[str, dict[str, str]]:
    """Rows of one list by the publisher's own identifier."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["sede_id"]: row for row in csv.DictReader(file)}


def same_form(field: str, value: str) -> str:
    """What counts as the same contact: digits of a number, letters and digits of everything else."""
    kept = re.sub(r"\D" if "phones" in field else r"[\W_]+", "", value.casefold())
    return kept.lstrip("0") if "phones" in field else kept


def main() -> None:
    """Print the table."""
    captures = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    old = read(captures / "missions/argentina/lista-sedes-datos-2022.csv")
    new = read(captures / "missions/argentina/lista-sedes-datos-2025.csv")
    print(f"{'field':18}{'both':>6}{'changed':>9}{'a year':>8}{'10 % wrong after':>19}")
    for field, column in FIELDS.items():
        pairs = [
            (same_form(field, old[k][column]), same_form(field, new[k][column]))
            for k in old.keys() & new.keys()
        ]
        both = [(a, b) for a, b in pairs if a and b]
        changed = sum(a != b for a, b in both)
        rate = -math.log(1 - changed / len(both)) / YEARS
        days = -math.log(1 - TOLERATED) / rate * 365.25
        print(f"{field:18}{len(both):>6}{changed:>9}{1 - math.exp(-rate):>8.1%}{days:>14.0f} days")


if __name__ == "__main__":
    main()
