from legation.sources.pages.lines import Link, parse_html, parse_markdown


def test_markdown_becomes_what_a_person_sees() -> None:
    lines = parse_markdown(
        '## [**Embassy**](https://example.org/a_(b) "title")1 Main Street  \n\n* item\n'
        "**Tel:**+1**Fax:**+2\n<a@example.org> <b>"
    )
    assert [(line.number, line.text, line.level, line.item) for line in lines] == [
        (1, "Embassy 1 Main Street", 2, False),
        (3, "item", 0, True),
        (4, "Tel:+1 Fax:+2", 0, False),
        (5, "a@example.org <b>", 0, False),
    ]


def test_a_link_that_is_glued_to_the_next_word_is_parted_from_it() -> None:
    (line,) = parse_markdown("[a@example.org](mailto:b@example.org)This district \\_x")
    assert line.text == "a@example.org This district _x"
    assert line.links == (Link("a@example.org", "mailto:b@example.org"),)


def test_a_mail_scanner_is_seen_through() -> None:
    wrapped = "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2F&data=1"
    (line,) = parse_markdown(f"[site]({wrapped})")
    assert line.links == (Link("site", "https://example.org/"),)


def test_html_gives_the_same_lines() -> None:
    lines = parse_html(
        '<h2>Posts</h2><p><a href="https://example.org/">Embassy</a><br>1 Main Street</p><ul><li>one</li></ul>after'
        "<script>alert(1)</script><style>p {}</style>"
    )
    assert [(line.text, line.level, line.item) for line in lines] == [
        ("Posts", 2, False),
        ("Embassy", 0, False),
        ("1 Main Street", 0, False),
        ("one", 0, True),
        ("after", 0, False),
    ]
    assert lines[1].links == (Link("Embassy", "https://example.org/"),)


def test_hostile_pages_are_cut_and_cleaned() -> None:
    assert len(parse_markdown("x\n" * 100_000)) == 5_000
    assert parse_markdown("\u202eevil\u0000 text")[0].text == "evil text"
    assert parse_markdown("[" * 10_000) != []
    assert parse_markdown("[a](" * 3_000) != []
    deep = parse_html("<div>" * 2_000 + "x" + "</div>" * 2_000)
    assert len(deep) <= 1
    assert parse_html('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><p>&b;</p>') is not None
