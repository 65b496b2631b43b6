from legation.build.helping import unarranged
from legation.model.claims import Claim
from legation.model.directory import Arrangement, Source
from legation.sources.row import HELPED_BY, Row

MEXICO = Arrangement(
    "a",
    "own-remote",
    "x",
    Source("x"),
    beneficiaries=("AU",),
    helpers=("AU",),
    receiving=("CU",),
    posts=("AU Mexico City, MX",),
)
CANADA = Arrangement(
    "b", "burden-sharing", "x", Source("x"), beneficiaries=("AU",), helpers=("CA",), receiving=("CU",)
)


def named(*posts: str) -> Row:
    return Row(
        "CU", "x.md", (Claim("australia", "2025-08-15", "x.md", "CU", HELPED_BY, list(posts)),), about="place"
    )


def test_what_pages_name_and_no_arrangement_does() -> None:
    row = named("AU Mexico City, MX", "CA Havana, CU", "AU Perm, RU", "GB Havana, CU")
    assert unarranged([row], [MEXICO, CANADA]) == {"australia": ["CU: AU Perm, RU", "CU: GB Havana, CU"]}


def test_one_city_is_written_two_ways() -> None:
    hague = Arrangement(
        "c",
        "own-remote",
        "x",
        Source("x"),
        beneficiaries=("AU",),
        helpers=("AU",),
        receiving=("CU",),
        posts=("AU The Hague, NL",),
    )
    assert unarranged([named("AU Hague", "AU the hague, NL")], [hague]) == {}
