from legation.news.statements.lexicon import get_lexicon
from legation.news.statements.sentences import LONGEST_SENTENCE, split_sentences
from legation.news.statements.words import split_words


def sentences(text: str) -> list[str]:
    words = split_words(text, get_lexicon())
    return [
        text[words.starts[first] : words.ends[end - 1]]
        for first, end in split_sentences(words, get_lexicon())
    ]


def test_stops_and_titles() -> None:
    assert sentences("Mr. Roe met Gov. Doe. They left.") == ["Mr. Roe met Gov. Doe.", "They left."]


def test_initials_and_numbers() -> None:
    assert sentences("J. Roe paid 3.5 million to the U.S. Navy. It left.") == [
        "J. Roe paid 3.5 million to the U.S. Navy.",
        "It left.",
    ]


def test_the_mark_after_the_stop_belongs_to_the_sentence() -> None:
    assert sentences("“It failed.” The board left.") == ["“It failed.”", "The board left."]


def test_a_question_in_marks_goes_on_to_who_asked() -> None:
    assert sentences("“Why?” Jane Roe asked. Nobody knew.") == ["“Why?” Jane Roe asked.", "Nobody knew."]


def test_a_wrapped_line_is_no_end() -> None:
    assert sentences("The talks\nhad failed.\nThe board left.") == [
        "The talks\nhad failed.",
        "The board left.",
    ]


def test_what_never_stops_is_cut() -> None:
    words = split_words("and " * 1000, get_lexicon())
    assert max(end - first for first, end in split_sentences(words, get_lexicon())) <= LONGEST_SENTENCE
