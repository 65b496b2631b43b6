"""Paths and what they name."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.model.situation import LANGUAGES
from legation.site.address import FORMS, Address, Kind, corrected, parse_address, write_address

CODES = st.sampled_from(["NL", "RU", "XK"])
WHO = st.sampled_from(["refugee", "stateless", "nl", "nl+tr", "be+fr+gb+us"])
POSTS = st.sampled_from(["Q4374029", "nl-ru-moscow-embassy"])


@st.composite
def addresses(draw: st.DrawFn) -> Address:
    kind: Kind = draw(st.sampled_from(get_args(Kind)))
    placed = kind in ("place", "pocket", "abroad", "answer", "card")
    return Address(
        kind,
        draw(st.sampled_from(LANGUAGES)),
        draw(CODES) if placed else None,
        draw(WHO) if kind in ("answer", "card") else None,
        draw(POSTS) if kind == "post" else None,
        draw(st.sampled_from(FORMS[kind])),
    )


@given(addresses())
def test_what_is_written_is_read_back(address: Address) -> None:
    assert parse_address(write_address(address)) == address


@given(st.text(max_size=300))
def test_any_path_is_read_or_refused(path: str) -> None:
    address = parse_address(f"/{path}")
    assert address is None or write_address(address) == f"/{path}"


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("/EN/RU/NL/", "/en/ru/nl/"),
        ("/en/ru/nl", "/en/ru/nl/"),
        ("/en", "/en/"),
        ("/EN/post/Q4374029", "/en/post/Q4374029/"),
        ("/xx/ru/", None),
        ("/en/ru/nl/", None),
    ],
)
def test_a_path_a_little_wrong_is_put_right(path: str, meant: str | None) -> None:
    assert corrected(path) == meant
