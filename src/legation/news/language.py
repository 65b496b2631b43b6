"""Tell the language of a text by its script and its commonest words; no model, no doubt shown as certainty."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_WORDS: Final = """
en the of and to in that is was for on with by said from has have had it its were an be this which
fr le la les des du et est une dans que qui pour sur par au aux avec ce cette ont été plus il elle ne pas
es el la los las de y en que por con para una un se su del al es ha más como este fue lo sus pero
de der die das und ist den dem ein eine von zu mit im auf für nicht des sich auch dass nach wurde hat bei
nl de het een van en in is dat op te zijn voor met die niet aan er ook naar door bij wordt werd heeft om
pt o os as de da do das dos e em que para com uma um não se por na no ao foi mais como à é
it il lo la gli di del della che e per una un con non è sono da nel nella più ha alla dei delle anche si
ru и в не на что с по как из за от к его это был для о а но она они у же также после
uk і в не на що з та як із за від до його це був для про а але вона вони у також після є й
tr ve bir bu da de için ile olarak çok daha olan gibi sonra kadar ise ancak en ne var
pl i w na z się nie do że jest to o po jak za od przez ale dla oraz są który która został
id yang dan di dari dengan untuk ini itu pada tidak dalam adalah akan oleh ke juga sebagai telah
sv och att det i på en som av för är med den till inte har de ett om var från vid kan
ro și în de la cu care pe nu este un o din pentru a fost sunt mai că lui ale
"""
_COMMON: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {line[:2]: frozenset(line[3:].split()) for line in _WORDS.strip().splitlines()}
)
_SCRIPTS: Final = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("ar", re.compile(r"[\u0621-\u06d3]")),
    ("el", re.compile(r"[\u0391-\u03c9]")),
    ("he", re.compile(r"[\u05d0-\u05ea]")),
    ("th", re.compile(r"[\u0e01-\u0e5b]")),
)
_ENGLISH: Final = (" the ", " and ", " said ", " The ")
_ENOUGH_ENGLISH: Final = 4
_WORD: Final = re.compile(r"[^\W\d_]+")
_READ: Final = frozenset({"ar", "de", "en", "es", "fr", "hi", "it", "nl", "pt", "ru", "uk", "zh"})
_SAMPLE: Final = 1200
_SCRIPT_SHARE: Final = 0.25
_SURE: Final = 0.08


def find_language(text: str) -> str | None:
    """BCP 47 code of the language of a text; None when it is too short or none of those we can tell."""
    sample = text[:_SAMPLE]
    if sum(map(sample.count, _ENGLISH)) >= _ENOUGH_ENGLISH:
        return "en"
    words = _WORD.findall(sample.lower())
    least = max(2, _SURE * len(words))
    if sum(map(_COMMON["en"].__contains__, words)) >= 2 * least:
        return "en"
    letters = sum(map(str.isalpha, sample)) or 1
    for language, script in _SCRIPTS:
        if len(script.findall(sample)) > _SCRIPT_SHARE * letters * (0.3 if language == "ja" else 1):
            return language
    shares = {language: sum(map(common.__contains__, words)) for language, common in _COMMON.items()}
    best = max(shares, key=lambda language: shares[language])
    return best if shares[best] >= least else None


def is_read(language: str | None) -> bool:
    """Whether we know the names of places in a language; an unknown language gets the benefit of the doubt."""
    return language is None or language.split("-")[0].lower() in _READ
