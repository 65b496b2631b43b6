"""Quotations without a cue of their own; all text is invented."""

from tests.news.statements.reading import read


def test_a_quotation_goes_on_in_its_paragraph() -> None:
    assert read("“It failed,” Roe said. “We will all try again.”") == [
        ("Roe", "said", "“It failed,” … “We will all try again.”")
    ]


def test_a_paragraph_goes_on_the_one_before() -> None:
    assert read("“It failed,” Roe said.\n\n“We will all try again.”") == [
        ("Roe", "said", "“It failed,”"),
        ("Roe", "said", "“We will all try again.”"),
    ]


def test_several_paragraphs_with_one_closing_mark() -> None:
    found = read("Roe said: “It failed.\n\n“We will all try again.\n\n“We go on.”\n\nThe end.")
    assert [content for _, _, content in found] == ["“It failed.", "“We will all try again.", "“We go on.”"]
    assert {source for source, _, _ in found} == {"Roe"}


def test_a_colon_introduces() -> None:
    assert read("Roe had a message for the board: “It failed and I know why.”") == [
        ("Roe", "had", "“It failed and I know why.”")
    ]


def test_a_name_and_a_colon_introduce() -> None:
    assert read("Jane Roe: “It failed and I know why.”") == [("Jane Roe", ":", "“It failed and I know why.”")]


def test_a_signature_names_the_speaker() -> None:
    assert read("“It failed and I know why.”\n\n— Jane Roe") == [
        ("Jane Roe", "—", "“It failed and I know why.”")
    ]


def test_any_verb_serves_after_a_quotation() -> None:
    assert read("“This is fantastic, all of it!” beamed Jane Roe.") == [
        ("Jane Roe", "beamed", "“This is fantastic, all of it!”")
    ]


def test_a_title_in_quotation_marks_is_nobodys_words() -> None:
    assert read("The hall was full. “Hamlet” opened on Friday.") == []
