"""Names that come close to a misspelt one: always a guess, never an answer."""

import sqlite3
from functools import cached_property, lru_cache
from typing import Final

SHORTEST, LONG = 4, 7
CITIZENS: Final = 6
"""From how many letters a misspelt demonym is looked for where a place is asked."""
SUGGESTED: Final = 5
WIDE: Final = frozenset({"en", "es", "fr", "pt", "de", "it", "nl", "id", "tr", "vi"})
"""Languages in Latin script whose short names people misspell."""
OMITTED, CHANGED, ADDED = 10, 12, 13
"""People leave a letter out more often than they type a wrong one, or one too many."""


class Spelling:
    """Finds the known names closest to a folded one.

    Args:
        connection: an open store; rows as plain tuples.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.closest = lru_cache(maxsize=512)(self._closest)

    def _closest(self, key: str, cities: bool) -> tuple[str, ...]:
        """Return the names within the errors allowed for the length, those nearest first."""
        if len(key) < SHORTEST:
            return ()
        lists = [self._place_keys]
        if not cities or len(key) >= CITIZENS:
            lists.append(self._citizen_keys)
        if cities:
            lists += [self._region_keys, self._city_keys]
        found = {
            name for keys in lists for name in self._within(key, keys, allowed(key)) if plausible(key, name)
        }
        return tuple(sorted(found, key=lambda name: (errors(key, name), name)))

    def suggest(self, key: str) -> tuple[str, ...]:
        """Return a few names that are nearest, however far, for a person to pick from."""
        if len(key) < SHORTEST:
            return ()
        return tuple(self._within(key, self._place_keys, allowed(key) + 1))[:SUGGESTED]

    def _within(self, key: str, names: list[str], limit: int) -> list[str]:
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        found = extract(key, names, scorer=OSA.distance, score_cutoff=limit, limit=20)
        return [name for name, _, _ in found]

    @cached_property
    def _place_keys(self) -> list[str]:
        return self._keys("'place', 'contested', 'loose'")

    @cached_property
    def _region_keys(self) -> list[str]:
        return self._keys("'region'")

    @cached_property
    def _citizen_keys(self) -> list[str]:
        return self._keys("'citizen'")

    def _keys(self, kinds: str) -> list[str]:
        query = f"SELECT key, languages FROM place_names WHERE kind IN ({kinds}) AND length(key) > 3"
        return list(
            dict.fromkeys(
                key for key, languages in self._connection.execute(query) if telling(key, languages)
            )
        )

    @cached_property
    def _city_keys(self) -> list[str]:
        query = "SELECT DISTINCT key FROM city_names INDEXED BY famous_city_names WHERE famous"
        return [key for (key,) in self._connection.execute(query)]


def telling(key: str, languages: str | None) -> bool:
    """Whether a misspelling of the name can be told from other words: long, in its own script, or widely known."""
    return len(key) > CITIZENS or not key.isascii() or not languages or not WIDE.isdisjoint(languages.split())


def plausible(typed: str, meant: str) -> bool:
    """Whether a person may have typed the one for the other: nobody gets the first letter of a short name wrong."""
    if len(typed) == SHORTEST and len(meant) <= len(typed) and sorted(typed) != sorted(meant):
        return False
    first = typed[0] == meant[0] or typed[:2] == meant[1::-1]
    return first or (len(typed) >= LONG and errors(typed, meant) < 2)


def allowed(key: str) -> int:
    """Return how many errors a name of this length may have: one, two from nine letters."""
    return 2 if len(key) >= 9 else 1


def errors(typed: str, meant: str) -> float:
    """Count the errors between what was typed and a name; likelier ones count a little less."""
    from rapidfuzz.distance import OSA, Levenshtein

    likelihood = Levenshtein.distance(typed, meant, weights=(OMITTED, ADDED, CHANGED))
    return OSA.distance(typed, meant) + likelihood / 1000
