"""What crawlers are told."""

import re

from legation.model.situation import LANGUAGES
from legation.site.site import Site


def test_no_sitemap_is_too_large_and_all_pages_exist(site: Site) -> None:
    files = re.findall(r"<loc>https://example.org(.*?)</loc>", site.page("/sitemap.xml").body.decode())
    assert 2_000 < len(files) < 50_000
    assert {f"/sitemap-{language}.xml" for language in LANGUAGES} <= set(files)
    body = site.page("/sitemap-en-ru.xml").body
    pages = re.findall(r"<loc>https://example.org(.*?)</loc>", body.decode())
    assert len(pages) < 50_000
    assert len(body) < 50_000_000
    assert "/en/ru/nl/" in pages
    assert {site.page(page).status for page in pages} == {200}
    for path in ("/sitemap-en-zz.xml", "/sitemap-xx.xml", "/sitemap-en-ru-nl.xml"):
        assert site.page(path).status == 404


def test_the_sitemap_is_absolute(site: Site) -> None:
    assert b"https://example.org/sitemap-uk.xml" in site.page("/sitemap.xml").body
    assert b"<loc>https://example.org/uk/ru/</loc>" in site.page("/sitemap-uk.xml").body
