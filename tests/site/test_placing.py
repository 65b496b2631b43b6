"""The notice in other people's pages: the right place, once, and no other byte touched."""

import time
from pathlib import Path

import pytest

from legation.news.article import open_index
from legation.site.edition import open_edition
from legation.site.placing import LARGEST, Desk, find_place, place_notice, remove_notice
from legation.site.static_site import treat_site

WORDS = (
    "<h1>Moscow warns on gas</h1><p>MOSCOW — Russia said on Monday that it would cut gas deliveries. The Kremlin "
    "spokesman said Russian companies had been told.</p><p>Officials in Moscow added that talks would go on.</p>"
)
PAGE = (
    f"<!doctype html><html><head><title>News</title></head><body><main>{WORDS}</main></body></html>".encode()
)
RECIPE = (
    b"<html><body><p>Peel the carrots, cut the onions, and let both simmer for an hour.</p></body></html>"
)


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk(open_edition(), open_index(), "2026-09-15", origin="https://help.example.org")


def test_a_page_gets_the_notice_of_the_place_it_is_about(desk: Desk) -> None:
    placed = place_notice(PAGE, desk)
    assert (placed.outcome, placed.country) == ("placed", "RU")
    text = placed.body.decode()
    assert "<main><!--legation:notice RU-->" in text
    assert "Russia is currently at war in Ukraine." in text
    assert 'href="https://help.example.org/en/ru/"' in text


def test_a_second_run_changes_nothing_and_a_removal_leaves_what_was(desk: Desk) -> None:
    once = place_notice(PAGE, desk).body
    again = place_notice(once, desk)
    assert (again.body, again.outcome) == (once, "unchanged")
    assert remove_notice(once).body == PAGE


def test_an_older_notice_of_ours_is_replaced(desk: Desk) -> None:
    stale = PAGE.replace(
        b"<main>", b"<main><!--legation:notice FR--><aside>old</aside><!--/legation:notice-->"
    )
    assert place_notice(stale, desk).body == place_notice(PAGE, desk).body


def test_a_page_about_no_place_gets_none_and_loses_one_that_no_longer_fits(desk: Desk) -> None:
    assert place_notice(RECIPE, desk).outcome == "not-sure"
    stale = RECIPE.replace(
        b"<body>", b"<body><!--legation:notice FR--><aside>old</aside><!--/legation:notice-->"
    )
    assert place_notice(stale, desk).body == RECIPE


@pytest.mark.parametrize(
    "notice",
    [
        '<consular-notice country="RU"></consular-notice>',
        "<p>Consular assistance in Russia</p><p>Are you in Russia and need consular assistance? Find your embassy.</p>",
    ],
)
def test_a_notice_that_is_there_is_not_doubled(desk: Desk, notice: str) -> None:
    page = PAGE.replace(b"<main>", b"<main>" + notice.encode())
    placed = place_notice(page, desk)
    assert (placed.body, placed.outcome) == (page, "has-notice")


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "iso-8859-1"])
def test_the_notice_fits_every_charset(desk: Desk, charset: str) -> None:
    head = f'<head><meta charset="{charset}"></head>'.encode()
    page = PAGE.decode().replace("—", "–" if charset == "windows-1252" else "-").encode(charset)
    page = page.replace(b"<head><title>News</title></head>", head)
    placed = place_notice(page, desk).body
    assert "Find your country’s embassy." in placed.decode(charset).replace("&#8217;", "’")
    assert remove_notice(placed).body == page


@pytest.mark.parametrize(
    ("page", "before"),
    [
        (b"<body>here", b"here"),
        (b"<body class=\"a > b\" data-x='<main>'>here", b"here"),
        (b"<!-- <body> --><body>here", b"here"),
        (b"<script>'<body>'</script><body>here", b"here"),
        (b"<BODY><nav></nav><Article id=x>here</article>", b"here</article>"),
        (b"<body><template><main></template><main>here", b"here"),
        (b"<body><main ", b""),
    ],
)
def test_where_it_goes(page: bytes, before: bytes) -> None:
    at = find_place(page)
    assert at is not None
    assert page[at:] == before


@pytest.mark.parametrize(
    "page", [b"", b"<p>a fragment</p>", "<body>wide".encode("utf-16"), b"\x00\x01<body>", b"GIF89a"]
)
def test_what_is_no_page_is_left_alone(desk: Desk, page: bytes) -> None:
    placed = place_notice(page, desk)
    assert (placed.body, placed.outcome) == (page, "no-page")


def test_a_page_that_is_too_large_is_left_alone(desk: Desk) -> None:
    page = PAGE + b" " * LARGEST
    assert place_notice(page, desk).body is page


@pytest.mark.parametrize(
    "food", [b"<" * 2_000_000, b'<a "' * 500_000, b"<!--" * 500_000, b"<body>" + b"<script>" * 200_000]
)
def test_hostile_markup_costs_no_more_than_its_length(food: bytes) -> None:
    begun = time.process_time()
    find_place(food)
    assert time.process_time() - begun < 10


def test_a_site_is_treated_file_by_file(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "page.html").write_bytes(PAGE)
    (tmp_path / "recipe.htm").write_bytes(RECIPE)
    (tmp_path / "notes.txt").write_bytes(PAGE)
    (tmp_path / ".hidden.html").write_bytes(PAGE)
    (tmp_path / "out.html").symlink_to(Path(__file__))
    (tmp_path / "deep" / "page.html").chmod(0o640)
    tried = treat_site(tmp_path, desk, dry_run=True)
    assert (tmp_path / "deep" / "page.html").read_bytes() == PAGE
    treated = treat_site(tmp_path, desk)
    assert treated == tried
    assert treated.pages == [("deep/page.html", "placed", "RU"), ("recipe.htm", "not-sure", None)]
    assert (tmp_path / "deep" / "page.html").stat().st_mode & 0o777 == 0o640
    assert treat_site(tmp_path, desk).counts == {"unchanged": 1, "not-sure": 1}
    treat_site(tmp_path, desk, remove=True)
    assert (tmp_path / "deep" / "page.html").read_bytes() == PAGE
    assert (tmp_path / "notes.txt").read_bytes() == PAGE


def test_a_file_that_cannot_be_written_is_named_and_stays(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.html").write_bytes(PAGE)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.mkstemp", full)
    treated = treat_site(tmp_path, desk)
    assert treated.failures == [("page.html", "No space left on device")]
    assert (tmp_path / "page.html").read_bytes() == PAGE
