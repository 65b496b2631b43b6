from legation.build.match import Group
from legation.build.seat import find_seats, seat_claims
from tests.build.invented import dossier

MOSCOW = "55.75222,37.61556"


def group(record: str, sending: str, **fields: str) -> Group:
    return Group(record, sending, "RU", (dossier(record, "2022-11-16", sending=sending, **fields),))


STATES = ("AT", "BE", "CH", "DE", "ES")
KNOWN = [group(f"Q{number}", sending, near=MOSCOW) for number, sending in enumerate(STATES)]


def test_an_embassy_of_unknown_city_stands_where_all_others_do() -> None:
    lost = group("Q9", "NL", city="")
    claims = seat_claims(lost, find_seats([*KNOWN, lost]))
    assert {claim.field: claim.value for claim in claims} == {"city": "Moscow", "near": MOSCOW}
    assert {claim.source for claim in claims} == {"derived"}


def test_four_embassies_or_divided_ones_tell_nothing() -> None:
    assert not find_seats(KNOWN[:4])
    assert not find_seats([*KNOWN[:4], group("Q8", "FR", city="Perm", near="58.01046,56.25017")])


def test_nunciatures_consulates_and_embassies_with_a_door_stay_as_they_are() -> None:
    seats = find_seats(KNOWN)
    assert not seat_claims(group("Q9", "VA", kind="nunciature", city=""), seats)
    assert not seat_claims(group("Q9", "NL", kind="consulate", city=""), seats)
    assert not seat_claims(group("Q9", "NL", city="", position=MOSCOW), seats)
