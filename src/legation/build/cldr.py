"""Names of places and languages from CLDR, by way of Babel (Unicode licence)."""

from collections.abc import Mapping

from babel import Locale

PSEUDO = frozenset({"XA", "XB"})
"""Codes that CLDR uses for test locales, and our register for a place."""


def territories(locale: str) -> Mapping[str, str]:
    """Return the names of places in a language, by code."""
    names = Locale.parse(locale).territories
    return {code: name for code, name in names.items() if code not in PSEUDO}


def languages(locale: str) -> Mapping[str, str]:
    """Return the names of languages in a language, by code."""
    return Locale.parse(locale).languages
