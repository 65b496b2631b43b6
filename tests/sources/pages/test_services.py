import pytest

from legation.sources.pages.lines import parse_markdown
from legation.sources.pages.services import find_services, read_numbers, services_of

EVERY = {service: ["112"] for service in ("ambulance", "fire", "police")}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Telephone: 112 (ambulance, fire, police).", EVERY),
        ("Ambulance or rescue: 144", {"ambulance": ["144"], "rescue": ["144"]}),
        ("Police: 118/119", {"police": ["118", "119"]}),
        ("Police: 110, 111 or 170", {"police": ["110", "111", "170"]}),
        ("Telephone: 911", {"general": ["911"]}),
        (
            "Police: 192 from a mobile (92 from a landline)",
            {"police": ["192 (from a mobile)", "92 (from a landline)"]},
        ),
        ("Fire: 01 (101 from mobile phone)", {"fire": ["01", "101 (from a mobile)"]}),
        ("Ambulance (Perm): 907", {"ambulance": ["907 (in Perm)"]}),
        ("Fire: 115 or +44 20 7946 0123", {"fire": ["115", "+442079460123"]}),
        ("Police: 999 or landline 555 0123", {"police": ["999", "555 0123 (from a landline)"]}),
        (
            "Ambulance:\n\n* 03 from landline\n* 003 from mobile",
            {"ambulance": ["03 (from a landline)", "003 (from a mobile)"]},
        ),
        ("Telephone:\n\n* Ambulance: 15\n* Fire: 18", {"ambulance": ["15"], "fire": ["18"]}),
        ("### Fire\n\nTelephone: 18\n\nMobile: 118", {"fire": ["18", "118 (from a mobile)"]}),
        ("#### Medical emergencies\n\nCall 127 or go to the hospital.", {"ambulance": ["127"]}),
        (
            "#### Police\n\nIn Perm, call 102.\n\nIn all other regions, call 02.",
            {"police": ["102 (in Perm)", "02 (in all other regions)"]},
        ),
        ("#### Police\n\nCall 1155 for the tourist police.", {"tourist police": ["1155"]}),
        ("#### Police\n\nCall 112 for the emergency hotline.", {"general": ["112"]}),
        ("Contact the fire service on 118, and the police on 112.", {"fire": ["118"], "police": ["112"]}),
    ],
)
def test_what_pages_say(text: str, found: dict[str, list[str]]) -> None:
    assert find_services(parse_markdown(text), "GB") == (found, [])


@pytest.mark.parametrize(
    "text",
    [
        "Roadside assistance: 196",
        "#### Police\n\nCall 105 for police non-emergencies.",
        "#### Police\n\nCall 3919 for victims of violence.",
        "#### Tourism helpline\n\nTelephone: 1800 11 1363",
        "#### Police\n\nHarbour office\n\nCall 16.",
        "#### Police\n\n* call +44 20 7946 0123",
    ],
)
def test_numbers_of_others_are_left_over(text: str) -> None:
    found, left = find_services(parse_markdown(text), "GB")
    assert not found
    assert len(left) == 1


def test_a_label_is_known_whole_or_not_at_all() -> None:
    assert services_of("Ambulance, fire and mountain rescue") == ("ambulance", "fire", "rescue")
    assert services_of("Military police") == ()


def test_each_place_of_a_page_has_its_row() -> None:
    rows = list(
        read_numbers("x.md", ("CK", "NU"), parse_markdown("Police: 999"), "unitedkingdom", "2026-08-22")
    )
    assert [(row.record, row.about, row.claims[0].value) for row in rows] == [
        ("CK", "place", ["999"]),
        ("NU", "place", ["999"]),
    ]
    assert not list(read_numbers("x.md", ("CK",), parse_markdown("nothing"), "unitedkingdom", "2026-08-22"))
