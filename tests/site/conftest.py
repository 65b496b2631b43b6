"""The site over the packaged directory, as of a fixed day."""

import pytest

from legation.site.edition import Edition, open_edition
from legation.site.site import Site
from legation.site.view import Credit, Setting

DAY = "2026-11-23"
CREDIT = Credit(
    "example",
    "Example Ministry",
    "List of posts (invented)",
    "https://example.org/",
    "CC0-1.0",
    "https://example.org/licence",
    "Data by the Example Ministry.",
    "2025-01-02",
    3,
)


@pytest.fixture(scope="session")
def edition() -> Edition:
    return open_edition()


@pytest.fixture(scope="session")
def site(edition: Edition) -> Site:
    return Site(edition, DAY, Setting(origin="https://example.org", credits=(CREDIT,)))
