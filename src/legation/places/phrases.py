"""What several words stand for, taken exactly: a city in a place, a formal name, a name with its article."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, dropwhile
from typing import Final

from legation.places.reading import Area, Reading, reading_of
from legation.places.text import fold, folded_words
from legation.places.words import Words

SEPARATORS: Final = re.compile(r"[,;()|\n،，、]| [-–—] ")
MOST_WORDS: Final = 8
FORMS_OF_STATE: Final = folded_words("""
    republic kingdom state commonwealth principality federation union sultanate emirate grand duchy territory country
    democratic people's federal federative islamic arab socialist independent sovereign united co-operative cooperative
    oriental overseas collectivity territorial  république royaume état principauté  república reino estado principado
    repubblica regno stato  republik königreich staat fürstentum  republiek koninkrijk
""")
ARTICLES: Final = folded_words("the la le les el los las die de il o os as a")
LINKS: Final = ARTICLES | folded_words("of du des d di del della do da")


class Phrases:
    """Reads phrases; several readings, likeliest first, mean that one must ask.

    Args:
        words: what single words stand for.
    """

    def __init__(self, words: Words) -> None:
        self._words = words

    def read_place(self, text: str) -> list[Reading]:
        """Read a city, a place, a code or a flag, alone or one within the other."""
        key = fold(text)
        return (
            self._words.read_code(text)
            or self._words.read_name(key)
            or self._parts(text)
            or self._beside(key.split())
            or self._words.read_name(without_article(key))
            or self._formal(key.split())
        )

    def read_citizen(self, text: str) -> list[Reading]:
        """Read a nationality, a demonym, a place, a code or a flag."""
        if found := self._words.read_code(text):
            return found
        key = fold(text)
        if self._words.is_nothing(key):
            return []
        readings = (self._words.read_citizens(form) for form in forms_of_citizens(key))
        return next(filter(None, readings), []) or self._formal(key.split())

    def read_people(self, text: str) -> list[Reading]:
        """Read what people are called, and not the name of their place."""
        readings = (self._words.read_demonyms(form) for form in forms_of_citizens(fold(text)))
        return next(filter(None, readings), [])

    def _parts(self, text: str) -> list[Reading]:
        """Read "Moscow, Russia", "Nuuk (Greenland)", "Kyiv/Lviv, Ukraine"."""
        pieces = [piece for piece in SEPARATORS.split(text) if fold(piece)]
        if len(pieces) > 1:
            return self._within(pieces[:-1], pieces[-1].strip())
        if "/" in text:
            found = [reading for piece in text.split("/") for reading in self.read_place(piece.strip())[:1]]
            return list({reading.place: reading.guessed() for reading in reversed(found)}.values())
        return self.read_place(pieces[0].strip()) if pieces and pieces[0].strip() != text else []

    def _within(self, heads: Sequence[str], tail: str) -> list[Reading]:
        """Read what the last piece contains, or else the last piece, as a guess."""
        areas = self._words.areas(tail)
        outer = self._words.wholes(areas) if areas else self.read_place(tail)
        if not outer:
            return [reading.guessed() for reading in self.read_place(", ".join(heads))]
        for head in chain.from_iterable(head.split("/") for head in heads):
            if found := self._words.inside(head, areas or [Area(reading.place) for reading in outer]):
                return [found]
        return [reading.guessed() for reading in outer]

    def _beside(self, words: list[str]) -> list[Reading]:
        """Read "moscow russia" and "russia moscow": a city beside what it lies in."""
        if len(words) <= MOST_WORDS:
            for at in range(1, len(words)):
                one, other = " ".join(words[:at]), " ".join(words[at:])
                for head, tail in ((one, other), (other, one)):
                    if (areas := self._words.areas(tail)) and (city := self._words.city_in(head, areas)):
                        return [reading_of(city)]
        return []

    def _formal(self, words: list[str]) -> list[Reading]:
        """Read a name with its form of state: Republic of Ghana, Gabonese Republic."""
        rest = list(dropwhile(FORMS_OF_STATE.__contains__, words))
        while rest and len(rest) < len(words):
            if found := self._words.read_places(" ".join(rest)):
                return found
            rest = rest[1:] if rest[0] in LINKS else []
        if len(words) > 1 and words[-1] in FORMS_OF_STATE:
            return self._words.read_citizens(" ".join(words[:-1]))
        return []


def without_article(key: str) -> str:
    """Drop the article before a folded name."""
    first, _, rest = key.partition(" ")
    return rest if first in ARTICLES else key


def forms_of_citizens(key: str) -> Iterator[str]:
    """Yield a folded demonym, its singular, without its article, and the islands of an islander."""
    single = key.removesuffix("s")
    yield from (key, single, without_article(key), without_article(single))
    if single.endswith(" islander"):
        island = single.removesuffix("er")
        yield from (f"{island}s", island, single.removesuffix(" islander"))
