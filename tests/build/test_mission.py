from legation.build.match import Group
from legation.build.mission import find_sites, site_claims
from legation.model.claims import Value
from legation.model.settled import MISSION_SITE
from tests.build.invented import NEWEST, dossier

SITE = "https://example.org/moscow"


def group(record: str, **fields: Value) -> Group:
    return Group(record, "NL", "RU", (dossier(record, NEWEST, **fields),))


EMBASSY = group("Q1", website=SITE)
CONSULATE = group("Q2", kind="consulate general", city="Perm")


def test_a_consulate_without_a_website_has_that_of_its_embassy_marked_as_derived() -> None:
    (claim,) = site_claims(CONSULATE, find_sites([EMBASSY, CONSULATE]))
    assert (claim.field, claim.value, claim.source) == ("website", SITE, "derived")
    assert (claim.locator, claim.seen) == (MISSION_SITE, NEWEST)


def test_a_website_of_its_own_stays() -> None:
    own = group("Q2", kind="consulate general", city="Perm", website="https://example.org/perm")
    assert not site_claims(own, find_sites([EMBASSY, own]))


def test_an_embassy_never_borrows_one() -> None:
    assert not site_claims(group("Q3"), find_sites([EMBASSY]))


def test_of_two_heads_a_closed_one_or_one_for_elsewhere_nothing_follows() -> None:
    for heads in (
        [EMBASSY, group("Q4", website="https://example.org/2")],
        [group("Q1", website=SITE, closed="2022")],
        [group("Q1", website=SITE, accredited=["BY"])],
        [group("Q1")],
    ):
        assert not site_claims(CONSULATE, find_sites(heads))
