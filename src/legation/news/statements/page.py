"""A text taken apart once: words, sentences, quotations, verb groups. Everything else reads from this."""

from bisect import bisect_right

import msgspec

from legation.news.statements.groups import Group, find_groups
from legation.news.statements.lexicon import Cue, Lexicon
from legation.news.statements.quotes import Quotation, find_quotations
from legation.news.statements.sentences import split_sentences
from legation.news.statements.words import Words, split_words


class Page(msgspec.Struct, frozen=True):
    """The parts of a text.

    Attributes:
        lexicon: the lists it was read with.
        words: its words.
        bounds: `(first, past-the-last)` words of each sentence.
        quotations: stretches between quotation marks.
        quoted: for each word the index of its quotation, -1 outside.
    """

    lexicon: Lexicon
    words: Words
    bounds: list[tuple[int, int]]
    quotations: list[Quotation]
    quoted: list[int]

    def sentence_at(self, word: int) -> "Sentence":
        """The sentence that holds word number `word`."""
        return read_sentence(self, self.bounds_at(word))

    def bounds_at(self, word: int) -> tuple[int, int]:
        """First and past-the-last word of that sentence."""
        return self.bounds[bisect_right(self.bounds, (word, len(self.words))) - 1]


class Sentence(msgspec.Struct, frozen=True):
    """One sentence of a page: words `first` to `end`, and the verb groups that stand outside quotations."""

    page: Page
    first: int
    end: int
    groups: list[Group]
    subjects: dict[int, tuple[int, int] | None] = msgspec.field(default_factory=dict)
    """Own subjects by number of group, as far as they were looked for."""

    @property
    def words(self) -> Words:
        """All words of the page; `first` and `end` count in them."""
        return self.page.words

    @property
    def quoted(self) -> list[int]:
        """See `Page.quoted`."""
        return self.page.quoted

    def verb_cue(self, group: Group) -> Cue | None:
        """The entry of a group's verb among the cues."""
        return self.page.lexicon.verbs.get(self.page.words.low[group.head])


def read_page(text: str, lexicon: Lexicon) -> Page:
    """Take `text` apart."""
    words = split_words(text, lexicon)
    quotations = find_quotations(words)
    quoted = [-1] * len(words)
    for number, quotation in enumerate(quotations):
        for at in range(quotation.first, quotation.last + 1):
            quoted[at] = number
    return Page(lexicon, words, split_sentences(words, lexicon), quotations, quoted)


def read_sentence(page: Page, bounds: tuple[int, int]) -> Sentence:
    """Find the verb groups of one sentence."""
    groups = [group for group in find_groups(page.words, *bounds) if page.quoted[group.head] < 0]
    return Sentence(page, *bounds, groups)
