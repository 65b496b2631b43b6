"""What follows a cue, or stands before it: the content of an attribution."""

import msgspec

from legation.news.statements.lexicon import (
    ADVERB,
    AUXILIARY,
    BASE,
    COORDINATOR,
    DAY,
    DETERMINER,
    FINITE,
    GERUND,
    MARK,
    MODAL,
    MONTH,
    NAME,
    NEGATION,
    NUMBER,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THIRD,
    TIME,
    Cue,
)
from legation.news.statements.page import Sentence
from legation.news.statements.phrases import Span, subject_left
from legation.news.statements.words import Words

_QUESTIONS = frozenset({"whether", "if", "how", "why", "what", "where", "when", "who", "which"})
_JOINERS = frozenset({"and", "but", "while", "although", "though", "which", "whom", "what"})
_SUBJECTS = frozenset({"he", "she", "they", "we", "i"})
_ENDS = frozenset(".?!;\n")
_CLAUSAL = frozenset({"that", "q", "tell", "whether"})
_QUOTABLE = frozenset({"that", "q", "np", "tell", "to"})
_NO_PARTICLES = frozenset({"that", "to", "q", "np", "tell", "whether"})
_OPENERS = frozenset('“"')
_CLAUSE_REACH = 25
_ADDRESSEE_REACH = 30
_ADJUNCT_REACH = 30
_OPENING_PHRASE = 9


class Complement(msgspec.Struct, frozen=True):
    """A content to the right of a cue.

    Attributes:
        kind: that, question, quote, to, np, bare (a clause without "that"), told, particle.
        span: its words.
        cue_end: past the last word of the cue (a particle belongs to it).
        addressee: who was told.
    """

    kind: str
    span: Span
    cue_end: int
    addressee: Span | None = None


def find_complement(sentence: Sentence, after: int, cue: Cue) -> Complement | None:
    """Read what the frames of `cue` allow from word `after` on."""
    at = _skip_adjuncts(sentence, after, cue.frames)
    if at >= sentence.end or sentence.words.shown[at] in _ENDS:
        return None
    kind = _kind(sentence, at, cue.frames)
    if kind == "particle":
        return _rest(sentence, kind, at + 1, at + 1) if at + 1 < sentence.end else None
    if kind == "quote":
        return _quotation(sentence, at, after)
    if kind is not None:
        return _rest(sentence, kind, at, after)
    if "tell" in cue.frames:
        return _told(sentence, at, after)
    return _distant(sentence, at, after) if cue.frames & _CLAUSAL else None


def _rest(sentence: Sentence, kind: str, first: int, cue_end: int) -> Complement:
    return Complement(kind, (first, content_end(sentence, first)), cue_end)


def _quotation(sentence: Sentence, at: int, after: int) -> Complement | None:
    """A quotation, and the words after it that go on the sentence."""
    first = at if sentence.quoted[at] >= 0 else at + 1
    if sentence.quoted[first] < 0:
        return None
    last = sentence.page.quotations[sentence.quoted[first]].last + 1
    end = max(last, content_end(sentence, last)) if last < sentence.end else last
    return Complement("quote", (first, end), after)


def _kind(sentence: Sentence, at: int, frames: frozenset[str]) -> str | None:
    words = sentence.words
    low, shown = words.low[at], words.shown[at]
    if sentence.quoted[at] >= 0:
        return "quote" if frames & _QUOTABLE else None
    if shown in ",:" and at + 1 < sentence.end and sentence.quoted[at + 1] >= 0:
        return "quote" if frames & _CLAUSAL else None
    if words.classes[at] & MARK:
        return "that" if shown == ":" and frames & _CLAUSAL else None
    if low == "that" and "that" in frames:
        return "that"
    if low in _QUESTIONS and frames & {"that", "whether", "np", "tell"}:
        return "question"
    if low in frames and low not in _NO_PARTICLES:
        return "particle"
    if low == "to":
        return "to" if "to" in frames and at + 1 < sentence.end else None
    return _nominal(sentence, at, frames)


