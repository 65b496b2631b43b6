"""From what a source calls a place to codes of the register: exact names and codes only, never a guess."""

import tomllib
from collections.abc import Iterable
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
        return cls.of((code, entry["name"], entry.get("alpha3")) for code, entry in register.items())

    @classmethod
    def of(cls, places: Iterable[tuple[str, str, str | None]]) -> Self:
        """Make it of code, name and alpha-3 code of each place of the register."""
        known = list(places)
        names: dict[str, tuple[str, ...]] = {_folded(name): (code,) for code, name, _ in known}
        names |= {name: tuple(codes) for name, codes in tomllib.loads(NAMES.read_text("utf-8")).items()}
        alpha3 = {alpha3: code for code, _, alpha3 in known if alpha3}
        return cls(frozenset(code for code, _, _ in known), alpha3, names)

    def get_code(self, said: object) -> str | None:
        """A code of the register from an alpha-2 or alpha-3 code in any case, or None."""
        code = said.strip().upper() if isinstance(said, str) else ""
        return code if code in self.codes else self.alpha3.get(code)

    def get_named(self, said: str) -> tuple[str, ...] | None:
        """The places of a name; empty for a part of one; None when the name is not known."""
        return self.names.get(_folded(said))


def _folded(name: str) -> str:
    return name.translate(APOSTROPHES).strip().casefold()
