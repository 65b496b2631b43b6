"""Noun phrases read outwards from a verb: leftwards to its subject, rightwards to one that follows it."""

from legation.news.statements.lexicon import (
    ADVERB,
    ALONE,
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
    NUMBER,
    PARTICIPLE,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THIRD,
    TIME,
    VERB,
)
from legation.news.statements.words import Words

Span = tuple[int, int]
"""Words from, and past-the-last."""

_LONGEST = 60
_COMMAS = 4
_CLOSED = PREPOSITION | COORDINATOR | SUBORDINATOR | AUXILIARY | MODAL | MARK
_INNER = frozenset({"&", "/", "-", "'", "’", "."})


def subject_left(words: Words, low: int, verb: int) -> Span | None:
    """The noun phrase that ends right before word `verb`, not reaching left of word `low`."""
    low = max(low, verb - _LONGEST)
    at = verb - 1
    at = _skip_brackets(words, low, at)
    if at < low:
        return None
    if words.shown[at] in (",", "—", "–", "--"):
        return _across_apposition(words, low, at, verb)
    if words.classes[at] & RELATIVE and words.low[at] != "what":
        return (at, at + 1)
    return _phrase_left(words, low, at)


def _skip_brackets(words: Words, low: int, at: int) -> int:
    if at >= low and words.shown[at] in ")]":
        opened = at
        while opened >= low and words.shown[opened] not in "([":
            opened -= 1
        return opened - 1 if opened >= low else at
    return at


def _skip_dates(words: Words, low: int, at: int) -> int:
    """`The ministry on Wednesday accused`: past the day to the phrase."""
    while at > low and (words.classes[at] & DAY or words.classes[at] & (TIME | NAME) == TIME):
        at -= 1
        if words.low[at] in ("on", "this", "last"):
            at -= 1
    return at


def _across_apposition(words: Words, low: int, comma: int, verb: int) -> Span | None:
    """`Jane Roe, the chair of the board, said`: the phrase starts before the opening comma."""
    mark = words.shown[comma]
    tried = 0
    for at in range(comma - 1, low, -1):
        if words.shown[at] != mark:
            continue
        tried += 1
        if tried > _COMMAS:
            return None
        if not _opens_apposition(words, at + 1, comma):
            continue
        left = _phrase_left(words, low, _skip_brackets(words, low, at - 1))
        if left is not None and _names_someone(words, left):
            return (left[0], verb)
    return None


def _opens_apposition(words: Words, first: int, comma: int) -> bool:
    kind = words.classes[first]
    if kind & PRONOUN and not kind & (DETERMINER | RELATIVE):
        return False
    if kind & COORDINATOR:
        return False
    return comma - first < 45 and not (kind & AUXILIARY)


def _names_someone(words: Words, span: Span) -> bool:
    return any(
        not words.classes[at] & (_CLOSED | DAY | MONTH | TIME | ADVERB) or words.classes[at] & NAME
        for at in range(*span)
    )


def _phrase_left(words: Words, low: int, at: int) -> Span | None:
    """Read one noun phrase leftwards from its last word `at`, over `of`-phrases and lists."""
    at = _skip_dates(words, low, at)
    if at < low:
        return None
    kind = words.classes[at]
    if kind & DETERMINER and words.low[at] in ALONE:
        return (at, at + 1)
    if kind & PRONOUN and not (kind & DETERMINER and at > low and _nounish(words, at - 1)):
        return _joined(words, low, at, at + 1)
    if kind & PARTICIPLE and at > low and words.low[at - 1] == "those":
        return (at - 1, at + 1)
    end = at + 1
    if _reduced(words, low, at):
        at -= 1
    first = _whole_left(words, low, at)
    return _joined(words, low, first, end) if first <= at else None


def _whole_left(words: Words, low: int, at: int) -> int:
    """First word of the phrase that ends at `at`, with the phrases it hangs on by prepositions."""
    first = _core_left(words, low, at)
    while at >= first > low + 1 and _bridges(words, low, first - 1):
        last = first - 3 if _reduced(words, low, first - 2) else first - 2
        longer = _core_left(words, low, last)
        if longer > last:
            break
        first = longer
    return first


