from legation.news.statements.lexicon import get_lexicon
from legation.news.statements.quotes import find_quotations
from legation.news.statements.words import split_words


def quotations(text: str) -> list[tuple[str, bool]]:
    words = split_words(text, get_lexicon())
    return [
        (text[words.starts[one.first] : words.ends[one.last]], one.closed) for one in find_quotations(words)
    ]


def test_straight_marks() -> None:
    assert quotations('"One," he said. "Two."') == [('"One,"', True), ('"Two."', True)]


def test_doubled_single_marks() -> None:
    assert quotations("''One,'' he said.") == [("''One,''", True)]


def test_british_marks_are_not_apostrophes() -> None:
    assert quotations("‘The board’s view is clear,’ he said of the members’ vote.") == [
        ("‘The board’s view is clear,’", True)
    ]


def test_single_marks_inside_double_ones_belong_to_them() -> None:
    assert quotations("“He said ‘no’ to us,” she said.") == [("“He said ‘no’ to us,”", True)]


def test_a_mark_that_never_closes_costs_its_paragraph_only() -> None:
    assert quotations("He said: “It failed.\n\nThe board left.") == [("“It failed.", False)]


def test_an_open_paragraph_hands_on_to_one_that_opens_again() -> None:
    assert quotations("“One.\n\n“Two.”") == [("“One.", False), ("“Two.”", True)]
