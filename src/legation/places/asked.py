"""What a question as a whole says: its splits tried, likeliest first, and then the names among other words."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Final, cast

from msgspec.structs import replace

from legation.errors import AmbiguousInput, Candidate, InputError, UnknownInput, UnreadableInput
from legation.model.place import Match
from legation.places.persons import status_of
from legation.places.phrases import Phrases
from legation.places.question import citizenships_in, forms, is_dual, people_from, places_among, splits
from legation.places.words import Words
from legation.places.written import printable

MOST_SPLITS: Final = 6
MOST_OF_HALF: Final = 3
"""Words of the half of a question that may be a name; more are a tale."""

Exact = Callable[[str], Match | None]
Close = Callable[[str], Match]
Understood = tuple[tuple[Match, ...], Match]
"""The citizenships of one person, and where that person is."""


class Questions:
    """Reads whose citizen and where out of words.

    Args:
        phrases, words: what the words stand for.
        exact: parse a citizenship, and a place, exactly.
        close: the same, likely misspellings too; they raise where there is nothing.
    """

    def __init__(
        self, phrases: Phrases, words: Words, exact: tuple[Exact, Exact], close: tuple[Close, Close]
    ) -> None:
        self._phrases, self._words = phrases, words
        self._citizenship, self._place = exact
        self._close_citizenship, self._close_place = close

    def read(self, words: str) -> Understood:
        """Read a question.

        Raises:
            InputError: one of the two is missing, unknown or ambiguous.
        """
        found = self._exact(words) or self._close(words) or self._among(words)
        if found is None:
            raise self._unknown(words)
        return found

    def read_several(self, text: str) -> tuple[Match, ...]:
        """Read "dutch and turkish"; nothing for one nationality, such as Trinidad and Tobago's."""
        return () if self._try(text, self._citizenship) else self._joined(text)

    def _exact(self, words: str) -> Understood | None:
        """Take the first split that is certain, or else the first guess; ask when half of one is ambiguous."""
        guessed: Understood | None = None
        dual = is_dual(words)
        for who, where in splits(words):
            citizens, place = self._try_citizens(who, dual=dual), self._try(where, self._place)
            if isinstance(citizens, tuple) and isinstance(place, Match):
                place = self._doubted(place, who, where)
                guessed = guessed or (citizens, place)
                if not (place.guess or any(one.guess for one in citizens)):
                    return citizens, place
            elif citizens and place and not guessed:
                raise citizens if isinstance(citizens, AmbiguousInput) else cast(AmbiguousInput, place)
        return guessed

    def _doubted(self, place: Match, who: str, where: str) -> Match:
        """Doubt a code beside words that abbreviates something else too: "kiwi in LA" may not be in Laos."""
        codes = len(who) == len(where) == 2
        other = len(where) == 2 and not codes and len(set(self._words.areas(where))) > 1
        return replace(place, guess=place.guess or other)

    def _among(self, words: str) -> Understood | None:
        """Guess at a sentence with other words in it: one place, after a word for "in", one nationality outside.

        Not of a refugee, who must not be sent to their embassy by a guess.
        """
        if any(map(status_of, words.split())):
            return None
        found: dict[tuple[str, str], Understood] = {}
        for rest, candidates in places_among(words):
            place = next(filter(None, map(self._place_not_people, candidates)), None)
            for citizen in self._people_in(rest) if place else ():
                understood = ((replace(citizen, guess=True),), replace(cast(Match, place), guess=True))
                found.setdefault((citizen.place.code, understood[1].name), understood)
        return next(iter(found.values())) if len(found) == 1 else None

    def _place_not_people(self, text: str) -> Match | None:
        """Parse a place, unless the word is what people are called: "a dutch" is no place."""
        place = None if self._people(text, marked=False) else self._try(text, self._place)
        return place if isinstance(place, Match) else None

    def _people_in(self, tokens: Sequence[str]) -> Iterator[Match]:
        """Find the nationalities among words, the longest name first, none within another."""
        at = 0
        while at < len(tokens):
            for text, marked, after in people_from(tokens, at):
                if citizen := self._people(text, marked=marked):
                    yield citizen
                    at = after - 1
                    break
            at += 1

    def _people(self, text: str, *, marked: bool) -> Match | None:
        """Parse what people are called; where it is marked ("… passport"), also the name or code of their state."""
        if not marked and not self._phrases.read_people(text):
            return None
        citizen = self._try(text, self._citizenship)
        return citizen if isinstance(citizen, Match) else None

    def _try_citizens(self, text: str, *, dual: bool) -> tuple[Match, ...] | AmbiguousInput | None:
        """Parse whose citizen someone is, of one state or of several."""
        if found := self._try(text, self._citizenship):
            return (found,) if isinstance(found, Match) else found
        return self._joined(text, dual=dual) or None

    def _joined(self, text: str, *, dual: bool = False) -> tuple[Match, ...]:
        """Parse "dutch and turkish"; nothing unless each part is a nationality and they differ."""
        parts = [self._try(part, self._citizenship) for part in citizenships_in(text, dual=dual)]
        people = [part for part in parts if isinstance(part, Match)]
        different = {person.place.code: person for person in people}
        return tuple(different.values()) if len(different) == len(parts) > 1 else ()

    def _unknown(self, words: str) -> UnknownInput:
        """Say which half of a question is not known, with spellings that come close."""
        fault = "does not say whose citizen and where"
        near: tuple[Candidate, ...] = ()
        for who, where in islice(splits(words), MOST_SPLITS):
            citizens, place = self._try_citizens(who, dual=False), self._try(where, self._place)
            half, parse = (where, self._close_place) if citizens else (who, self._close_citizenship)
            if bool(citizens) == bool(place) or len(half.split()) > MOST_OF_HALF:
                continue
            what = "no place" if citizens else "no nationality"
            fault = f"is half understood, but {what} is known by “{printable(half)}”"
            try:
                parse(half)
            except InputError as error:
                near = error.candidates
            break
        message = f"{words!r} {fault}: write it like “dutch in moscow” or “NL RU”."
        return UnknownInput("unknown-question", message, words, near)

    def _try(self, text: str, parse: Callable[[str], Match | None]) -> Match | AmbiguousInput | None:
        """Parse a half of a question; a word with several meanings means something, and asks."""
        try:
            return self._first(text, parse)
        except AmbiguousInput as error:
            return error
        except UnknownInput:  # a union has no citizens, but its letters may be a word: "Eu sou …"
            return None

    def _close(self, words: str) -> Understood | None:
        for who, where in islice(splits(words), MOST_SPLITS):
            try:
                return (self._close_citizenship(who),), self._close_place(where)
            except (UnknownInput, UnreadableInput):
                continue
        return None

    def _first(self, text: str, parse: Callable[[str], Match | None]) -> Match | None:
        """Parse the first form of a name that means something; an inflected one in Latin letters is a guess."""
        for form in forms(text):
            if match := parse(form):
                return replace(match, guess=match.guess or (form != text and form.isascii()))
        return None
