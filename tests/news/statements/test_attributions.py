"""Constructions by which a text attributes; all sentences and people are invented."""

import pytest
from tests.news.statements.reading import read


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Jane Roe said the talks had failed.", "Jane Roe", "said", "the talks had failed"),
        (
            "Jane Roe said on Monday that the talks had failed.",
            "Jane Roe",
            "said",
            "that the talks had failed",
        ),
        ("Roe has repeatedly said that talks failed.", "Roe", "has repeatedly said", "that talks failed"),
        ("The talks had failed, Jane Roe said.", "Jane Roe", "said", "The talks had failed"),
        ("“It failed,” Roe said.", "Roe", "said", "“It failed,”"),
        (
            "“It failed,” said Jane Roe, head of the board.",
            "Jane Roe, head of the board",
            "said",
            "“It failed,”",
        ),
        ("“Why?” Roe asked.", "Roe", "asked", "“Why?”"),
        ("The talks, Roe said, had failed badly.", "Roe", "said", "The talks … had failed badly"),
        ("The talks failed, according to the board.", "the board", "according to", "The talks failed"),
        ("According to the board, the talks failed.", "the board", "According to", "the talks failed"),
        (
            "Jane Roe, the head of the board, said it failed.",
            "Jane Roe, the head of the board,",
            "said",
            "it failed",
        ),
        ("Roe told reporters in Moscow that it failed.", "Roe", "told", "that it failed"),
        ("The board on Wednesday accused Roe of theft.", "The board", "accused", "Roe of theft"),
        ("Roe vowed to leave.", "Roe", "vowed", "to leave"),
        ("Roe called for new talks.", "Roe", "called for", "new talks"),
        ("Roe is confident that talks will start.", "Roe", "is confident", "that talks will start"),
        ("Roe was accused by the board of theft.", "the board of theft", "was accused", "Roe"),
        ("Friends, rivals and lawyers say he left.", "Friends, rivals and lawyers", "say", "he left"),
        ("Officials in Washington say he left.", "Officials in Washington", "say", "he left"),
        ("Roe asked whether the talks had failed.", "Roe", "asked", "whether the talks had failed"),
        ("It was late, he and Mr. Doe said.", "he and Mr. Doe", "said", "It was late"),
        ("A law, which critics said was unfair, failed.", "critics", "said", "which … was unfair"),
        ("Roe noted, however, that the talks failed.", "Roe", "noted", "that the talks failed"),
    ],
)
def test_reads_a_construction(text: str, source: str, cue: str, content: str) -> None:
    assert (source, cue, content) in read(text)


def test_two_verbs_share_their_subject() -> None:
    assert read("Roe left the room and said that the talks had failed.") == [
        ("Roe", "said", "that the talks had failed")
    ]


def test_what_is_added_is_told_apart() -> None:
    assert read("Roe said it failed, adding that talks go on.") == [
        ("Roe", "said", "it failed"),
        ("Roe", "adding", "that talks go on"),
    ]


def test_two_speakers_in_a_sentence() -> None:
    assert read("Roe said it failed, but Doe insisted that it had not.") == [
        ("Roe", "said", "it failed"),
        ("Doe", "insisted", "that it had not"),
    ]


def test_a_clause_about_the_subject_ends_at_its_comma() -> None:
    assert read("Roe, who believes that it failed, said on Friday that talks go on.")[-1] == (
        "Roe, who believes that it failed,",
        "said",
        "that talks go on",
    )


def test_cues_inside_a_content_are_part_of_it() -> None:
    assert read("Roe said that Doe believes that it failed.") == [
        ("Roe", "said", "that Doe believes that it failed")
    ]


def test_cues_inside_a_quotation_are_part_of_it() -> None:
    assert read("“I said that it failed,” Roe added.") == [("Roe", "added", "“I said that it failed,”")]


@pytest.mark.parametrize(
    "text",
    [
        "The train left the station at noon.",
        "The plans for the claims report.",
        "“Hamlet” opened on Friday.",
        "",
        "?!",
    ],
)
def test_nothing_said_nothing_found(text: str) -> None:
    assert read(text) == []
