"""Telephone numbers as the Philippine list writes them: local numbers of Manila, area codes said once."""

import re
from typing import Final

AREA = re.compile(r"^\(0?(?P<area>\d{1,3})\)\s*(?P<rest>.*)")
FAX = re.compile(r"\bT?F$")
TRUNK = re.compile(r"\s*\b(?:TL|TF|loc\.?\s*\d+|local\s*\d+)$", re.I)
MORE = re.compile(r"\s+to\s+\d{2,4}$", re.I)
"""The end of a range of lines: the first of them is a number, the rest are not written out."""
MANILA: Final = "2"
MANILA_DIGITS: Final = 8
"""Since October 2019 a local number of Metro Manila has eight digits, one of any other area seven."""


def parse_numbers(said: str) -> list[str]:
    """The numbers of an entry in national form; faxes are left out, the area code of the number before holds on."""
    numbers, area = [], ""
    for part in (part.strip() for part in said.split(";")):
        written = re.sub(r"^[A-Za-z]+:\s*", "", part)
        if match := AREA.match(written):
            area, written = match["area"], match["rest"]
        if FAX.search(written) and not written.endswith("TF"):
            continue
        bare = MORE.sub("", TRUNK.sub("", written).strip()).strip()
        if digits := re.sub(r"\D", "", bare):
            code = _area(digits, area) if _is_local(bare, digits) else ""
            numbers.append(f"0{code}{digits}" if code else bare)
    return numbers


def _is_local(bare: str, digits: str) -> bool:
    return not bare.startswith(("+", "0")) and len(digits) in (7, MANILA_DIGITS)


def _area(digits: str, area: str) -> str:
    """The area code of a local number: eight digits are Manila's, seven follow the number before."""
    return MANILA if len(digits) == MANILA_DIGITS else area