def _reduced(words: Words, low: int, at: int) -> bool:
    """Whether word `at` is the participle in `the ad released Thursday`, `a letter obtained by X`."""
    return at > low and bool(words.classes[at] & PARTICIPLE) and _nounish(words, at - 1)


def _bridges(words: Words, low: int, at: int) -> bool:
    """Whether word `at` hangs the phrase to its right on a noun to its left."""
    kind = words.classes[at]
    if not (kind & PREPOSITION and not kind & SUBORDINATOR):
        return False
    left = at - 1
    if left < low:
        return False
    return (_nounish(words, left) or _reduced(words, low, left)) and words.low[at] not in ("than", "like")


def _nounish(words: Words, at: int) -> bool:
    kind = words.classes[at]
    if words.low[at] in ("'s", "'"):
        return True
    if kind & NAME:
        return True
    if kind & NUMBER:
        return True
    return not kind & (_CLOSED | DETERMINER | POSSESSIVE | ADVERB | GERUND) and not (
        kind & (PAST | PARTICIPLE) and not kind & BASE
    )


def _core_left(words: Words, low: int, at: int) -> int:
    """First word of the determiner-adjective-noun run that ends at `at`; `at + 1` when there is none."""
    first = at
    while first >= low:
        kind, word = words.classes[first], words.low[first]
        if kind & NAME and not kind & (DETERMINER | PRONOUN | SUBORDINATOR | COORDINATOR):
            if kind & DAY and first < at:
                break
        elif kind & (DETERMINER | POSSESSIVE):
            if first < at and not (first > low and words.classes[first - 1] & DETERMINER):
                first -= 1
                break
        elif (
            word in ("'s", "'", "’")
            or words.shown[first] in _INNER
            or _lists_adjectives(words, low, first, at)
        ):
            pass
        elif not _inside_phrase(words, low, first, at):
            break
        first -= 1
    first += 1
    while first <= at and words.classes[first] & (ADVERB | DAY) and not words.classes[first] & DETERMINER:
        first += 1
    return first


def _lists_adjectives(words: Words, low: int, comma: int, at: int) -> bool:
    """`the tall, grey diplomat`."""
    if words.shown[comma] != "," or comma >= at or comma - 2 < low or words.classes[comma + 1] & NAME:
        return False
    return words.low[comma - 2] in ("the", "a", "an") and not words.low[comma - 1].endswith("s")


def _inside_phrase(words: Words, low: int, first: int, at: int) -> bool:
    kind = words.classes[first]
    if kind & (_CLOSED | PRONOUN | RELATIVE) or kind & DAY:
        return False
    if kind & GERUND and first == at > low and words.classes[first - 1] & (DETERMINER | POSSESSIVE):
        return True
    if kind & (VERB & ~(BASE | THIRD)):
        # A participle stands inside only as an adjective: between a determiner and a noun.
        return first < at and first > low and bool(words.classes[first - 1] & (DETERMINER | POSSESSIVE))
    if kind & FINITE and first > low:
        before = words.classes[first - 1]
        return not before & (PRONOUN | RELATIVE | MODAL | AUXILIARY) and words.low[first - 1] != "to"
    return True


def _joined(words: Words, low: int, first: int, end: int) -> Span:
    """Take in what a list joins on (`friends, lobbyists and former foes`), if the list opens the clause."""
    start = first
    for _ in range(4):
        left = start - 1
        if left <= low or (start < first and words.classes[start] & PRONOUN):
            break
        if words.low[left] in ("and", "or", "nor") or (start < first and words.shown[left] == ","):
            if words.shown[left - 1] == "," and left - 1 > low:
                left -= 1
            longer = _list_item(words, low, left - 1)
            if longer is None:
                break
            start = longer
        else:
            break
    if start < first and _clause_opens(words, low, start):
        return (start, end)
    return (first, end)


def _list_item(words: Words, low: int, at: int) -> int | None:
    at = _skip_brackets(words, low, at)
    if at < low:
        return None
    if words.classes[at] & PRONOUN and not words.classes[at] & (DETERMINER | RELATIVE):
        return at
    first = _whole_left(words, low, at)
    return first if first <= at else None