def _nominal(sentence: Sentence, at: int, frames: frozenset[str]) -> str | None:
    """An object, or a clause that only lacks its `that`."""
    words = sentence.words
    kind = words.classes[at]
    function = PREPOSITION | SUBORDINATOR | COORDINATOR | AUXILIARY | MODAL
    if kind & function and not kind & DETERMINER and not (kind & PRONOUN and not kind & PREPOSITION):
        return None
    if "that" in frames:
        for group in sentence.groups:
            if group.finite and at < group.head and group.first - at < _CLAUSE_REACH:
                if not _is_joined(words, at, group.first):
                    return "bare"
                break
    return "np" if "np" in frames else None


def _is_joined(words: Words, first: int, verb: int) -> bool:
    """`added a goal, and Columbus won`: the verb has a subject of its own, behind what is only an object."""
    return any(
        words.shown[at] == "," and words.classes[at + 1] & COORDINATOR for at in range(first + 1, verb - 1)
    )


def _skip_adjuncts(sentence: Sentence, at: int, frames: frozenset[str]) -> int:
    """Pass over adverbs, asides, days and `last week`."""
    words, end = sentence.words, sentence.end
    while at < end:
        kind, low = words.classes[at], words.low[at]
        if low == "," and (beyond := _skip_aside(words, at, end)):
            at = beyond
        elif _is_adjunct(kind, low, frames):
            at += 1
        elif low not in frames and at + 1 < end and _dates(words, at):
            at += 2
        else:
            break
    return at


def _is_adjunct(kind: int, low: str, frames: frozenset[str]) -> bool:
    if kind & (DAY | TIME | MONTH):
        return low != "may"
    if low == "there":
        return False
    return bool(kind & (ADVERB | NEGATION)) and low not in frames and not kind & DETERMINER


def _dates(words: Words, at: int) -> bool:
    if words.low[at] not in ("on", "in", "this", "last", "late", "early", "earlier"):
        return False
    following = words.classes[at + 1] & (DAY | MONTH | TIME | NUMBER)
    return bool(following) or words.low[at + 1] in ("this", "last", "early", "late")


def _skip_aside(words: Words, at: int, end: int) -> int:
    """Past `, however,` or `, twice,` before a content; 0 when none stands at word `at`."""
    for near in range(at + 2, min(at + 5, end - 1)):
        if words.shown[near] == ",":
            return near + 1 if words.low[near + 1] == "that" or words.shown[near + 1] in _OPENERS else 0
    return 0


def _told(sentence: Sentence, at: int, after: int) -> Complement | None:
    """`told reporters in Moscow that …`, `told reporters it …`: the addressee, then the content."""
    stop = min(at + _ADDRESSEE_REACH, sentence.end)
    verbs = (
        group.first
        for group in sentence.groups
        if group.finite and group.first > at and not sentence.words.classes[group.first - 1] & RELATIVE
    )
    verb = next(verbs, stop)
    for near in range(at + 1, min(verb, stop)):
        if _opens_content(sentence, near):
            return Complement("told", (near, content_end(sentence, near)), after, (at, near))
        if sentence.words.shown[near] in _ENDS:
            return None
    subject = subject_left(sentence.words, at + 1, verb) if verb < stop else None
    if subject is None:
        return None
    return Complement("told", (subject[0], content_end(sentence, subject[0])), after, (at, subject[0]))


def _opens_content(sentence: Sentence, at: int) -> bool:
    """Whether what was told begins at word `at`."""
    low = sentence.words.low[at]
    if low == "to":
        return at + 1 < sentence.end and bool(sentence.words.classes[at + 1] & BASE)
    return sentence.quoted[at] >= 0 or low in ("that", "about", ":") or low in _QUESTIONS


