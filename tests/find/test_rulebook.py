"""Which arrangements hold. The states here are invented codes of the user-assigned range."""

from legation.find.rulebook import Rulebook
from legation.model.directory import Arrangement, Group, Member, Source

SOURCE = Source("Invented")
UNION = Group(
    "UNION",
    "Union",
    (Member("ZA"), Member("ZB", until="2020-12-31"), Member("ZC", since="2013-07-01")),
    SOURCE,
)
DUTY = Arrangement(
    "duty",
    "regional-duty",
    "Duty",
    SOURCE,
    beneficiaries=("@UNION",),
    helpers=("@UNION",),
    except_receiving=("@UNION",),
    since="1993-11-01",
    suspended=(("2001", "2001"),),
)
RULES = Rulebook({"duty": DUTY}, {"UNION": UNION})


def ids(citizen: str, receiving: str, day: str) -> list[str]:
    return [arrangement.id for arrangement in RULES.holding(citizen, receiving, day)]


def test_it_holds_for_members_outside_the_group() -> None:
    assert ids("ZA", "ZX", "2015-01-01") == ["duty"]
    assert ids("ZX", "ZY", "2015-01-01") == []


def test_it_does_not_hold_among_members() -> None:
    assert ids("ZA", "ZC", "2015-01-01") == []
    assert ids("ZA", "ZC", "2013-06-30") == ["duty"]


def test_membership_ends_with_its_last_day() -> None:
    assert ids("ZB", "ZX", "2020-12-31") == ["duty"]
    assert ids("ZB", "ZX", "2021-01-01") == []


def test_it_does_not_hold_before_it_began_nor_while_suspended() -> None:
    assert ids("ZA", "ZX", "1993-10-31") == []
    assert ids("ZA", "ZX", "2001-12-31") == []
    assert ids("ZA", "ZX", "2002-01-01") == ["duty"]


def test_helpers_are_the_members_of_the_day() -> None:
    assert list(RULES.helpers(DUTY, "2010-01-01")) == ["ZA", "ZB"]
    assert list(RULES.helpers(DUTY, "2021-01-01")) == ["ZA", "ZC"]
