"""Read the date of a line: `Published on 31/05/2012`, `31 May 2012`, `May 31, 2012`, `2012年5月31日`."""

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

_MONTHS: Final = """
jan january janv janvier ene enero januar januari janeiro янв января січ січня يناير जनवरी
feb february févr février febrero februar februari fev fevereiro февр февраля лют лютого فبراير फ़रवरी
mar march mars marzo märz mär maart mrt março мар марта бер березня مارس मार्च
apr april avr avril abr abril апр апреля квіт квітня أبريل ابريل अप्रैल
may mai mayo mei maio мая трав травня مايو मई
jun june juin junio juni junho июн июня черв червня يونيو जून
jul july juil juillet julio juli julho июл июля лип липня يوليو जुलाई
aug august août ago agosto augustus авг августа серп серпня أغسطس अगस्त
sep sept september septembre septiembre setembro set сент сентября вер вересня سبتمبر सितंबर
oct october octobre octubre okt oktober outubro out окт октября жовт жовтня أكتوبر अक्टूबर
nov november novembre noviembre novembro нояб ноября лист листопада نوفمبر नवंबर
dec december déc décembre dic diciembre dez dezember dezembro дек декабря груд грудня ديسمبر दिसंबर
"""
_MONTH_NUMBER: Final[Mapping[str, int]] = MappingProxyType(
    {name: number for number, names in enumerate(_MONTHS.split("\n")[1:-1], 1) for name in names.split()}
)
_ISO: Final = re.compile(r"\b((?:19|20)\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)")
_NUMBERS: Final = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)\d\d)(?!\d)")
_DAY_MONTH: Final = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.|º)? (?:de |of )?([^\W\d_]\S{1,11}?)[.,]?,? (?:de |of )?((?:19|20)\d\d)(?!\d)"
)
_MONTH_DAY: Final = re.compile(r"\b([^\W\d_]{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\d\d)(?!\d)")
_AMERICAN: Final = re.compile(r"\b(?:E[SD]?T|C[SD]T|M[SD]T|P[SD]?T)\b")
_MODIFIED: Final = re.compile(
    r"\b(?:updated|modified|last (?:edited|changed)|mise? à jour|modifié|actualizado|aktualisiert|bijgewerkt|gewijzigd"
    r"|atualizad[oa]|обновлено|оновлено)\b|تحديث|更新|अपडेट",
    re.IGNORECASE,
)
_LONGEST_LINE: Final = 160
_FIRST_YEAR: Final = 1850


def find_date(line: str) -> str | None:
    """The first date in a short line, ISO; a number date is read day first unless that is impossible or American."""
    if len(line) > _LONGEST_LINE:
        return None
    if found := _ISO.search(line):
        return _make(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERS.search(line):
        first, second, year = int(found[1]), int(found[2]), int(found[3])
        month_first = first <= 12 and (second > 12 or bool(_AMERICAN.search(line)))
        return _make(year, first, second) if month_first else _make(year, second, first)
    return _find_named_date(line.lower())


def _find_named_date(line: str) -> str | None:
    for found in _DAY_MONTH.finditer(line):
        if month := _MONTH_NUMBER.get(found[2]):
            return _make(int(found[3]), month, int(found[1]))
    for found in _MONTH_DAY.finditer(line):
        if month := _MONTH_NUMBER.get(found[1]):
            return _make(int(found[3]), month, int(found[2]))
    return None


def says_modified(line: str) -> bool:
    """Whether a line's date is that of a later change."""
    return bool(_MODIFIED.search(line))


def _make(year: int, month: int, day: int) -> str | None:
    try:
        made = date(year, month, day)
    except ValueError:
        return None
    return made.isoformat() if year >= _FIRST_YEAR else None
