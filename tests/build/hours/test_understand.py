"""Hours as people write them; the sentences are invented in the manner of the sources."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opening_hours import OpeningHours, validate

from legation.build.hours import plain_hours, understand_hours

UNDERSTOOD = [
    ("Monday to Friday, 9am to 5pm", "Mo-Fr 09:00-17:00"),
    ("9.30am - 1pm, Monday to Wednesday and Friday", "Mo-We,Fr 09:30-13:00"),
    ("Mon-Thurs: 0830-1630 hrs; Fri: 0830-1230 hrs", "Mo-Th 08:30-16:30; Fr 08:30-12:30"),
    ("Sunday to Thursday 8 a.m. to 4 p.m.", "Su-Th 08:00-16:00"),
    (
        "Monday - Thursday: 800-1230\n1400-1730\nFriday: 800-1200",
        "Mo-Th 08:00-12:30,14:00-17:30; Fr 08:00-12:00",
    ),
    ("Monday to Friday 9am to midday", "Mo-Fr 09:00-12:00"),
    ("Tuesday 1 to 4pm", "Tu 13:00-16:00"),
    ("Monday and Friday between 9am and 12:30pm", "Mo,Fr 09:00-12:30"),
    ("Lunes a Viernes 9,00 a 17,00 hs", "Mo-Fr 09:00-17:00"),
    ("Domingo a Jueves 08:30 a 14:30", "Su-Th 08:30-14:30"),
    ("13 -18 horas, de lunes a viernes", "Mo-Fr 13:00-18:00"),
    ("Lu-Ju 08:30-13:00 Vie 08:30-12:30", "Mo-Th 08:30-13:00; Fr 08:30-12:30"),
    # breaks and closed days
    ("Monday to Friday, 9am to 5pm (lunch 1pm to 2pm)", "Mo-Fr 09:00-13:00,14:00-17:00"),
    ("Lunes a Viernes 08:30 a 16:30\nCerrado de 13.30 a 14.30", "Mo-Fr 08:30-13:30,14:30-16:30"),
    ("Monday to Friday 9am to 1pm (closed on Wednesdays)", "Mo,Tu,Th,Fr 09:00-13:00"),
    ("Monday 2pm-4pm\nTuesday closed to the public\nWednesday 2pm-4pm", "Mo,We 14:00-16:00"),
    ("Open Monday to Friday 9am to 1pm, excluding public holidays.", "Mo-Fr 09:00-13:00; PH off"),
    # which door
    ("Monday to Friday 9am-5pm\nConsular counter hours: 10am to 1pm", "Mo-Fr 10:00-13:00"),
    ("Lunes a Viernes 09:00 a 17:00\nAtención al público de 9:30 a 12:30", "Mo-Fr 09:30-12:30"),
    ("Lunes a Viernes 09:00 a 13:00\nHorario administrativo: 09:00 a 17:00 hs", "Mo-Fr 09:00-13:00"),
    (
        "Telephone: Monday to Friday 8am to 6pm\nOpening hours: Monday to Friday 9am to 1pm",
        "Mo-Fr 09:00-13:00",
    ),
    (
        "<h2>Office hours</h2><p>Monday, 9am to 5pm</p><h3>Visa section</h3><p>Monday, 7am to 9am</p>",
        "Mo 09:00-17:00",
    ),
    # appointments
    ("Monday to Friday 9am to 1pm by appointment only", 'Mo-Fr 09:00-13:00 "by appointment"'),
    ("Public access is by appointment only.\nTelephone: 9am to 4pm Monday to Friday", '"by appointment"'),
    ("Lunes a Viernes 09:00 a 14:00\nCon cita previa.", 'Mo-Fr 09:00-14:00 "by appointment"'),
    # zones
    ("GMT: Mon-Fri: 0230-1100\nLocal time: Mon-Fri: 0800-1630", "Mo-Fr 08:00-16:30"),
    ("Sunday to Thursday, 7am to 9am (GMT)\n10am to 12pm (local time)", "Su-Th 10:00-12:00"),
    ("<h3>GMT</h3><p>Monday 6am to 3pm</p><h3>Local time</h3><p>Monday 8am to 5pm</p>", "Mo 08:00-17:00"),
    ("Monday to Friday, 9am to 5pm (local time = GMT+2)", "Mo-Fr 09:00-17:00"),
    # lists of holidays are no hours
    ("Monday to Friday 9am-5pm\nPublic holidays 2018\nMonday 1 January\nGood Friday", "Mo-Fr 09:00-17:00"),
    # already in the syntax
    ("Mo-Fr 09:00-12:00; PH off", "Mo-Fr 09:00-12:00; PH closed"),
    ("24/7", "24/7"),
]

NOT_UNDERSTOOD = [
    "",
    "9:00 a 17:00 hs",  # which days?
    "Weekdays 9am to 5pm",  # Friday or Sunday?
    "Monday to Friday",
    "Call us Monday to Friday 9am to 5pm",
    "The telephone line is answered in business hours (Monday to Friday, 9am to 4pm).",
    "Visa section: Monday to Friday 9am to 5pm",
    "Monday to Friday, 6am to 2pm (GMT)",
    "Opening hours (GMT):\nMonday to Friday 14:00-22:30",
    "Monday 9:00 am to 11:00 pm",  # a slip of the pen
    "Monday 9:00 to 5:00",  # morning or afternoon?
    "Monday 8 to 9pm",
    "Lunes a Viernes 09:00 a 13:00\n09:00 a 17:00",  # contradicts itself
    "Lunes a Viernes 09:00 a 17:00\nAtención al público hasta 12:30",
    "Monday to Friday 9am to 5pm\nConsular section: Monday to Friday 9am to 1pm every other week",
    "<h3>Summer</h3><p>Monday 9am to 1pm</p><h3>Winter</h3><p>Monday 9am to 5pm</p>",
    "First Thursday of the month 9am to 1pm",
    "North Street - Tuesday 9am to 1pm\nSouth Street - Wednesday 9am to 1pm",
    "09:00-17:00",
    "Mo-Fr 9am",
]


@pytest.mark.parametrize(("said", "hours"), UNDERSTOOD)
def test_it_understands(said: str, hours: str) -> None:
    assert understand_hours(said) == hours


@pytest.mark.parametrize("said", NOT_UNDERSTOOD)
def test_it_does_not_guess(said: str) -> None:
    assert understand_hours(said) is None


@pytest.mark.parametrize("hours", sorted({hours for _, hours in UNDERSTOOD}))
def test_what_it_writes_is_the_syntax_and_stays_as_it_is(hours: str) -> None:
    assert validate(hours)
    again = understand_hours(hours)
    assert again == (str(OpeningHours(hours)) if hours[0] != '"' else '"by appointment"')
    assert understand_hours(str(again)) == again


WORDS = [
    "Monday",
    "to",
    "Fri",
    "9am",
    "17:00",
    "-",
    "(",
    ")",
    "GMT",
    "closed",
    "a",
    "lunes",
    "hasta",
    "/",
    ";",
    "\n",
]


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join) | st.text(max_size=60))
def test_it_is_total_and_writes_only_the_syntax(said: str) -> None:
    hours = understand_hours(said)
    assert hours is None or validate(hours)


@pytest.mark.parametrize(
    "said",
    [
        "<" * 50_000,
        "<p>" * 20_000,
        "9" + " " * 50_000 + "am",
        "00 " * 15_000 + "(",
        "the " * 12_000 + "is",
        "closed on " * 5_000,
        "Monday, " * 6_000,
        "(" * 20_000 + "9-12",
        "<!--" + "-" * 20_000,
        "Mo" + "-Mo" * 50_000,
        "\x00\u202eMonday\ud7ff 9am",
    ],
)
def test_hostile_text_ends_soon(said: str) -> None:
    assert understand_hours(said) is None


def test_what_is_not_understood_is_kept_as_one_short_line() -> None:
    assert plain_hours("<p>9 a 17</p><p>hs &amp; more</p>") == "9 a 17; hs & more"
    assert plain_hours("Monday 9am-1pm") == "Mo 09:00-13:00"
    assert len(plain_hours("every other week " * 100)) == 300


def test_only_the_lines_with_hours_and_their_headings_are_kept_as_said() -> None:
    said = "About us\n1 Invented Street\nOpening hours\n9am to 4pm every other day\nPublic holidays\nMonday 1 January"
    assert plain_hours(said) == "Opening hours; 9am to 4pm every other day"
