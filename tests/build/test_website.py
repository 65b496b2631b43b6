"""Real states and cities, invented hosts."""

import pytest

from legation.build.match import Group
from legation.build.website import set_strays_aside
from legation.model.claims import Value
from legation.places import Gazetteer
from tests.build.invented import NEWEST, dossier, said_by


def group(receiving: str, city: str, website: str = "", /, sending: str = "RS", **fields: Value) -> Group:
    record = f"Q{sum(map(ord, receiving + city + website))}"
    said: dict[str, Value] = {"accredited": [receiving], **fields}
    said |= {"sending": sending, "receiving": receiving, "city": city, "website": website}
    one = dossier(record, NEWEST, **said)
    return Group(record, sending, receiving, (one,))


POSTS = [
    group("CY", "Nicosia", "https://nicosia.example.rs/"),
    group("HT", "Port-au-Prince", accredited=["HT", "DO"]),
    group("GN", "Conakry"),
    group("IL", "Tel Aviv"),
    group("BR", "Salvador", kind="consulate"),
]
CODED = [
    group("AT", "Vienna", "https://at.mission.example/"),
    group("BD", "Dhaka", "https://bd.mission.example/"),
    group("DE", "Berlin", "https://de.mission.example/"),
    group("FR", "Paris", "https://fr.mission.example/"),
    group("GB", "London", "https://uk.mission.example/"),
]


def strays(one: Group, gazetteer: Gazetteer, others: list[Group] = POSTS) -> list[str]:
    """Under which names the websites of a post were set aside; it has none left if any was."""
    kept, aside = set_strays_aside([*others, one], gazetteer)
    assert bool(aside) == (kept[-1].get("website") != one.get("website"))
    return list(aside)


@pytest.mark.parametrize(
    ("one", "names"),
    [
        (group("LB", "Beirut", "http://nicosia.mfa.example"), ["names CY"]),
        (group("LB", "Beirut", "https://mfa.example/embassies/zypern/"), ["names CY"]),
        (group("LB", "Beirut", "https://mfa.example/portauprince"), ["names HT"]),
        (group("LB", "Beirut", "https://mfa.example/port-au-prince/start"), ["names HT"]),
        (group("LB", "Beirut", "https://lb.embassy.gov.np/"), ["names NP"]),
    ],
)
def test_a_website_that_names_another_post_is_set_aside(
    gazetteer: Gazetteer, one: Group, names: list[str]
) -> None:
    assert strays(one, gazetteer) == names


@pytest.mark.parametrize(
    "one",
    [
        group("LB", "Beirut", "https://beirut.mfa.example/"),
        group("LB", "Beirut", "https://mfa.example/nicosia-beirut"),
        group("LB", "Beirut", "https://mfa.example/dhaka"),
        group("LB", "Beirut", "https://www.mfa.gov.lb/missions/78"),
        group("LB", "Beirut", "https://mfa.example/nicosia", accredited=["CY"]),
        group("DO", "Santo Domingo", "https://mfa.example/portauprince"),
        group("LB", "Tripoli", "https://mfa.example/nicosia", kind="honorary consulate"),
        group("PS", "Ramallah", "https://telaviv.mfa.example", kind="office"),
        group("LB", "Beirut", "https://www.guinea-ecuatorial.example/"),
        group("LB", "Beirut", "https://bd.mission.example/"),
    ],
)
def test_one_that_may_be_its_own_or_shared_stays(gazetteer: Gazetteer, one: Group) -> None:
    assert not strays(one, gazetteer)


def test_a_states_own_name_tells_nothing(gazetteer: Gazetteer) -> None:
    there = [group("BR", "Salvador", kind="consulate", sending="SV")]
    one = group("LB", "Beirut", "https://salvador.example/", sending="SV")
    assert not strays(one, gazetteer, there)


def test_a_code_names_a_place_where_a_states_hosts_begin_with_codes(gazetteer: Gazetteer) -> None:
    one = group("LB", "Beirut", "https://bd.mission.example/")
    assert strays(one, gazetteer, CODED) == ["names BD"]
    assert not strays(one, gazetteer, CODED[1:])
    assert not strays(group("LB", "Beirut", "https://en.mission.example/"), gazetteer, CODED)


def test_a_state_is_believed_on_its_own_posts(gazetteer: Gazetteer) -> None:
    there = [group("CY", "Nicosia", sending="AU")]
    one = group("LB", "Beirut", "https://mfa.example/nicosia", sending="AU")
    own = Group(one.id, "AU", "LB", (said_by("australia", one.dossiers[0]),))
    assert strays(one, gazetteer, there) == ["names CY"]
    assert not strays(own, gazetteer, there)