def _distant(sentence: Sentence, at: int, after: int) -> Complement | None:
    """`said in an interview with X that …`, `said at a rally: "…"`."""
    words = sentence.words
    if not words.classes[at] & (PREPOSITION | COORDINATOR | SUBORDINATOR):
        return None
    for near in range(at, min(at + _ADJUNCT_REACH, sentence.end)):
        if words.low[near] == "that" or sentence.quoted[near] >= 0:
            kind = "that" if sentence.quoted[near] < 0 else "quote"
            return _rest(sentence, kind, near, after)
        if near > at + 1 and _pronoun_begins(sentence, near):
            return _rest(sentence, "bare", near, after)
        if words.classes[near] & (AUXILIARY | MODAL) or words.shown[near] in _ENDS:
            return None
    return None


def _pronoun_begins(sentence: Sentence, at: int) -> bool:
    """`he would`, `they pulled`: a pronoun that can only be a subject, and its verb."""
    return sentence.words.low[at] in _SUBJECTS and any(
        group.finite and group.first == at + 1 for group in sentence.groups
    )


def content_end(sentence: Sentence, start: int) -> int:
    """Where the content that begins at word `start` stops: at the next attribution or the sentence's end."""
    words, end = sentence.words, sentence.end
    for at in range(start + 1, end):
        if sentence.quoted[at] >= 0:
            continue
        before = sentence.quoted[at - 1]
        if before >= 0 and before != sentence.quoted[start] and changes_hands(sentence, at):
            return max(start + 1, sentence.page.quotations[before].first)
        if words.shown[at] == ";" or (words.shown[at] == "," and changes_hands(sentence, at + 1)):
            return at
    while end > start + 1 and words.shown[end - 1] in ".?!" and sentence.quoted[end - 1] < 0:
        end -= 1
    return end


def changes_hands(sentence: Sentence, at: int) -> bool:
    """Whether another attribution begins after a comma: `, adding that`, `, according to`, `, but X said`."""
    words, verbs = sentence.words, sentence.page.lexicon.verbs
    if at >= sentence.end:
        return False
    low, kind = words.low[at], words.classes[at]
    if low == "according" or (kind & GERUND and low in verbs):
        return True
    if kind & (PAST | THIRD) and not kind & BASE and _may_say_that(sentence, at):
        return True
    joined = low in _JOINERS
    if not joined and (not kind & (NAME | PRONOUN | DETERMINER) or kind & RELATIVE):
        return False
    passed = NAME | PRONOUN | DETERMINER | POSSESSIVE | ADVERB | AUXILIARY
    for near in range(at + 1, min(at + 7, sentence.end)):
        kind = words.classes[near]
        if kind & FINITE and not kind & BASE and words.low[near] in verbs:
            return joined or _may_say_that(sentence, near)
        if kind and not kind & passed and words.shown[near] != ".":
            return False
    return False


def _may_say_that(sentence: Sentence, at: int) -> bool:
    cue = sentence.page.lexicon.verbs.get(sentence.words.low[at])
    return cue is not None and "that" in cue.frames


def left_content(sentence: Sentence, source: Span, cue: Cue) -> Span | None:
    """The content before the source: a quotation that ends there, or the clause before a comma."""
    words, before = sentence.words, source[0] - 1
    if before < sentence.first or not (cue.frames & {"that", "q"} or cue.lemma == "tell"):
        return None
    comma = words.shown[before] == ","
    for last in (before, before - 1) if comma and before > sentence.first else (before,):
        if sentence.quoted[last] >= 0:
            return (sentence.page.quotations[sentence.quoted[last]].first, last + 1)
    if not comma or before - sentence.first < 3 or not ("that" in cue.frames or cue.lemma == "tell"):
        return None
    return (sentence.first, before) if _stands_alone(sentence, before) else None


def _stands_alone(sentence: Sentence, end: int) -> bool:
    """Whether the words before `end` are a clause of their own, not an opening phrase."""
    opening = sentence.words.classes[sentence.first] & (PREPOSITION | SUBORDINATOR)
    if opening and end - sentence.first < _OPENING_PHRASE:
        return False
    finite = any(group.finite and group.head < end for group in sentence.groups)
    return finite or any(sentence.quoted[at] >= 0 for at in range(sentence.first, end))
