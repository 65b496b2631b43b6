"""Plain text as readers and archives deliver it. The article is invented; example.org is reserved."""

from pathlib import Path

import pytest

from legation.news.article import read
from legation.news.index import Index
from legation.news.lines import clean, find_paragraphs
from legation.news.text import read_text

SAMPLE = Path("../shared/samples/article-russia.txt")

DELIVERED = """\
Consular assistance in Freedonia

Are you in Freedonia and need consular assistance? Find your country's embassy in Freedonia on example.org.

Menu
Home
World
Sport

Home > World > Council of Sylvania opens the old bridge

Council of Sylvania opens the old bridge

By Ann Example

Published on 31/05/2012 | Updated 02/06/2012

Facebook Twitter Email Print

The council of the town opened the old bridge on Thursday after two years of work, and the first carts crossed at noon.

Advertisement

“Nobody believed that it would be ready before the winter,” the mayor told the people who had come to watch it.

Photo: Ann Example/Getty Images

Read more: Ten bridges that you should see

The bridge will be closed again in June for one day so that the last stones can be laid on its eastern side.

Comments (12)

anonymous says:

I never liked the old bridge and I do not like the new one either, whatever the mayor says about it.

Most read

Ten bridges that you should see before the end of this year
"""


def test_the_article_stays_and_the_page_goes() -> None:
    article = read_text(DELIVERED)
    assert article.title == "Council of Sylvania opens the old bridge"
    assert (article.published, article.modified) == ("2012-05-31", "2012-06-02")
    assert (article.section, article.breadcrumbs) == ("World", ("Home", "World"))
    paragraphs = article.text.split("\n\n")
    assert len(paragraphs) == 3
    assert paragraphs[0].startswith("The council of the town")
    assert paragraphs[-1].endswith("eastern side.")
    assert article.notice is not None
    assert "Find your country's embassy" in article.notice.text


def test_wrapped_lines_are_joined_and_pieces_split_at_links_too() -> None:
    wrapped = "A line that a mail program broke after some seventy characters or\nso, and its\nend."
    assert len(find_paragraphs(clean(wrapped))) == 1
    assert find_paragraphs("The\nparliament\nof the town\n, which met in\nMay\n, agreed.")[-1].endswith(
        ", agreed."
    )


def test_controls_and_bidi_characters_go() -> None:
    assert clean("a\u202eb\u200b c\x00\x1b[31m") == "ab c[31m"


@pytest.mark.parametrize("text", ["Menu\nHome\nSport", "....", "\n\n\n", "1 2 3"])
def test_a_text_without_an_article_says_so(text: str) -> None:
    article = read_text(text)
    assert article.text == ""
    assert article.notes == ("no-body",)


@pytest.mark.skipif(not SAMPLE.exists(), reason="the sample is not on this machine")
def test_the_sample(index: Index) -> None:
    article = read(SAMPLE.read_bytes(), index=index)
    assert article.title == "Russia will not shift on Syria: Putin aide"
    assert (article.published, article.section, article.language) == ("2012-05-31", "News", "en")
    assert article.text.startswith("President Vladimir Putin warned")
    assert "Lavrov" in article.text.split("\n\n")[-1]
    assert "consular assistance" not in article.text
    assert article.notice is not None
    assert article.notice.country == "RU"
    assert [country.code for country in article.countries[:2]] == ["RU", "SY"]
    assert "UA" not in {country.code for country in article.countries}
