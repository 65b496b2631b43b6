"""Where mistakes are reported: addresses of people and of pages, nothing else."""

import click
import pytest

from legation.cli.reporting import link_to


@pytest.mark.parametrize(
    ("said", "link"),
    [
        ("corrections@example.org", "mailto:corrections@example.org"),
        ("mailto:corrections@example.org", "mailto:corrections@example.org"),
        ("https://example.org/issues/new", "https://example.org/issues/new"),
    ],
)
def test_an_address_becomes_a_link(said: str, link: str) -> None:
    assert link_to(said) == link


@pytest.mark.parametrize(
    "said",
    ["", "javascript:alert(1)", "http://example.org", "https://", "https://[", "a@b", "x y@example.org"],
)
def test_anything_else_is_refused_by_name(said: str) -> None:
    with pytest.raises(click.BadParameter, match="neither"):
        link_to(said)
