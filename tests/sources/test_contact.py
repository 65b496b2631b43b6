import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.sources.contact import clean, is_dialled, parse_email, parse_phone, parse_website


@pytest.mark.parametrize(
    ("said", "parsed"),
    [
        ("https://example.org/a?b=1#c", "https://example.org/a?b=1#c"),
        ("HTTP://Example.ORG:80/Path", "http://example.org/Path"),
        ("https://example.org:8443/", "https://example.org:8443/"),
        ("https://example.org/consul\u200b", "https://example.org/consul"),
        ("https://españa.example.org/ñ", "https://xn--espaa-rta.example.org/%C3%B1"),
        ("https://example.org/%C3%B1", "https://example.org/%C3%B1"),
    ],
)
def test_websites(said: str, parsed: str) -> None:
    assert parse_website(said) == parsed
    assert parse_website(parsed) == parsed


@pytest.mark.parametrize(
    "said",
    [
        "",
        "example.org",
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://example.org/",
        "https://",
        "https:///path",
        "https://localhost/",
        "https://exa mple.org/",
        "https://example.org/a b",
        "https://user:secret@example.org/",
        "https://example.org:99999/",
        "https://-bad-.example.org/",
        "https://192.0.2.1/",
        "https://[::1]/",
        "https://example..org/",
    ],
)
def test_what_is_no_website_is_refused(said: str) -> None:
    with pytest.raises(ValueError):
        parse_website(said)


@pytest.mark.parametrize(
    ("said", "parsed"),
    [
        ("mailto:post@example.org", "post@example.org"),
        ("Post.Office@Example.ORG", "Post.Office@example.org"),
        ("mailto:post@example.org?subject=help", "post@example.org"),
    ],
)
def test_mails(said: str, parsed: str) -> None:
    assert parse_email(said) == parsed
    assert parse_email(parsed) == parsed


@pytest.mark.parametrize(
    "said", ["", "post", "a@b", "a@b@example.org", "a b@example.org", "a@example.org, b@example.org"]
)
def test_what_is_no_mail_is_refused(said: str) -> None:
    with pytest.raises(ValueError):
        parse_email(said)


@pytest.mark.parametrize(
    ("said", "place", "parsed"),
    [
        ("+1-202-555-0123", None, "+12025550123"),
        ("(202) 555-0123", "US", "+12025550123"),
        ("+44 (0)20 7946 0123", "GB", "+442079460123"),
        ("+1 202 555 0123", "XA", "+12025550123"),
    ],
)
def test_phones(said: str, place: str | None, parsed: str) -> None:
    assert parse_phone(said, place) == parsed


@pytest.mark.parametrize(
    "said", ["", "call us", "12", "555-0123", "+1 202 555 01234567", "+1 202 555 0123 ext. 9"]
)
def test_what_is_no_phone_is_refused_and_not_mended(said: str) -> None:
    with pytest.raises(ValueError):
        parse_phone(said, None)


@pytest.mark.parametrize(
    ("said", "dialled"), [("+27-2543", True), ("110", False), ("=1+1", False), ("1" * 50, False)]
)
def test_what_a_person_could_dial(said: str, dialled: bool) -> None:
    assert is_dialled(said) is dialled


def test_clean_takes_out_what_cannot_be_seen() -> None:
    assert clean("a\x00b\u202ec\u200bd\ufeff") == "abcd"
    assert clean("  a\t\n b  ") == "a b"
    assert clean("e\u0301") == "é"
    assert len(clean("x" * 10_000)) == 500


@given(st.text())
def test_clean_is_idempotent(said: str) -> None:
    assert clean(clean(said)) == clean(said)
