"""From the words of a source ("he", "Peskov", "the spokesman", "Moscow") to who speaks, as what, for whom."""

from collections import Counter
from functools import cached_property
from itertools import takewhile

import msgspec

from legation.news.statements.gazetteer import LONGEST_NAME, Gazetteer, Places, fold
from legation.news.statements.lexicon import (
    ADVERB,
    DETERMINER,
    NAME,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
)
from legation.news.statements.page import Page
from legation.news.statements.people import (
    People,
    Person,
    find_names,
    find_place,
    read_role,
    text_of,
)
from legation.news.statements.phrases import Span, subject_left

_NEAR = 150
"""Words that a pronoun reaches back."""
_MEN = frozenset({"he", "his", "him"})
_WOMEN = frozenset({"she", "her"})
_MANY = frozenset({"they", "their", "them", "it", "its"})


class Speaker(msgspec.Struct, frozen=True):
    """Who speaks.

    Attributes:
        name: the fullest name or description. role, place: see `Person`.
        person: whether it is one person, named.
        medium: set when the source is no speaker but a medium.
    """

    name: str
    role: str | None = None
    place: str | None = None
    person: bool = False
    medium: str | None = None


class Speakers:
    """Resolves the sources of one page, in the order of the text."""

    def __init__(self, page: Page, gazetteer: Gazetteer, places: Places) -> None:
        self._page = page
        self._gazetteer = gazetteer
        self._places = places
        self._people = People(page, gazetteer, places)
        self._last: list[tuple[int, Speaker]] = []

    def resolve(self, source: Span) -> Speaker:
        """Who the words of `source` are; remembered for the pronouns after it."""
        words = self._page.words
        while (
            source[1] - source[0] > 1
            and words.classes[source[1] - 1] & ADVERB
            and words.shown[source[1] - 1].islower()
        ):
            source = (source[0], source[1] - 1)
        low = words.low[source[0]]
        single = source[1] - source[0] == 1
        if single and words.classes[source[0]] & (RELATIVE | PRONOUN | POSSESSIVE):
            found = self._antecedent(source[0], low) or Speaker(low)
        else:
            found = self._described(source)
        self._last.append((source[0], found))
        return found

    def _antecedent(self, at: int, low: str) -> Speaker | None:
        if self._page.words.classes[at] & RELATIVE:
            return self._relative(at)
        near = list(takewhile(lambda said: at - said[0] < _NEAR, reversed(self._last)))
        if low in _MANY:
            return next((one for _, one in near if not one.person and not one.medium), None)
        gender = "m" if low in _MEN else "f" if low in _WOMEN else None
        if gender is None:
            return None
        spoken = next(((place, one) for place, one in near if one.person and self._fits(one, gender)), None)
        named = next((one for one in self._people.before(at, _NEAR) if one.gender in (None, gender)), None)
        if spoken is not None and (named is None or at - spoken[0] < 60):
            return spoken[1]
        return self._of_person(named) if named is not None else None

    def _fits(self, one: Speaker, gender: str) -> bool:
        person = self._people.get(fold(one.name).split()[-1])
        return person is None or person.gender in (None, gender)

    def _relative(self, at: int) -> Speaker | None:
        end = at - 1 if self._page.words.shown[at - 1] == "," else at
        span = subject_left(self._page.words, self._page.bounds_at(at)[0], end)
        if span is None or (
            span[1] - span[0] == 1 and self._page.words.classes[span[0]] & (RELATIVE | PRONOUN)
        ):
            return None
        return self._described(span)

    def _described(self, source: Span) -> Speaker:
        words = self._page.words
        head = self._head(source)
        text = text_of(words, head)
        medium = self.find_medium(head)
        if medium is not None:
            return Speaker(text, medium=medium)
        names = [name for name in find_names(words, *head, self._gazetteer) if name.span[1] == head[1]]
        if names:
            person = self._person(names[-1].span)
            if person is not None:
                return self._of_person(person)
        return self._by_role(source, head) or self._body(head)

    def _head(self, source: Span) -> Span:
        """The phrase without apposition, and without what hangs on a name by a preposition."""
        words = self._page.words
        named = not words.classes[source[0]] & DETERMINER
        for at in range(source[0] + 1, source[1]):
            hanging = named and words.classes[at] & PREPOSITION and self._ends_name((source[0], at))
            if words.shown[at] in ",(—" or hanging:
                return (source[0], at)
        return source

    def _ends_name(self, span: Span) -> bool:
        last = span[1] - 1
        low = self._page.words.low[last]
        return bool(self._page.words.classes[last] & NAME) and low not in self._gazetteer.roles

    def _person(self, span: Span) -> Person | None:
        text = text_of(self._page.words, span)
        if self._places(text) is not None or fold(text) in self._gazetteer.offices:
            return None
        surname = self._page.words.low[span[1] - 1]
        known = self._people.get(surname)
        if known is not None:
            return known
        bodies = self._gazetteer.words["bodies"]
        several = span[1] - span[0] > 1 and not any(word in bodies for word in fold(text).split())
        return Person(text) if several else None

    def _of_person(self, person: Person) -> Speaker:
        return Speaker(person.name, person.role, self._place(person), person=True)

    def _place(self, person: Person) -> str | None:
        """The state said, that of whose spokesman they are, or for a minister the page's own."""
        if person.place is not None or person.role is None:
            return person.place
        roles = self._gazetteer.roles
        speaks = next((roles[word] for word in reversed(person.role.split()) if word in roles), "no")
        if speaks == "national":
            return self._main_place if self._is_state_office(person.role) else None
        owner = self._people.get(person.owner) if person.owner is not None and speaks == "state" else None
        return self._place(owner) if owner is not None and owner.owner is None else None

    def _is_state_office(self, role: str) -> bool:
        """`deputy foreign minister`, not `state congress president`."""
        roles, modifiers = self._gazetteer.roles, self._gazetteer.words["office_modifiers"]
        return all(word in modifiers or roles.get(word) == "national" for word in role.split())

    def _by_role(self, source: Span, head: Span) -> Speaker | None:
        """`the spokesman`: the one named before, else the description itself."""
        words = self._page.words
        role = read_role(words, head, self._gazetteer, self._places)
        if role is None or "'s" in words.low[head[0] : head[1]]:
            return None if role is None else self._body(head, role)
        office = role.split()[-1]
        if words.low[head[0]] == "the":
            for one in self._people.before(source[0], _NEAR):
                if one.role is not None and office in one.role.split():
                    return self._of_person(one)
        return self._body(head, role)

    def _body(self, head: Span, role: str | None = None) -> Speaker:
        """A state, an office or a group, by the words of the article."""
        words, gazetteer = self._page.words, self._gazetteer
        text = text_of(words, head)
        if words.classes[head[0]] & DETERMINER:
            text = text[0].lower() + text[1:]
        private = any(words.low[at] in gazetteer.words["not_the_state"] for at in range(*head))
        place = None if private else find_place(words, head, gazetteer, self._places)
        return Speaker(text, role, place)

    def find_medium(self, span: Span) -> str | None:
        """The medium that `span` names, by the list or by its last word (`the Moscow Times`)."""
        words, gazetteer = self._page.words, self._gazetteer
        text = text_of(words, span)
        folded = fold(text)
        listed = gazetteer.media.get(folded)
        if listed is not None and listed.startswith("The ") <= text.lower().startswith("the "):
            return text if text.startswith("The ") else listed
        if self._edition(span):
            return text
        last = folded.split()[-1]
        if last in gazetteer.words["press"] and span[1] - span[0] < 4:
            return last
        capital = words.classes[span[1] - 1] & NAME and span[1] - span[0] > 1
        newsy = last in gazetteer.words["news_words"] and capital
        return text if newsy or folded.endswith("news agency") else None

    def _edition(self, span: Span) -> bool:
        """`CNN Philippines`."""
        words = self._page.words
        if span[1] - span[0] != 2 or not words.classes[span[0]] & words.classes[span[1] - 1] & NAME:
            return False
        return (
            words.low[span[0]] in self._gazetteer.media and self._places(words.shown[span[0] + 1]) is not None
        )

    @cached_property
    def _main_place(self) -> str | None:
        """The state the page names most, clearly more than the next."""
        counted = Counter(self._named_places()).most_common(2)
        if not counted or counted[0][1] < 2:
            return None
        second = counted[1][1] if len(counted) > 1 else 0
        return counted[0][0] if counted[0][1] > 1.2 * second else None

    def _named_places(self) -> list[str]:
        words, found = self._page.words, []
        at = 0
        while at < len(words):
            step = 1
            if words.classes[at] & NAME:
                for end in range(min(len(words), at + LONGEST_NAME), at, -1):
                    text = " ".join(words.shown[at:end])
                    code = self._gazetteer.offices.get(fold(text)) or self._places(text)
                    if code is not None:
                        found.append(code)
                        step = end - at
                        break
            at += step
        return found