def _clause_opens(words: Words, low: int, at: int) -> bool:
    if at <= low:
        return True
    kind = words.classes[at - 1]
    return bool(kind & (SUBORDINATOR | ADVERB)) or words.shown[at - 1] in ',;:“"—–('


def subject_right(words: Words, at: int, end: int) -> Span | None:
    """The noun phrase from word `at` on (`said Jane Roe, chair of the board`), with its appositions."""
    end = min(end, at + _LONGEST)
    first = at
    while at < end and _goes_on(words, first, at, end):
        at += 1
    while at > first and (
        words.classes[at - 1] & (PREPOSITION | COORDINATOR | ADVERB) or words.shown[at - 1] == ","
    ):
        at -= 1
    return (first, at) if at > first else None


def _goes_on(words: Words, first: int, at: int, end: int) -> bool:
    kind, shown = words.classes[at], words.shown[at]
    if _stands_for_itself(words, first) or _stands_for_itself(words, at):
        return at == first
    if shown == ",":
        return at > first and at + 1 < end and _apposes(words, at + 1, end)
    if kind & MARK:
        return shown in "().’'&/" and not (shown == "." and at + 1 >= end)
    if kind & RELATIVE:
        return at > first and words.shown[at - 1] == ","
    if kind & (AUXILIARY | MODAL | SUBORDINATOR | DAY):
        return words.low[at] == "'s"
    if kind & PREPOSITION:
        return at > first and _hangs_on(words, at, end)
    if kind & (PAST | GERUND) and not kind & BASE:
        return _is_adjective(words, first, at, end)
    return True


def _stands_for_itself(words: Words, at: int) -> bool:
    kind = words.classes[at]
    return bool(kind & PRONOUN) and not kind & (DETERMINER | RELATIVE)


def _is_adjective(words: Words, first: int, at: int, end: int) -> bool:
    """Whether a participle stands before its noun."""
    if at == first:
        return at + 1 < end and not words.classes[at + 1] & _CLOSED
    return bool(words.classes[at - 1] & (DETERMINER | POSSESSIVE | RELATIVE))


def _hangs_on(words: Words, at: int, end: int) -> bool:
    """Whether the preposition at word `at` goes on the noun phrase rather than tells when and where."""
    if words.low[at] in ("of", "for", "from", "with"):
        return True
    if words.low[at] not in ("in", "at", "to", "on"):
        return False
    after = at + 1
    if after < end and words.classes[after] & DETERMINER:
        after += 1
    return after < end and bool(words.classes[after] & NAME) and not words.classes[after] & (DAY | MONTH)


def _apposes(words: Words, at: int, end: int) -> bool:
    kind = words.classes[at]
    if kind & (DETERMINER | NUMBER) and not kind & (SUBORDINATOR | RELATIVE):
        return not _begins_clause(words, at, end)
    if words.low[at] in ("who", "whose", "which"):
        return True
    if kind & (PRONOUN | COORDINATOR | SUBORDINATOR | GERUND | PAST | ADVERB | MARK | PREPOSITION):
        return False
    # A bare noun apposes only when a preposition soon follows: `, chair of`, `, R-Texas`.
    return kind & NAME != 0 or any(words.classes[k] & PREPOSITION for k in range(at, min(at + 6, end)))


def _begins_clause(words: Words, at: int, end: int) -> bool:
    """Whether a verb of its own comes before the next comma: `, the talks failed`."""
    for near in range(at, end):
        kind = words.classes[near]
        if words.shown[near] == "," or kind & RELATIVE:
            return False
        if kind & (AUXILIARY | MODAL) or (
            kind & PAST and not words.classes[near - 1] & (DETERMINER | POSSESSIVE)
        ):
            return near + 1 < end and not words.classes[near + 1] & PREPOSITION
    return False


def agent_right(words: Words, at: int, end: int) -> Span | None:
    """The phrase after `by` within a few words of a passive."""
    for near in range(at, min(at + 12, end)):
        if words.low[near] == "by" and near + 1 < end:
            return subject_right(words, near + 1, end)
        if words.shown[near] in ",;:" or words.classes[near] & FINITE & ~BASE:
            return None
    return None
