"""From what a source calls a place to codes of the register: exact names and codes only, never a guess."""

import tomllib
from pathlib import Path
from typing import Final, Self

import msgspec

NAMES: Final = Path(__file__).with_name("names.toml")
APOSTROPHES: Final = str.maketrans({"’": "'", "‘": "'", "`": "'", "ʼ": "'"})


class PlaceCodes(msgspec.Struct, frozen=True):
    """Every way in which the sources of advice, conflicts and alerts name a place.

    Attributes:
        codes: codes of the register. alpha3: ISO 3166-1 alpha-3 to code. names: folded name to codes.
    """

    codes: frozenset[str]
    alpha3: dict[str, str]
    names: dict[str, tuple[str, ...]]

    @classmethod
    def read(cls, data: Path) -> Self:
        """Read the register of places below `data`, and the names that only the sources use."""
        register = tomllib.loads((data / "places" / "register.toml").read_text(encoding="utf-8"))
        names: dict[str, tuple[str, ...]] = {
            _folded(entry["name"]): (code,) for code, entry in register.items()
        }
        names |= {name: tuple(codes) for name, codes in tomllib.loads(NAMES.read_text("utf-8")).items()}
        alpha3 = {entry["alpha3"]: code for code, entry in register.items() if "alpha3" in entry}
        return cls(frozenset(register), alpha3, names)

    def get_code(self, said: object) -> str | None:
        """A code of the register from an alpha-2 or alpha-3 code in any case, or None."""
        code = said.strip().upper() if isinstance(said, str) else ""
        return code if code in self.codes else self.alpha3.get(code)

    def get_named(self, said: str) -> tuple[str, ...] | None:
        """The places of a name; empty for a part of one; None when the name is not known."""
        return self.names.get(_folded(said))


def _folded(name: str) -> str:
    return name.translate(APOSTROPHES).strip().casefold()
