"""Ways to reach a post, from what a source says to our normal form. Nothing is repaired: what fails stays out."""

import re
import unicodedata
from typing import Final
from urllib.parse import SplitResult, quote, urlsplit

import phonenumbers

LONGEST: Final = 500
HOST = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")
MAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([^@\s]+)")
E164 = re.compile(r"\+[1-9][0-9]{4,14}")
DIALLED = re.compile(r"[0-9 ()./+-]*[0-9][0-9 ()./+-]*")


def clean(said: str) -> str:
    """Strip control, format and bidi characters, join runs of space, compose (NFC); at most 500 characters."""
    if said.isascii() and said.isprintable():
        return " ".join(said.split())[:LONGEST]
    kept = "".join(
        " " if c.isspace() else c for c in said if c.isspace() or unicodedata.category(c)[0] != "C"
    )
    return unicodedata.normalize("NFC", " ".join(kept.split()))[:LONGEST]


def clean_lines(said: str) -> str:
    """Clean every line by itself: hours are understood line by line; at most 2,000 characters of text or HTML."""
    return "\n".join(line for part in said[:2_000].splitlines() if (line := clean(part)))


def parse_website(said: str) -> str:
    """Give an http or https address with a host that could exist, in ASCII.

    Raises:
        ValueError: another scheme, no host or a broken one, a name and password before the host.
    """
    text = clean(said)
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or " " in text or "|" in text:
        raise ValueError(text)
    return parts._replace(netloc=_netloc(parts), **_ascii(parts)).geturl()


def _netloc(parts: SplitResult) -> str:
    """Host in lower case and Punycode, with its port when it has an unusual one."""
    host = (parts.hostname or "").encode("idna").decode("ascii").rstrip(".")
    if not HOST.fullmatch(host):
        raise ValueError(host)
    return host if parts.port in (None, 80, 443) else f"{host}:{parts.port}"


def _ascii(parts: SplitResult) -> dict[str, str]:
    """Path, query and fragment with everything but ASCII percent-encoded; what is encoded stays as it is."""
    safe = "!#$%&'()*+,/:;=?@[]~-._"
    return {part: quote(getattr(parts, part), safe=safe) for part in ("path", "query", "fragment")}


def parse_email(said: str) -> str:
    """Give a mail address without `mailto:` and without parameters, its host in lower case.

    Raises:
        ValueError: not one address.
    """
    text = clean(said).removeprefix("mailto:").split("?")[0].strip()
    match = MAIL.fullmatch(text)
    if not match or not HOST.fullmatch(match[1].lower()):
        raise ValueError(text)
    return text[: match.start(1)] + match[1].lower()


def parse_phone(said: str, place: str | None) -> str:
    """Give a number in E.164, read in the numbering plan of a place (ISO 3166-1 alpha-2; None: only `+` numbers).

    Raises:
        ValueError: not a number of any plan that we know; show it as it was said.
    """
    text = clean(said)
    try:
        number = phonenumbers.parse(text, place)
    except phonenumbers.NumberParseException as error:
        raise ValueError(text) from error
    if number.extension or not phonenumbers.is_valid_number(number):
        raise ValueError(text)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def place_of(number: str) -> str | None:
    """The place whose plan a number in E.164 belongs to."""
    return phonenumbers.region_code_for_number(phonenumbers.parse(number))


def is_dialled(said: str) -> bool:
    """Whether a person could dial it, plan or no plan: digits and the signs between them, 4 to 40 of them."""
    return 4 <= len(said) <= 40 and DIALLED.fullmatch(said) is not None
