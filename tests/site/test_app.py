"""What goes over HTTP, without a socket."""

import asyncio
import gzip
import json

import pytest

from legation.site.app import Pages
from legation.site.shelf import Shelf
from legation.site.view import Setting

DAY = "2026-11-23"


@pytest.fixture(scope="module")
def pages() -> Pages:
    return Pages(Shelf(Setting(), today=lambda: DAY))


def ask(
    pages: Pages, path: str, query: str = "", method: str = "GET", **headers: str
) -> tuple[int, dict[str, str], bytes]:
    asked = {name.replace("_", "-").encode(): value.encode() for name, value in headers.items()}
    target = f"{path}?{query}" if query else path
    sheet = pages.answer(method.encode(), target.encode(), asked)
    return sheet.status, {name.decode(): value.decode() for name, value in sheet.headers}, sheet.body


@pytest.mark.parametrize("path", ["/en/ru/nl/", "/en/ru/nl.json", "/en/zz/", "/robots.txt", "/en/ru/nl", "/"])
def test_every_response_is_safe(pages: Pages, path: str) -> None:
    _, headers, _ = ask(pages, path)
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["access-control-allow-origin"] == "*"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"]
    assert "set-cookie" not in headers


def test_a_page_that_has_not_changed_is_not_sent_again(pages: Pages) -> None:
    _, headers, body = ask(pages, "/en/ru/nl/")
    status, _, again = ask(pages, "/en/ru/nl/", if_none_match=headers["etag"])
    assert (status, again) == (304, b"")
    assert body


def test_a_browser_gets_it_packed(pages: Pages) -> None:
    _, headers, body = ask(pages, "/en/ru/nl/", accept_encoding="gzip, br")
    assert headers["content-encoding"] == "gzip"
    assert headers["vary"] == "accept-encoding"
    assert gzip.decompress(body) == ask(pages, "/en/ru/nl/")[2]


@pytest.mark.parametrize(
    ("wish", "language"),
    [
        ("ar,en;q=0.5", "ar"),
        ("de-AT", "de"),
        ("tlh, uk;q=0.3", "uk"),
        ("", "en"),
        ("fr;q=0, es;q=0.1", "es"),
        ("x;q=y", "en"),
    ],
)
def test_the_language_is_chosen_by_the_browser(pages: Pages, wish: str, language: str) -> None:
    status, headers, _ = ask(pages, "/", accept_language=wish)
    assert (status, headers["location"], headers["vary"]) == (302, f"/{language}/", "accept-language")


def test_only_reading(pages: Pages) -> None:
    status, headers, body = ask(pages, "/ar/ru/nl/", method="POST")
    assert (status, headers["allow"], headers["cache-control"]) == (405, "GET, HEAD, OPTIONS", "no-store")
    assert b'dir="rtl"' in body
    status, headers, body = ask(pages, "/en/ru/nl.json", method="DELETE")
    assert (status, json.loads(body)["error"]["code"]) == (405, "unknown-method")


def test_a_page_elsewhere_may_ask_whether_it_may_read(pages: Pages) -> None:
    status, headers, body = ask(pages, "/en/ru/nl.json", method="OPTIONS", origin="https://news.example.org")
    assert (status, body) == (204, b"")
    assert headers["access-control-allow-origin"] == "*"
    assert headers["access-control-allow-methods"] == "GET, HEAD, OPTIONS"
    assert "if-none-match" in headers["access-control-allow-headers"]
    assert ask(pages, "/en/ru/nl.json")[1]["access-control-expose-headers"] == "etag"


@pytest.mark.parametrize("form", ["W/{}", "{}", '"x", W/{}', "*"])
def test_every_way_to_say_that_one_has_it(pages: Pages, form: str) -> None:
    _, headers, _ = ask(pages, "/en/ru/nl.json")
    tag = headers["etag"].removeprefix("W/")
    assert ask(pages, "/en/ru/nl.json", if_none_match=form.format(tag))[0] == 304
    assert ask(pages, "/en/ru/nl.json", if_none_match='W/"other"')[0] == 200
    assert ask(pages, "/en/zz.json", if_none_match="*")[0] == 404


def test_too_long_is_said(pages: Pages) -> None:
    assert ask(pages, "/" + "a" * 501)[0] == 414
    status, headers, body = ask(pages, "/en/ru/nl.json", "q=" + "a" * 2_000)
    assert (status, headers["cache-control"], json.loads(body)["error"]["code"]) == (
        414,
        "no-store",
        "too-long",
    )
    assert ask(pages, "/en/find/", "q=" + "a" * 2_000)[0] == 414
    assert ask(pages, "/en/find/", "&".join(f"a{n}=1" for n in range(30)))[0] == 400
    assert ask(pages, "/en/find/", "citizen=%ff%fe&place=%00")[0] == 400


def test_names_of_files_change_with_their_bytes(pages: Pages) -> None:
    _, _, body = ask(pages, "/en/")
    path = body.decode().partition('rel="stylesheet" href="')[2].partition('"')[0]
    _, headers, _ = ask(pages, path)
    assert headers["cache-control"] == "public, max-age=31536000, immutable"
    assert headers["content-type"].startswith("text/css")


def test_the_same_over_asgi(pages: Pages) -> None:
    sent: list[dict[str, object]] = []

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    async def receive() -> dict[str, object]:
        return {"type": "http.disconnect"}

    for method in ("GET", "HEAD"):
        scope: dict[str, object] = {
            "type": "http",
            "method": method,
            "path": "/en/ru/nl.json",
            "query_string": b"",
            "headers": [],
        }
        asyncio.run(pages(scope, receive, send))  # type: ignore[arg-type]
    assert [message.get("status") for message in sent] == [200, None, 200, None]
    assert sent[1]["body"] == ask(pages, "/en/ru/nl.json")[2]
    assert sent[3]["body"] == b""
    with pytest.raises(ValueError, match="websocket"):
        asyncio.run(pages({"type": "websocket"}, receive, send))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("path", "query", "wish", "status", "said"),
    [
        ("/fr/zz/", "", "en", 404, "« ZZ » ne peut pas être utilisé ici"),
        ("/de/ru/nl/", "on=2026-02-30", "en", 400, "„2026-02-30“ ist kein verwendbares Datum"),
        ("/ar/ru/nl/", "need=foo", "en", 400, "لا يمكن عرض هذا"),
        ("/en/ru/nl/", "need=foo", "de", 400, "is not a kind of help: use one of"),
        ("/wp-login.php", "", "nl", 404, "Deze pagina bestaat niet"),
        ("/xx/ru/nl/", "", "hi", 404, "ऐसा कोई पृष्ठ नहीं है"),
    ],
)
def test_a_refusal_is_in_the_language_of_the_page_or_else_of_the_reader(
    pages: Pages, path: str, query: str, wish: str, status: int, said: str
) -> None:
    found, _, body = ask(pages, path, query, accept_language=wish)
    assert (found, said in body.decode()) == (status, True)


def test_a_method_that_is_refused_is_not_a_missing_page(pages: Pages) -> None:
    status, _, body = ask(pages, "/de/ru/nl/", method="POST")
    assert status == 405
    assert "Das kann nicht gezeigt werden" in body.decode()


def test_what_trackers_add_to_a_link_is_no_fault_of_the_reader(pages: Pages) -> None:
    assert ask(pages, "/en/ru/nl/", "fbclid=abc&utm_source=letter")[0] == 200
    assert ask(pages, "/en/ru/nl/", "foo=bar")[0] == 400
