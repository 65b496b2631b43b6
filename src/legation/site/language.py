"""The languages of the site: catalogues of messages, names of places, and the choice among them."""

import gettext
import io
from functools import cache
from pathlib import Path
from typing import Final

from legation.model.situation import LANGUAGES

OWN_NAMES: Final = {
    "en": "English",
    "fr": "Français",
    "es": "Español",
    "de": "Deutsch",
    "nl": "Nederlands",
    "pt": "Português",
    "ru": "Русский",
    "uk": "Українська",
    "ar": "العربية",
    "zh": "中文",
    "hi": "हिन्दी",
}
RIGHT_TO_LEFT: Final = frozenset({"ar"})
LOCALE: Final = Path(__file__).parent / "locale"


@cache
def translations(language: str) -> gettext.NullTranslations:
    """The catalogue of a language, compiled from its .po file; English is what the messages are written in."""
    path = LOCALE / f"{language}.po"
    if not path.exists():
        return gettext.NullTranslations()
    import polib

    return gettext.GNUTranslations(io.BytesIO(polib.pofile(str(path)).to_binary()))


def direction(language: str) -> str:
    """How a language is written: `ltr` or `rtl`."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def preferred(accept_language: str) -> str:
    """The best of our languages for an `Accept-Language` header (RFC 9110, 12.5.4); English when none fits."""
    wishes = [_wish(part, order) for order, part in enumerate(accept_language[:500].split(","))]
    for quality, _, tag in sorted(wishes):
        if quality < 0 and tag in LANGUAGES:
            return tag
    return "en"


def _wish(part: str, order: int) -> tuple[float, int, str]:
    tag, _, parameters = part.strip().partition(";")
    _, _, value = parameters.partition("q=")
    try:
        quality = float(value) if value else 1.0
    except ValueError:
        quality = 0.0
    return -quality, order, tag.strip().partition("-")[0].lower()
