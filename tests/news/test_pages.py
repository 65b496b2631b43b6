"""HTML pages. The pages are invented; example.org is reserved."""

from datetime import date

import pytest

from legation.news.article import read
from legation.news.index import Index
from legation.news.metadata import find_metadata
from legation.news.pages import flatten, is_deep, is_page, read_page

BODY = "".join(
    f"<p>{sentence}</p>"
    for sentence in (
        "The council of the town opened the old bridge on Thursday after two years of work, and carts crossed at noon.",
        "“Nobody believed that it would be ready before the winter,” the mayor told the people who had come to watch.",
        "The bridge will be closed again in June for one day so that the last stones can be laid on its eastern side.",
        "Traders from the other bank hope that the market will grow again, as it had done before the great flood.",
    )
)
PAGE = f"""<!doctype html><html lang="en-GB"><head><title>Old bridge opens | The Example</title>
<meta property="og:site_name" content="The Example"><meta property="article:section" content="World">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [
 {{"@type": "NewsArticle", "headline": "Old bridge opens", "datePublished": "2012-05-31T08:00:00+02:00",
   "dateModified": "2012-06-02", "publisher": {{"@type": "Organization", "name": "Example Ltd"}}}},
 {{"@type": "BreadcrumbList", "itemListElement": [{{"@type": "ListItem", "name": "Home"}},
   {{"@type": "ListItem", "item": {{"name": "World"}}}}]}}]}}</script></head>
<body><nav><ul><li><a href="/">Home</a><li><a href="/w">World</a></ul></nav>
<div class="x"><h3>Consular assistance in Freedonia</h3><p>Are you in Freedonia and need consular assistance?
Find your country’s embassy in Freedonia.</p></div>
<article><h1>Old bridge opens</h1>{BODY}</article><footer>© 2012 The Example</footer></body></html>"""


@pytest.mark.parametrize("careful", [True, False])
def test_a_page_is_read(careful: bool) -> None:
    article = read_page(PAGE, "https://example.org/bridge", careful=careful, today=date(2026, 1, 1))
    assert article.title == "Old bridge opens"
    assert (article.published, article.modified) == ("2012-05-31", "2012-06-02")
    assert (article.language, article.site, article.section) == ("en-GB", "The Example", "World")
    assert article.breadcrumbs == ("Home", "World")
    assert article.text.startswith("The council of the town")
    assert article.text.endswith("great flood.")
    assert "Freedonia" not in article.text
    assert article.notice is not None
    assert "embassy in Freedonia" in article.notice.text


def test_a_date_in_the_future_and_a_headline_that_is_not_shown_are_not_believed() -> None:
    page = PAGE.replace("2012-05-31T08", "2093-05-31T08").replace('"headline": "Old', '"headline": "Shocking')
    said = find_metadata(page, date(2026, 1, 1))
    assert said.published is None
    assert said.title == "Shocking bridge opens"
    shown = find_metadata(page.replace("og:site_name", "og:title").replace("The Example", "Old bridge opens"))
    assert shown.title == "Old bridge opens"


def test_a_wall_makes_a_stub() -> None:
    stub = PAGE.replace(
        BODY, BODY[:230] + "</p><p>Subscribe to continue reading this and every other article.</p>"
    )
    assert "stub" in read_page(stub).notes


def test_a_page_too_deep_for_parsers_is_read_as_text() -> None:
    deep = f"<html><body>{'<div>' * 100_000}{BODY}{'</div>' * 100_000}</body></html>"
    assert is_deep(deep)
    assert "great flood." in read_page(deep).text


def test_scripts_are_not_visible() -> None:
    assert flatten("<p>a<script>var b = '<p>c</p>'</script> d</p>").split() == ["a", "d"]
    assert flatten("<p>a</p><script>never closed").split() == ["a"]


def test_what_is_markup() -> None:
    assert is_page("  <!DOCTYPE html><p>x")
    assert not is_page("1 < 2, said the <b>mayor</b>")


def test_places_of_a_page(index: Index) -> None:
    page = PAGE.replace("the town", "Nairobi").replace("the other bank", "Kenya")
    assert read(page.encode(), index=index).countries[0].code == "KE"
